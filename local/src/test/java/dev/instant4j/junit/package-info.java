/** Tests of tests: what a class with {@code @InstantApp} sees. */
@NullMarked
package dev.instant4j.junit;

import org.jspecify.annotations.NullMarked;
