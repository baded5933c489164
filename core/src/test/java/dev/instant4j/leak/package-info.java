/** Looks for secrets where they must not be, over all tests. */
@NullMarked
package dev.instant4j.leak;

import org.jspecify.annotations.NullMarked;
