/** Pushes to a running platform: what holds in the app afterwards. */
@NullMarked
package dev.instant4j.push;

import org.jspecify.annotations.NullMarked;
