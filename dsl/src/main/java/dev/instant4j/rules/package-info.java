/**
 * Rules without a platform: whether they compile, which one decides, what it says. Knows nothing of how data is stored.
 */
@NullMarked
package dev.instant4j.rules;

import org.jspecify.annotations.NullMarked;
