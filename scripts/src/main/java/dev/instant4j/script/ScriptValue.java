package dev.instant4j.script;

import dev.instant4j.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a top-level variable of a script held at the end.
 *
 * @param name its name; JShell's own, such as {@code $3}, if the script gave none
 * @param type as the script declared it or JShell inferred it
 * @param value what it held
 * @param isNamed whether the script gave it a name
 * @param place where it was declared
 */
record ScriptValue(String name, String type, @Nullable Object value, boolean isNamed, Place place) {}
