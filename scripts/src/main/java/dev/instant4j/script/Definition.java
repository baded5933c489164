package dev.instant4j.script;

import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an app should be, as one file says it. It says something of at least one of the two.
 *
 * @param file as the user named it
 * @param schema null if the file says nothing of a schema
 * @param rules null if the file says nothing of rules
 */
public record Definition(
        Path file, @Nullable Schema schema, @Nullable Rules rules) {}
