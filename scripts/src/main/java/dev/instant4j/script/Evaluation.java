package dev.instant4j.script;

import dev.instant4j.model.Places;
import java.util.List;

/**
 * A script that ran to its end.
 *
 * @param values every top-level variable, in the order they were declared, also those declared again later
 * @param places translates places that its values remember to lines of its file
 */
record Evaluation(List<ScriptValue> values, Places places) {}
