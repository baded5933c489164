package dev.instant4j.local.service;

import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An attr or a link as a definition wants it. What the definition leaves out is null.
 *
 * @param place its entity and label as the definition spells them, with what is before a slash; what an app has is looked
 *     up by it
 * @param forward its name: without what is before a slash
 * @param reverse null unless it is a link
 * @param cardinality one or many; for links whatever the definition says
 */
record WantedAttr(
        AttrName place,
        Name forward,
        @Nullable Name reverse,
        @Nullable String cardinality,
        boolean isUnique,
        boolean isIndexed,
        boolean isRequired,
        @Nullable String checkedDataType,
        @Nullable String onDelete,
        @Nullable String onDeleteReverse) {

    /** A name of which parts may be missing. */
    record Name(@Nullable String etype, @Nullable String label) {

        static Name of(AttrName name) {
            return new Name(name.entity(), name.label());
        }

        AttrName complete() {
            return new AttrName(String.valueOf(etype), String.valueOf(label));
        }

        JsonArray identity(@Nullable String identId) {
            return new JsonArray().add(identId).add(etype).add(label);
        }
    }

    /** Returns the part of a step that says what values must be. */
    JsonObject constraints() {
        return new JsonObject()
                .put("unique?", isUnique)
                .put("index?", isIndexed)
                .put("required?", isRequired);
    }

    /** Returns this attr as the new schema of a plan shows it: without ids. */
    JsonObject shown() {
        JsonObject json = constraints()
                .put("id", null)
                .put("forward-identity", forward.identity(null))
                .put("cardinality", cardinality);
        return reverse == null
                ? json.put("value-type", "blob").put("catalog", catalog()).put("checked-data-type", checkedDataType)
                : json.put("value-type", "ref")
                        .put("reverse-identity", reverse.identity(null))
                        .put(AttrJson.ON_DELETE, onDelete)
                        .put(AttrJson.ON_DELETE_REVERSE, onDeleteReverse);
    }

    /** Plans show attrs of system entities as the system's, whoever owns them. */
    private String catalog() {
        return SystemCatalog.EDITABLE.contains(String.valueOf(forward.etype())) ? "system" : "user";
    }
}
