package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.model.AttrName;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The attrs that every app shares and nobody changes. */
final class SystemCatalog {
    /** System entities that apps may add attrs to. */
    static final Set<String> EDITABLE = Set.of("$users", "$files", "$streams");

    private static final AttrName FILE_URL = new AttrName("$files", "url");

    private final List<AttrRow> attrs = new ArrayList<>();
    private final Map<UUID, JsonObject> json = new LinkedHashMap<>();
    private final Set<UUID> hidden = new HashSet<>();
    private final Set<AttrName> names = new HashSet<>();

    SystemCatalog() {
        JsonArray entries = read();
        for (int i = 0; i < entries.size(); i++) {
            add(entries.getJsonObject(i));
        }
    }

    private void add(JsonObject entry) {
        boolean isHidden = entry.remove("hidden") != null;
        AttrRow attr = AttrJson.systemAttr(entry);
        attrs.add(attr);
        json.put(attr.id(), entry);
        names.add(attr.name());
        if (attr.reverse() != null) {
            names.add(attr.reverse().name());
        }
        if (isHidden) {
            hidden.add(attr.id());
        }
    }

    List<AttrRow> attrs() {
        return attrs;
    }

    boolean has(UUID attr) {
        return json.containsKey(attr);
    }

    /** Tells whether a name, forward or reverse, belongs to the catalog. */
    boolean hasName(AttrName name) {
        return names.contains(name);
    }

    /** Tells whether schemas leave the attr out. */
    boolean isHidden(UUID attr) {
        return hidden.contains(attr);
    }

    /** Returns the attr as lists of attrs show it. */
    JsonObject listed(AttrRow attr) {
        JsonObject entry = json.get(attr.id());
        if (entry == null) {
            throw new IllegalArgumentException(attr.name() + " is not in the system catalog.");
        }
        return entry.copy();
    }

    /** Returns the attr as schemas show it: the url of a file counts as required there. */
    JsonObject shown(AttrRow attr) {
        return attr.name().equals(FILE_URL) ? listed(attr).put("required?", true) : listed(attr);
    }

    private static JsonArray read() {
        try (InputStream in = SystemCatalog.class.getResourceAsStream("system-catalog.json")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file system-catalog.json: install it again.");
            }
            return new JsonArray(Buffer.buffer(in.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
