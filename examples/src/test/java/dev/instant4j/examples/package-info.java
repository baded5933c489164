/** Runs the examples. */
@NullMarked
package dev.instant4j.examples;

import org.jspecify.annotations.NullMarked;
