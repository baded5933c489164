package dev.instant4j.script;

import dev.instant4j.model.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;

/** The top-level variables of a script and what they hold. */
final class ScriptVariables {
    private final JShell shell;
    private final LiveControl control;
    private final ScriptPlaces places;
    private final Map<VarSnippet, ScriptValue> values = new LinkedHashMap<>();

    ScriptVariables(JShell shell, LiveControl control, ScriptPlaces places) {
        this.shell = shell;
        this.control = control;
        this.places = places;
    }

    /** Notes a variable and what it holds now. One that is declared again later keeps this value. */
    void add(VarSnippet variable) {
        if (shell.status(variable) == Status.VALID) {
            values.put(variable, valueOf(variable));
        }
    }

    /** Returns every variable with what it holds now, or held last, in the order they were declared. */
    List<ScriptValue> values() {
        List.copyOf(values.keySet()).forEach(this::add);
        return List.copyOf(values.values());
    }

    private ScriptValue valueOf(VarSnippet variable) {
        shell.varValue(variable);
        boolean isNamed = variable.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        Place place = places.begin(variable);
        return new ScriptValue(variable.name(), variable.typeName(), control.value(), isNamed, place);
    }
}
