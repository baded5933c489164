package dev.instant4j.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static java.util.stream.Collectors.toCollection;

/** What a platform stores for an app: all its attrs, those of the system catalog included. */
public final class Attrs {
    public static final Attrs NONE = new Attrs(List.of());

    private final List<StoredAttr> all;
    private final List<StoredAttr> own;
    private final Map<AttrId, StoredAttr> byId;
    private final Map<AttrName, StoredAttr> byName;

    private Attrs(List<StoredAttr> all) {
        this.all = List.copyOf(all);
        this.own = this.all.stream().filter(attr -> !attr.isSystem()).toList();
        this.byId = new LinkedHashMap<>(2 * all.size());
        this.byName = new LinkedHashMap<>(2 * all.size());
        for (StoredAttr attr : this.all) {
            byId.put(attr.id(), attr);
            byName.put(attr.name(), attr);
            Ident reverse = attr.reverse();
            if (reverse != null) {
                byName.put(reverse.name(), attr);
            }
        }
    }

    /** Returns these attrs, in this order. */
    public static Attrs of(List<StoredAttr> attrs) {
        return new Attrs(attrs);
    }

    /** Returns all attrs, as the platform listed them. */
    public List<StoredAttr> all() {
        return all;
    }

    /** Returns the attrs that belong to the app itself, as the platform listed them. */
    public List<StoredAttr> own() {
        return own;
    }

    /** Returns the app's own attrs that background jobs are working on. */
    public List<StoredAttr> busy() {
        return own.stream()
                .filter(attr -> !attr.running().equals(StoredAttr.Running.NOTHING))
                .toList();
    }

    /** Returns the attr with that id. */
    public Optional<StoredAttr> byId(AttrId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the attr that goes by that name, forward or reverse. */
    public Optional<StoredAttr> byName(AttrName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns every name in use, forward and reverse. */
    public Set<AttrName> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** Tells whether the app's own attrs are the same ones with the same properties; their order means nothing. */
    public boolean hasSameOwn(Attrs other) {
        return settledOwn().equals(other.settledOwn());
    }

    private Map<AttrId, StoredAttr> settledOwn() {
        Map<AttrId, StoredAttr> settled = new LinkedHashMap<>();
        own.forEach(attr -> settled.put(attr.id(), attr.settled()));
        return settled;
    }

    /**
     * Returns what a definition would say of the app's own attrs: entities, attrs and links sorted by name, links named
     * after their forward end, values without an enforced type as {@link DataType#ANY}.
     */
    public Schema toSchema() {
        return StoredSchema.of(this);
    }

    /** Returns the names of all entities, sorted. */
    public Set<String> entities() {
        return names().stream().map(AttrName::entity).collect(toCollection(TreeSet::new));
    }
}
