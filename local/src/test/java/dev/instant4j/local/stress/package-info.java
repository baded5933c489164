/** The embedded platform in a process of its own: under load, and killed. */
@NullMarked
package dev.instant4j.local.stress;

import org.jspecify.annotations.NullMarked;
