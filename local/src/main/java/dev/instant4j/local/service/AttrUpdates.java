package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.Ident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out {@code update-attr} steps. Of several for one attr only the first counts. */
final class AttrUpdates {
    private final Tx tx;
    private final UUID app;
    private final SystemCatalog catalog;
    private int touched;

    AttrUpdates(Tx tx, UUID app, SystemCatalog catalog) {
        this.tx = tx;
        this.app = app;
        this.catalog = catalog;
    }

    /** Changes all attrs and returns how many rows were touched. */
    JsonArray run(List<?> arguments) {
        List<AttrInput> inputs = arguments.stream().map(AttrInput::of).toList();
        inputs.forEach(input -> input.names().forEach(name -> AttrRules.nameIsFree(catalog, name, input)));
        AttrNames names = AttrNames.of(AppSchema.of(tx, catalog, app));
        Set<UUID> seen = new HashSet<>();
        List<AttrRow> changed = inputs.stream()
                .filter(input -> seen.add(input.id()))
                .flatMap(input -> update(names, input).stream())
                .toList();
        changed.stream().filter(attr -> attr.constraints().isRequired()).forEach(this::mustBeEverywhere);
        return new JsonArray().add(new JsonObject().put("count", touched));
    }

    /** Changes an attr, which may even be a deleted one. */
    private Optional<AttrRow> update(AttrNames names, AttrInput input) {
        @Nullable AttrRow stored = tx.attrs().byId(app, input.id()).orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        AttrRow changed = changed(stored, input);
        names.replace(stored, changed);
        AttrRules.requiredIsAllowed(changed);
        tx.attrs().update(app, changed);
        touched++;
        renameIdent(input, AttrInput.FORWARD, stored.forward());
        if (stored.reverse() != null) {
            renameIdent(input, AttrInput.REVERSE, stored.reverse());
        }
        data(stored, changed);
        return Optional.of(changed);
    }

    private void mustBeEverywhere(AttrRow attr) {
        AppSchema schema = AppSchema.of(tx, catalog, app);
        if (AttrRules.isMissingSomewhere(tx, app, schema, attr)) {
            throw Refusal.invalid(
                    AttrInput.DATA_TYPE,
                    new JsonObject().put("id", attr.id().toString()),
                    "Can't update attribute `" + attr.name().label() + "` to required because `"
                            + attr.name().entity() + "` already have entities without it");
        }
    }

    private static AttrRow changed(AttrRow stored, AttrInput input) {
        Constraints has = stored.constraints();
        return new AttrRow(
                stored.id(),
                renamed(stored.forward(), input.identity(AttrInput.FORWARD)),
                stored.reverse() == null ? null : renamed(stored.reverse(), input.identity(AttrInput.REVERSE)),
                input.text("value-type").orElse(stored.valueType()),
                input.cardinality().orElse(stored.cardinality()),
                new Constraints(
                        input.flag("unique?").orElse(has.isUnique()),
                        input.flag("index?").orElse(has.isIndexed()),
                        input.flag("required?").orElse(has.isRequired()),
                        has.checkedDataType()),
                input.deleteRule(AttrJson.ON_DELETE),
                input.deleteRule(AttrJson.ON_DELETE_REVERSE),
                stored.inferredTypes(),
                stored.running(),
                stored.deletion());
    }

    private static Ident renamed(Ident stored, Optional<Ident> wanted) {
        return wanted.map(ident -> stored.renamed(ident.name())).orElse(stored);
    }

    /** An update that names another ident leaves the old name reserved. */
    private void renameIdent(AttrInput input, String key, Ident stored) {
        @Nullable
        Ident wanted = input.identity(key)
                .filter(ident -> ident.id().equals(stored.id()))
                .orElse(null);
        if (wanted == null) {
            return;
        }
        boolean isTaken = tx.attrs()
                .identOf(app, wanted.name())
                .filter(owner -> !owner.equals(stored.id()))
                .isPresent();
        if (isTaken) {
            throw AttrRules.nameTaken(wanted.name());
        }
        tx.attrs().renameIdent(app, stored.id(), wanted.name());
        touched++;
    }

    private void data(AttrRow stored, AttrRow changed) {
        Constraints before = stored.constraints();
        Constraints after = changed.constraints();
        AppSchema schema = AppSchema.of(tx, catalog, app);
        boolean isNarrowed = !stored.hasOne() && changed.hasOne();
        if (isNarrowed && tx.triples().withSeveral(app, changed.id()).isPresent()) {
            throw Refusal.notUnique("triple");
        }
        if (after.isUnique() && !before.isUnique()) {
            AttrRules.valuesAreUnique(tx, app, changed);
        }
        if (after.isIndexed() && !before.isIndexed()) {
            AttrRules.fillWithNull(tx, app, schema, changed);
        }
        if (!before.equals(after) || isNarrowed) {
            touched += (int) tx.triples().count(app, changed.id());
        }
    }
}
