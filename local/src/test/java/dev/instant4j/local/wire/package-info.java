/** Replays recorded exchanges with a real platform against the embedded one. */
@NullMarked
package dev.instant4j.local.wire;

import org.jspecify.annotations.NullMarked;
