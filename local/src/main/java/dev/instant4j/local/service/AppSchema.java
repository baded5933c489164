package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All attrs of an app, its own and those of the system catalog, with their names. */
final class AppSchema {
    private static final String ID = "id";

    private final SystemCatalog catalog;
    private final List<AttrRow> own;
    private final Map<UUID, AttrRow> byId = new LinkedHashMap<>();
    private final Map<AttrName, AttrRow> forward = new LinkedHashMap<>();
    private final Map<AttrName, AttrRow> reverse = new LinkedHashMap<>();

    private AppSchema(SystemCatalog catalog, List<AttrRow> own) {
        this.catalog = catalog;
        this.own = own;
        catalog.attrs().forEach(this::index);
        own.forEach(this::index);
    }

    /** Returns what an app has now. */
    static AppSchema of(Tx tx, SystemCatalog catalog, UUID app) {
        return new AppSchema(catalog, tx.attrs().live(app));
    }

    private void index(AttrRow attr) {
        byId.put(attr.id(), attr);
        forward.put(attr.name(), attr);
        Ident other = attr.reverse();
        if (other != null) {
            reverse.put(other.name(), attr);
        }
    }

    SystemCatalog catalog() {
        return catalog;
    }

    Stream<AttrRow> all() {
        return byId.values().stream();
    }

    Optional<AttrRow> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<AttrRow> forward(AttrName name) {
        return Optional.ofNullable(forward.get(name));
    }

    /** Returns the link whose other end has that name. */
    Optional<AttrRow> reverse(AttrName name) {
        return Optional.ofNullable(reverse.get(name));
    }

    /** Returns the attr that marks the entities of a type. */
    Optional<AttrRow> idAttr(String etype) {
        return forward(new AttrName(etype, ID));
    }

    /** Returns an attr of the system catalog. */
    AttrRow system(String etype, String label) {
        AttrName name = new AttrName(etype, label);
        return forward(name).orElseThrow(() -> new IllegalStateException("The system catalog lacks " + name));
    }

    /** Returns the attrs whose forward name belongs to an entity type. */
    List<AttrRow> attrsOf(String etype) {
        return all().filter(attr -> attr.name().entity().equals(etype)).toList();
    }

    boolean isSystem(AttrRow attr) {
        return catalog.has(attr.id());
    }

    /** Tells whether schemas show the attr. */
    boolean isVisible(AttrRow attr) {
        return !catalog.isHidden(attr.id());
    }

    /** Returns an attr as lists of attrs show it. */
    JsonObject json(AttrRow attr) {
        return isSystem(attr) ? catalog.listed(attr) : AttrJson.of(attr);
    }

    /** Returns the list of all attrs, hidden ones too. */
    JsonArray attrsJson() {
        List<JsonObject> list = new ArrayList<>();
        catalog.attrs().forEach(attr -> list.add(catalog.listed(attr)));
        own.forEach(attr -> list.add(AttrJson.of(attr)));
        return new JsonArray(list);
    }

    /** Returns the visible attrs by name: links and others. */
    JsonObject schemaJson() {
        return schemaJson(AppSchema::refKey);
    }

    /** Like {@link #schemaJson()}, with plainer names of links. */
    JsonObject plainSchemaJson() {
        return schemaJson((forward, reverse) ->
                String.join("-", forward.entity(), forward.label(), reverse.entity(), reverse.label()));
    }

    private JsonObject schemaJson(BiFunction<AttrName, AttrName, String> key) {
        JsonObject refs = new JsonObject();
        JsonObject blobs = new JsonObject();
        all().filter(this::isVisible).forEach(attr -> {
            JsonObject json = isSystem(attr) ? catalog.shown(attr) : AttrJson.of(attr);
            Ident other = attr.reverse();
            if (attr.isLink() && other != null) {
                refs.put(key.apply(attr.name(), other.name()), json);
            } else {
                labels(blobs, attr.name().entity()).put(attr.name().label(), json);
            }
        });
        return new JsonObject().put("refs", refs).put("blobs", blobs);
    }

    static JsonObject labels(JsonObject blobs, String etype) {
        JsonObject labels = blobs.getJsonObject(etype);
        if (labels == null) {
            labels = new JsonObject();
            blobs.put(etype, labels);
        }
        return labels;
    }

    static String refKey(AttrName forward, AttrName reverse) {
        return refKey(Stream.of(forward.entity(), forward.label(), reverse.entity(), reverse.label()));
    }

    /** Returns the key of a link whose names may be missing. */
    static String refKey(Stream<@Nullable String> names) {
        return names.map(AppSchema::quoted).collect(Collectors.joining(" ", "[", "]"));
    }

    private static String quoted(@Nullable String name) {
        return name == null ? "nil" : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
