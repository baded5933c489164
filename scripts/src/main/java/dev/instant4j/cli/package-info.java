/** The {@code instant4j} command: one class per command, all effects through {@code Env}, exit codes in one place. */
@NullMarked
package dev.instant4j.cli;

import org.jspecify.annotations.NullMarked;
