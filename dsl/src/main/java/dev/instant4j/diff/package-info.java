/** What differs between an app and a definition of it. Total functions: no I/O, no clock, no randomness, no judgement. */
@NullMarked
package dev.instant4j.diff;

import org.jspecify.annotations.NullMarked;
