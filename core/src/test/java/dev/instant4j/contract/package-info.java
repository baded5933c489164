/**
 * What every platform does, as tests without a platform: whoever has one implements {@code platform()} and inherits
 * them.
 */
@NullMarked
package dev.instant4j.contract;

import org.jspecify.annotations.NullMarked;
