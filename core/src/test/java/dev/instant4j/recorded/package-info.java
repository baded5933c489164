/** Exchanges recorded from a real platform, as test data. */
@NullMarked
package dev.instant4j.recorded;

import org.jspecify.annotations.NullMarked;
