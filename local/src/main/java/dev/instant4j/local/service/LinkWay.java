package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.model.AttrName;
import java.util.Objects;
import java.util.Optional;

/**
 * A link, as seen from one of its ends.
 *
 * @param isForward whether from the end that has the attr
 */
record LinkWay(AttrRow attr, boolean isForward) {

    /** Returns the link that goes by a name; empty if there is no attr of that name, or it is no link. */
    static Optional<LinkWay> of(AppSchema schema, AttrName name) {
        Optional<AttrRow> forward = schema.forward(name);
        if (forward.isPresent()) {
            return forward.filter(attr -> attr.isLink() && attr.reverse() != null)
                    .map(attr -> new LinkWay(attr, true));
        }
        return schema.reverse(name).map(attr -> new LinkWay(attr, false));
    }

    /**
     * Like {@link #of}, where nothing but a link will do.
     *
     * @throws Refusal if the name is that of an attr which is no link
     */
    static Optional<LinkWay> follow(AppSchema schema, AttrName name) {
        schema.forward(name).filter(attr -> !attr.isLink()).ifPresent(attr -> {
            throw Refusal.invalid("attr", schema.json(attr), name + " needs to be a link");
        });
        return of(schema, name);
    }

    /** Returns the type of the entities that it leads to. */
    String etype() {
        return isForward
                ? Objects.requireNonNull(attr.reverse()).name().entity()
                : attr.name().entity();
    }

    /** Tells whether it leads to one entity at most: a forward link by its cardinality, a reverse one if unique. */
    boolean hasOne() {
        return isForward ? attr.hasOne() : attr.constraints().isUnique();
    }
}
