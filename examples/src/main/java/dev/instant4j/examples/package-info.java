/** Code to learn from: how a Vert.x service uses Instant4j. */
@NullMarked
package dev.instant4j.examples;

import org.jspecify.annotations.NullMarked;
