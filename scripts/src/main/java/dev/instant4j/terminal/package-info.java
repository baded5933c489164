/** How text looks on a terminal, and how a person is asked. Knows nothing of apps and commands. */
@NullMarked
package dev.instant4j.terminal;

import org.jspecify.annotations.NullMarked;
