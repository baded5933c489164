package dev.instant4j.script;

import dev.instant4j.model.Definition;
import dev.instant4j.plan.Plan;
import dev.instant4j.render.Palette;
import dev.instant4j.render.PlanText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a script that acts works with.
 *
 * @param platform what {@code instant} is
 * @param arguments what {@code args} is
 * @param variables the environment
 * @param reader reads definitions
 * @param folder of the script, as the user named it; null if it was named without one
 * @param out where {@code print} prints
 * @param palette what that looks like
 */
record ScriptSession(
        BlockingPlatform platform,
        List<String> arguments,
        Map<String, String> variables,
        DefinitionReader reader,
        @Nullable Path folder,
        PrintStream out,
        Palette palette) {

    ScriptSession {
        arguments = List.copyOf(arguments);
        variables = Map.copyOf(variables);
    }

    void print(@Nullable Object value) {
        if (value instanceof Plan plan) {
            out.print(PlanText.of(plan, palette));
        } else {
            out.println(value);
        }
    }

    Definition load(String file) {
        return reader.read(folder == null ? Path.of(file) : folder.resolve(file));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
