package dev.instant4j.script;

import dev.instant4j.error.DefinitionException;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Reads definitions: scripts whose top-level variables of type Schema and Rules say what an app should be. */
public final class DefinitionReader {
    private final Path directory;
    private final Consumer<DefinitionException> onExit;

    /**
     * @param directory what the names of files are relative to
     * @param onExit told, on a thread of the dying process, that a definition called {@code System.exit}; may halt
     */
    public DefinitionReader(Path directory, Consumer<DefinitionException> onExit) {
        this.directory = directory;
        this.onExit = onExit;
    }

    /**
     * Evaluates the script in {@code file} on the calling thread.
     *
     * @throws DefinitionException if it can't be read or run to its end, or doesn't define one schema, one set of
     *     rules, or one of each
     */
    public Definition read(Path file) {
        try (ScriptRunner runner = ScriptRunner.start()) {
            runner.prepare(List.of(Prelude.DEFINITION));
            Evaluation evaluation =
                    runner.run(Script.read(directory, file), failure -> onExit.accept(asDefinitionException(failure)));
            return definition(file, evaluation);
        } catch (ScriptException e) {
            throw asDefinitionException(e);
        }
    }

    private static Definition definition(Path file, Evaluation evaluation) {
        List<Finding> findings = new ArrayList<>();
        Schema schema = only(Schema.class, file, evaluation, findings);
        Rules rules = only(Rules.class, file, evaluation, findings);
        if (schema == null && rules == null && findings.isEmpty()) {
            findings.add(nothingDefined(file, evaluation));
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings, null);
        }
        return new Definition(schema, rules).at(evaluation.places());
    }

    /** Returns the value of the only variable of that type; null if there is none, or after adding a finding. */
    private static <T> @Nullable T only(Class<T> type, Path file, Evaluation evaluation, List<Finding> findings) {
        List<ScriptValue> found = evaluation.values().stream()
                .filter(ScriptValue::isNamed)
                .filter(value -> isA(type, value))
                .toList();
        if (found.size() > 1) {
            findings.add(definedTwice(type, file, found));
            return null;
        }
        if (found.isEmpty()) {
            return null;
        }
        Object value = found.get(0).value();
        if (value == null) {
            findings.add(definedAsNull(type, file, found.get(0)));
        }
        return type.cast(value);
    }

    private static boolean isA(Class<?> type, ScriptValue value) {
        return type.isInstance(value.value())
                || (value.value() == null
                        && List.of(type.getSimpleName(), type.getName()).contains(value.type()));
    }

    private static Finding definedTwice(Class<?> type, Path file, List<ScriptValue> found) {
        String lines = found.stream()
                .map(value -> value.name() + " on line " + value.place().line())
                .collect(joining(", "));
        return ScriptFault.DEFINED_TWICE.at(
                found.get(1).place(),
                name(file),
                "A definition has one variable of type " + type.getSimpleName() + ", here are " + found.size() + ": "
                        + lines + ".",
                "Put parts that are shared into methods or variables of type List.");
    }

    private static Finding definedAsNull(Class<?> type, Path file, ScriptValue value) {
        return ScriptFault.DEFINED_AS_NULL.at(
                value.place(),
                name(file),
                "The variable " + value.name() + " of type " + type.getSimpleName() + " is null.",
                "");
    }

    private static Finding nothingDefined(Path file, Evaluation evaluation) {
        Place place = evaluation.values().stream()
                .filter(value -> value.value() instanceof Schema || value.value() instanceof Rules)
                .map(ScriptValue::place)
                .findFirst()
                .orElse(Place.UNKNOWN);
        String message = place.isKnown()
                ? "What is made here is not kept in a variable."
                : file + " has no variable of type Schema or Rules, so it defines nothing.";
        return ScriptFault.NOTHING_DEFINED.at(
                place, name(file), message, "Write var schema = schema(...); or var rules = rules(...);");
    }

    private static DefinitionException asDefinitionException(ScriptException e) {
        return new DefinitionException(e.findings(), e.getCause());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
