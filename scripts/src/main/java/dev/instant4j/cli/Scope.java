package dev.instant4j.cli;

import dev.instant4j.model.Definition;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which definition a command is about, and which part of it.
 *
 * @param part the schema, the rules, or all the file says
 * @param file as the user named it
 */
record Scope(Part part, Path file) {

    /** A part of a definition, called as the Node tools call it. */
    enum Part {
        SCHEMA,
        PERMS,
        ALL
    }

    /**
     * Reads the operands {@code [schema|perms|all] FILE}.
     *
     * @throws UsageException if they are others
     */
    static Scope of(Command command, List<String> operands) {
        boolean isPartGiven =
                !operands.isEmpty() && List.of("schema", "perms", "all").contains(operands.get(0));
        List<String> files = isPartGiven ? operands.subList(1, operands.size()) : operands;
        if (files.size() != 1) {
            String message = files.isEmpty() ? " needs a file." : " takes one file, not " + files.size() + ".";
            throw new UsageException(
                    command.name() + message, "Write instant4j " + command.name() + " [schema|perms|all] FILE.");
        }
        Part part = isPartGiven ? Part.valueOf(operands.get(0).toUpperCase(Locale.ROOT)) : Part.ALL;
        return new Scope(part, Path.of(files.get(0)));
    }

    /** Returns the part of {@code definition} that this is about; it may be nothing. */
    Definition of(Definition definition) {
        return switch (part) {
            case SCHEMA -> new Definition(definition.schema(), null);
            case PERMS -> new Definition(null, definition.rules());
            case ALL -> definition;
        };
    }
}
