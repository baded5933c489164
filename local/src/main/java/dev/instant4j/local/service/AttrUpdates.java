package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.AttrName;
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
        Set<UUID> seen = new HashSet<>();
        for (Object argument : arguments) {
            AttrInput input = AttrInput.of(argument);
            if (seen.add(input.id())) {
                update(input);
            }
        }
        return new JsonArray().add(new JsonObject().put("count", touched));
    }

    private void update(AttrInput input) {
        AttrRow stored = tx.attrs()
                .byId(app, input.id())
                .filter(attr -> attr.deletion() == null)
                .orElse(null);
        if (stored == null) {
            return;
        }
        AttrRow changed = changed(stored, input);
        names(stored, changed, input);
        AttrRules.requiredIsAllowed(changed);
        tx.attrs().update(app, changed);
        touched++;
        renameIdent(input, "forward-identity", stored.forward());
        if (stored.reverse() != null) {
            renameIdent(input, "reverse-identity", stored.reverse());
        }
        data(stored, changed, input);
    }

    private static AttrRow changed(AttrRow stored, AttrInput input) {
        Constraints has = stored.constraints();
        return new AttrRow(
                stored.id(),
                renamed(stored.forward(), input.identity("forward-identity")),
                stored.reverse() == null ? null : renamed(stored.reverse(), input.identity("reverse-identity")),
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
                null);
    }

    private static Ident renamed(Ident stored, Optional<Ident> wanted) {
        return wanted.map(ident -> stored.renamed(ident.name())).orElse(stored);
    }

    private void names(AttrRow stored, AttrRow changed, AttrInput input) {
        name(stored.name(), changed.name(), input);
        Ident reverse = changed.reverse();
        if (stored.reverse() != null && reverse != null) {
            name(stored.reverse().name(), reverse.name(), input);
        }
        boolean isTaken = tx.attrs().live(app).stream()
                .anyMatch(other ->
                        other.name().equals(changed.name()) && !other.id().equals(changed.id()));
        if (isTaken) {
            throw Refusal.notUnique("attr");
        }
    }

    private void name(AttrName before, AttrName after, AttrInput input) {
        if (!before.equals(after)) {
            AttrRules.nameIsFree(catalog, after, input);
        }
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

    private void data(AttrRow stored, AttrRow changed, AttrInput input) {
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
        if (after.isRequired() && !before.isRequired() && AttrRules.isMissingSomewhere(tx, app, schema, changed)) {
            throw input.wrong("Can't update attribute `" + changed.name().label() + "` to required because `"
                    + changed.name().entity() + "` already have entities without it");
        }
        if (!before.equals(after) || isNarrowed) {
            touched += (int) tx.triples().count(app, changed.id());
        }
    }
}
