/** The embedded platform: starts, stops, and says where it listens. */
@NullMarked
package dev.instant4j.local;

import org.jspecify.annotations.NullMarked;
