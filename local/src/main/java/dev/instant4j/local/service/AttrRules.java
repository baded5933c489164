package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What names an app may give to attrs, and what stored data must be for a constraint to hold. */
final class AttrRules {
    private static final String REQUIRED_SYSTEM =
            "You can't create a required system attribute. Make sure it's optional."
                    + " Check out the docs to learn more: https://www.instantdb.com/docs/modeling-data#required-constraints";

    private AttrRules() {}

    /** Refuses names that belong to the system. */
    static void nameIsFree(SystemCatalog catalog, AttrName name, AttrInput input) {
        if (catalog.hasName(name)) {
            throw input.wrong(name + " is a system column and it already exists.");
        }
        if (name.entity().startsWith("$") && !SystemCatalog.EDITABLE.contains(name.entity())) {
            throw input.wrong("$ is reserved for system tables. You can't create " + name.entity());
        }
    }

    static void requiredIsAllowed(AttrRow attr) {
        if (attr.constraints().isRequired() && attr.name().entity().startsWith("$")) {
            throw Refusal.of("validation-failed", REQUIRED_SYSTEM, null);
        }
    }

    static Refusal nameTaken(AttrName name) {
        return Refusal.of(
                "record-not-unique",
                "`" + name.label() + "` already exists on `" + name.entity() + "`",
                new JsonObject()
                        .put("record-type", "ident")
                        .put("etype", name.entity())
                        .put("label", name.label()));
    }

    /** Refuses values that occur twice under an attr that is to be unique. */
    static void valuesAreUnique(Tx tx, UUID app, AttrRow attr) {
        Optional<Triple> duplicate = tx.triples().duplicate(app, attr.id());
        if (duplicate.isPresent()) {
            throw notUnique(attr, duplicate.get().value());
        }
    }

    static Refusal notUnique(AttrRow attr, Value value) {
        String etype = attr.name().entity();
        String label = attr.name().label();
        String json = Json.encode(value.json());
        return Refusal.of(
                "record-not-unique",
                "`" + label + "` is a unique attribute on `" + etype + "` and an entity already exists with `" + etype
                        + "." + label + "` = " + json,
                new JsonObject()
                        .put("record-type", "triple")
                        .put("attr-id", attr.id().toString())
                        .put("etype", etype)
                        .put("label", label)
                        .put("value", json));
    }

    /** Tells whether any entity of a type has data. */
    static boolean hasEntities(Tx tx, UUID app, AppSchema schema, String etype) {
        return schema.attrsOf(etype).stream().anyMatch(attr -> tx.triples().isUsed(app, attr.id()));
    }

    /** Tells whether an entity lacks a value under {@code attr}. */
    static boolean isMissingSomewhere(Tx tx, UUID app, AppSchema schema, AttrRow attr) {
        UUID idAttr = schema.idAttr(attr.name().entity()).map(AttrRow::id).orElse(null);
        return idAttr != null && tx.triples().countMissing(app, idAttr, attr.id()) > 0;
    }

    /** Gives null to entities without a value, as an indexed attr has it. */
    static void fillWithNull(Tx tx, UUID app, AppSchema schema, AttrRow attr) {
        @Nullable AttrRow idAttr = schema.idAttr(attr.name().entity()).orElse(null);
        if (idAttr != null && !attr.isLink()) {
            tx.triples().fillWithNull(app, idAttr.id(), attr.id(), tx.now());
        }
    }
}
