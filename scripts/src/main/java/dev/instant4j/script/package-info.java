/** Runs a {@code .jsh} script in this process and says where in its file anything went wrong. Knows no command line. */
@NullMarked
package dev.instant4j.script;

import org.jspecify.annotations.NullMarked;
