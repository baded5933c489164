package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrStore.StoredIdent;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out {@code add-attr} steps. */
final class AttrAdditions {
    private final Tx tx;
    private final UUID app;
    private final SystemCatalog catalog;

    AttrAdditions(Tx tx, UUID app, SystemCatalog catalog) {
        this.tx = tx;
        this.app = app;
        this.catalog = catalog;
    }

    /**
     * Adds all attrs and returns the ids that were made, and the entities that were given a null. An attr that is stored
     * already stays as it is.
     */
    JsonObject run(List<?> arguments) {
        AppSchema before = AppSchema.of(tx, catalog, app);
        List<AttrInput> inputs = arguments.stream().map(AttrInput::of).toList();
        List<AttrRow> wanted =
                inputs.stream().map(AttrInput::complete).distinct().toList();
        inputs.forEach(input -> input.names().forEach(name -> AttrRules.nameIsFree(catalog, name, input)));
        inputs.forEach(input -> requiredIsPossible(before, input));
        List<UUID> ids = wanted.stream().map(AttrRow::id).toList();
        Set<UUID> idents = new LinkedHashSet<>();
        wanted.forEach(attr -> idents(attr).filter(ident -> isNew(attr, ident)).forEach(ident -> {
            tx.attrs().addIdent(app, attr.id(), ident);
            idents.add(ident.id());
        }));
        List<AttrRow> named = wanted.stream()
                .filter(attr -> idents.contains(attr.forward().id())
                        || ids.contains(attr.forward().id()))
                .toList();
        AttrNames names = AttrNames.of(before);
        named.forEach(attr -> addUnlessStored(names, attr));
        return new JsonObject()
                .put("attrs", ids(named.stream().map(AttrRow::id), "id"))
                .put("idents", ids(idents.stream(), "id"))
                .put("triples", ids(named.stream().flatMap(attr -> fill(before, attr)), "entity_id"));
    }

    private void requiredIsPossible(AppSchema before, AttrInput input) {
        AttrRow attr = input.complete();
        AttrName name = attr.name();
        if (attr.constraints().isRequired() && AttrRules.hasEntities(tx, app, before, name.entity())) {
            throw input.wrong("Can't create attribute `" + name.label() + "` as required because `" + name.entity()
                    + "` already have entities");
        }
        AttrRules.requiredIsAllowed(attr);
    }

    private boolean isNew(AttrRow attr, Ident ident) {
        @Nullable StoredIdent stored = tx.attrs().ident(app, ident.id()).orElse(null);
        if (stored == null) {
            if (tx.attrs().identOf(app, ident.name()).isPresent()) {
                throw AttrRules.nameTaken(ident.name());
            }
            return true;
        }
        if (!stored.equals(new StoredIdent(attr.id(), ident.name()))) {
            throw raised("Another attribute for " + ident.name() + " exists with different properties.");
        }
        return false;
    }

    private void addUnlessStored(AttrNames names, AttrRow attr) {
        Optional<AttrRow> stored = tx.attrs().byId(app, attr.id());
        if (stored.isEmpty()) {
            names.add(attr);
            tx.attrs().add(app, attr);
        } else if (!isSame(stored.get(), attr)) {
            throw raised("The attribute with id " + attr.id() + " conflicts with an existing attribute with id "
                    + attr.id() + ".");
        }
    }

    private static boolean isSame(AttrRow stored, AttrRow attr) {
        return AttrJson.of(stored).put("inferred-types", null).equals(AttrJson.of(attr));
    }

    /** Gives null to the entities that an indexed attr finds, but for those of the system's own types. */
    private Stream<UUID> fill(AppSchema before, AttrRow attr) {
        @Nullable
        AttrRow idAttr = before.idAttr(attr.name().entity())
                .filter(found -> !before.isSystem(found))
                .orElse(null);
        if (idAttr == null || attr.isLink() || !attr.constraints().isIndexed()) {
            return Stream.empty();
        }
        List<UUID> entities = tx.triples().withoutValue(app, idAttr.id(), attr.id());
        tx.triples().fillWithNull(app, idAttr.id(), attr.id(), tx.now());
        return entities.stream();
    }

    private static Refusal raised(String reason) {
        return Refusal.of(
                "sql-raise",
                "Raised Exception: " + reason,
                new JsonObject()
                        .put("condition", "raise-exception")
                        .put("table", null)
                        .put("constraint", null));
    }

    private static Stream<Ident> idents(AttrRow attr) {
        return Stream.concat(Stream.of(attr.forward()), Stream.ofNullable(attr.reverse()));
    }

    private static JsonArray ids(Stream<UUID> ids, String key) {
        return new JsonArray(
                ids.map(id -> new JsonObject().put(key, id.toString())).toList());
    }
}
