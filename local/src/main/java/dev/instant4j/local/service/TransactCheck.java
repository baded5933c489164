package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.local.store.Value.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks what a transaction has touched, before it ends. */
final class TransactCheck {
    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;
    private final Touched touched;

    TransactCheck(Tx tx, UUID app, AppSchema schema, Touched touched) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
        this.touched = touched;
    }

    /** Refuses values that occur twice though they may not. */
    void uniqueness() {
        touched.unique().forEach((written, attr) -> {
            if (tx.triples().having(app, written.attr(), written.value()).size() > 1) {
                throw AttrRules.notUnique(attr, written.value());
            }
        });
    }

    /** Gives new entities a null under every indexed attr they have no value for. */
    void fillIndexed() {
        Map<String, List<AttrRow>> indexed = new HashMap<>();
        for (Touched.Entity entity : touched.created()) {
            List<AttrRow> attrs = indexed.computeIfAbsent(
                    entity.etype(),
                    etype -> attrsOf(etype, attr -> attr.constraints().isIndexed() && !attr.isLink()));
            List<Triple> values = attrs.isEmpty() ? List.of() : tx.triples().of(app, entity.id());
            attrs.stream()
                    .filter(attr -> !has(values, attr, true))
                    .forEach(attr -> tx.triples().add(app, new Triple(entity.id(), attr.id(), Value.NULL, tx.now())));
        }
    }

    private List<AttrRow> attrsOf(String etype, Predicate<AttrRow> wanted) {
        return schema.attrsOf(etype).stream().filter(wanted).toList();
    }

    /** Refuses entities that lack what every entity of their type must have. */
    void required() {
        Map<AttrRow, List<UUID>> missing = new LinkedHashMap<>();
        Map<String, List<AttrRow>> required = new HashMap<>();
        for (Touched.Entity entity : touched.entities()) {
            List<AttrRow> attrs = required.computeIfAbsent(
                    entity.etype(),
                    etype -> attrsOf(etype, attr -> attr.constraints().isRequired()));
            if (attrs.isEmpty()) {
                continue;
            }
            List<Triple> values = tx.triples().of(app, entity.id());
            boolean exists = schema.attrsOf(entity.etype()).stream().anyMatch(attr -> has(values, attr, true));
            if (exists) {
                attrs.stream()
                        .filter(attr -> !has(values, attr, false))
                        .forEach(attr -> missing.computeIfAbsent(attr, none -> new ArrayList<>())
                                .add(entity.id()));
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
    }

    private static boolean has(List<Triple> values, AttrRow attr, boolean countsNull) {
        return values.stream()
                .anyMatch(triple -> triple.attr().equals(attr.id())
                        && (countsNull || triple.value().kind() != Kind.NULL));
    }

    private static Refusal missing(Map<AttrRow, List<UUID>> missing) {
        JsonArray records = new JsonArray();
        missing.forEach((attr, entities) -> entities.forEach(entity -> records.add(new JsonObject()
                .put("entity_id", entity.toString())
                .put("attr_id", attr.id().toString())
                .put("etype", attr.name().entity())
                .put("label", attr.name().label())
                .put("is_required", true))));
        String message = missing.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(". "));
        return Refusal.of("validation-failed", message, new JsonObject().put("records", records));
    }

    private static String sentence(AttrRow attr, List<UUID> entities) {
        String ids = entities.stream().map(UUID::toString).collect(Collectors.joining(", "));
        return "Missing required attribute" + (entities.size() > 1 ? "s" : "") + " `"
                + attr.name().entity() + "/" + attr.name().label() + "`: " + ids;
    }
}
