package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Adds all attrs and returns the ids that were made. */
    JsonObject run(List<?> arguments) {
        AppSchema before = AppSchema.of(tx, catalog, app);
        List<AttrRow> added = new ArrayList<>();
        for (Object argument : arguments) {
            AttrInput input = AttrInput.of(argument);
            added.add(input.complete());
            names(input).forEach(name -> AttrRules.nameIsFree(catalog, name, input));
        }
        for (int i = 0; i < added.size(); i++) {
            add(before, added.get(i), AttrInput.of(arguments.get(i)));
        }
        return new JsonObject()
                .put("attrs", ids(added.stream().map(AttrRow::id)))
                .put("idents", ids(added.stream().flatMap(AttrAdditions::idents).map(Ident::id)))
                .put("triples", new JsonArray());
    }

    private void add(AppSchema before, AttrRow attr, AttrInput input) {
        if (isStoredAlready(attr)) {
            return;
        }
        idents(attr).forEach(this::identIsFree);
        AttrRules.requiredIsAllowed(attr);
        AttrName name = attr.name();
        if (attr.constraints().isRequired() && AttrRules.hasEntities(tx, app, before, name.entity())) {
            throw input.wrong("Can't create attribute `" + name.label() + "` as required because `" + name.entity()
                    + "` already have entities");
        }
        tx.attrs().add(app, attr);
        if (attr.constraints().isIndexed()) {
            AttrRules.fillWithNull(tx, app, before, attr);
        }
    }

    private boolean isStoredAlready(AttrRow attr) {
        Optional<AttrRow> stored = tx.attrs().byId(app, attr.id());
        if (stored.isEmpty()) {
            return false;
        }
        if (isSame(stored.get(), attr)) {
            return true;
        }
        throw raised("The attribute with id " + attr.id() + " conflicts with an existing attribute with id " + attr.id()
                + ".");
    }

    private static boolean isSame(AttrRow stored, AttrRow attr) {
        return AttrJson.of(stored).put("inferred-types", null).equals(AttrJson.of(attr));
    }

    private void identIsFree(Ident ident) {
        @Nullable AttrName stored = tx.attrs().identName(app, ident.id()).orElse(null);
        if (stored != null) {
            throw raised("Another attribute for " + ident.name() + " exists with different properties.");
        }
        if (tx.attrs().identOf(app, ident.name()).isPresent()) {
            throw AttrRules.nameTaken(ident.name());
        }
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

    private static Stream<AttrName> names(AttrInput input) {
        return Stream.of("forward-identity", "reverse-identity")
                .flatMap(key -> input.identity(key).stream())
                .map(Ident::name);
    }

    private static Stream<Ident> idents(AttrRow attr) {
        return Stream.concat(Stream.of(attr.forward()), Stream.ofNullable(attr.reverse()));
    }

    private static JsonArray ids(Stream<UUID> ids) {
        return new JsonArray(
                ids.map(id -> new JsonObject().put("id", id.toString())).toList());
    }
}
