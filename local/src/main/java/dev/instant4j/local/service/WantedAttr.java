package dev.instant4j.local.service;

import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An attr or a link as a definition wants it. What the definition leaves out is null.
 *
 * @param reverse null unless it is a link
 * @param cardinality one or many; for links whatever the definition says
 */
record WantedAttr(
        Name forward,
        @Nullable Name reverse,
        @Nullable Object cardinality,
        boolean isUnique,
        boolean isIndexed,
        boolean isRequired,
        @Nullable String checkedDataType,
        @Nullable Object onDelete,
        @Nullable Object onDeleteReverse) {

    /** A name of which parts may be missing. */
    record Name(@Nullable String etype, @Nullable String label) {

        static Name of(AttrName name) {
            return new Name(name.entity(), name.label());
        }

        /** Returns the name as messages of plans show it. */
        String arrow() {
            return etype + "->" + label;
        }

        AttrName complete() {
            return new AttrName(String.valueOf(etype), String.valueOf(label));
        }

        JsonArray identity(@Nullable String identId) {
            return new JsonArray().add(identId).add(etype).add(label);
        }
    }

    boolean isLink() {
        return reverse != null;
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
