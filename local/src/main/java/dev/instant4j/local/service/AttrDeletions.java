package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.local.store.AttrRow.Deletion;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Carries out {@code delete-attr} steps: the name is free at once, data are kept for a while. */
final class AttrDeletions {
    private final Tx tx;
    private final UUID app;
    private final SystemCatalog catalog;
    private int attrs;
    private int forwards;
    private int reverses;

    AttrDeletions(Tx tx, UUID app, SystemCatalog catalog) {
        this.tx = tx;
        this.app = app;
        this.catalog = catalog;
    }

    /** Deletes all attrs and returns how many rows were touched: attrs, forward idents, reverse idents. */
    JsonArray run(List<?> arguments) {
        AppSchema before = AppSchema.of(tx, catalog, app);
        for (Object argument : arguments) {
            UUID id = argument instanceof String text ? Params.uuidIn(text).orElse(null) : null;
            if (id == null) {
                throw Refusal.invalid(AttrInput.DATA_TYPE, argument, "The argument of delete-attr must be a UUID.");
            }
            tx.attrs().byId(app, id).filter(attr -> attr.deletion() == null).ifPresent(attr -> delete(before, attr));
        }
        return new JsonArray(IntStream.of(attrs, forwards, reverses)
                .mapToObj(count -> new JsonObject().put("count", count))
                .toList());
    }

    private void delete(AppSchema before, AttrRow attr) {
        Constraints constraints = attr.constraints();
        Ident forward = hidden(attr, attr.forward());
        Ident reverse = attr.reverse() == null ? null : hidden(attr, attr.reverse());
        tx.attrs()
                .update(
                        app,
                        new AttrRow(
                                attr.id(),
                                forward,
                                reverse,
                                attr.valueType(),
                                attr.cardinality(),
                                constraints.withIndexed(false).withRequired(false),
                                attr.onDelete(),
                                attr.onDeleteReverse(),
                                attr.inferredTypes(),
                                attr.running(),
                                new Deletion(tx.now(), snapshot(before, attr).encode())));
        attrs++;
        tx.attrs().renameIdent(app, forward.id(), forward.name());
        forwards++;
        if (reverse != null) {
            tx.attrs().renameIdent(app, reverse.id(), reverse.name());
            reverses++;
        }
    }

    private static JsonObject snapshot(AppSchema before, AttrRow attr) {
        @Nullable
        String idAttr = before.idAttr(attr.name().entity())
                .map(found -> found.id().toString())
                .orElse(null);
        return new JsonObject()
                .put(
                        "soft_delete_snapshot",
                        new JsonObject()
                                .put("id_attr_id", idAttr)
                                .put("is_indexed", attr.constraints().isIndexed())
                                .put("is_required", attr.constraints().isRequired()));
    }

    private static Ident hidden(AttrRow attr, Ident ident) {
        String prefix = attr.id() + "_deleted$";
        return ident.renamed(new AttrName(
                prefix + ident.name().entity(), prefix + ident.name().label()));
    }
}
