package dev.instant4j.diff;

import dev.instant4j.diff.Change.AttrAdded;
import dev.instant4j.diff.Change.AttrChanged;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.EntityAdded;
import dev.instant4j.diff.Change.EntityDeleted;
import dev.instant4j.diff.Change.EntityRenamed;
import dev.instant4j.diff.Change.LinkAdded;
import dev.instant4j.diff.Change.LinkChanged;
import dev.instant4j.diff.Change.LinkDeleted;
import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Schema;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what differs between what an app stores and what a definition wants. Linear in the size of both. */
public final class SchemaDiff {
    private static final String ID = "id";

    private final Attrs stored;
    private final Schema wanted;
    private final ResolvedRenames renames;
    /** The app's own attrs that nothing of the definition has claimed yet, by each name they are to have. */
    private final Map<AttrName, StoredAttr> unclaimed;

    private final Map<String, List<StoredAttr>> movedByEntity = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff(Attrs stored, Schema wanted, ResolvedRenames renames) {
        this.stored = stored;
        this.wanted = wanted;
        this.renames = renames;
        this.unclaimed = new LinkedHashMap<>(2 * stored.own().size());
    }

    /**
     * Returns what must change in an app so that it stores what {@code to} says: first what the app has and the
     * definition hasn't, then entity by entity in the order of the definition, then links. Attrs of the system
     * catalog never change. Total: any two give a list, an empty one if they mean the same; renames that can't be
     * done are left out.
     */
    public static List<Change> between(Attrs from, Schema to, Renames renames) {
        return between(from, to, ResolvedRenames.of(renames.with(to), from, to));
    }

    /** Like {@link #between(Attrs, Schema, Renames)} with renames that have been resolved before. */
    public static List<Change> between(Attrs from, Schema to, ResolvedRenames renames) {
        return new SchemaDiff(from, to, renames).run();
    }

    private List<Change> run() {
        for (StoredAttr attr : stored.own()) {
            namesOf(attr).forEach(name -> unclaimed.put(renames.wantedName(name), attr));
        }
        Set<String> seen = new HashSet<>();
        wanted.entities().stream().filter(entity -> seen.add(entity.name())).forEach(this::compare);
        wanted.links().forEach(this::compare);
        return Stream.of(deletions(), entityRenames(), changes.stream())
                .flatMap(part -> part)
                .toList();
    }

    private Stream<Change> entityRenames() {
        return renames.entities().entrySet().stream()
                .map(rename -> new EntityRenamed(
                        rename.getKey(),
                        rename.getValue(),
                        movedByEntity.getOrDefault(rename.getValue(), List.of()),
                        renames));
    }

    private static List<AttrName> namesOf(StoredAttr attr) {
        Ident reverse = attr.reverse();
        return reverse == null ? List.of(attr.name()) : List.of(attr.name(), reverse.name());
    }

    private void compare(Entity entity) {
        AttrName id = new AttrName(entity.name(), ID);
        if (!isSystem(id)) {
            StoredAttr match = claimBlob(id);
            if (match == null) {
                changes.add(new EntityAdded(entity));
            } else {
                keep(match);
            }
        }
        Set<String> seen = new HashSet<>(List.of(ID));
        entity.attrs().stream()
                .filter(attr -> seen.add(attr.name()))
                .forEach(attr -> compare(new AttrName(entity.name(), attr.name()), attr));
    }

    private void compare(AttrName name, Attr attr) {
        if (isSystem(name)) {
            return;
        }
        StoredAttr match = claimBlob(name);
        if (match == null) {
            changes.add(new AttrAdded(name, attr));
        } else if (differs(match, name, attr)) {
            changes.add(new AttrChanged(match, name, attr));
        } else {
            keep(match);
        }
    }

    private boolean isSystem(AttrName name) {
        return stored.byName(name).filter(StoredAttr::isSystem).isPresent();
    }

    private @Nullable StoredAttr claimBlob(AttrName name) {
        StoredAttr match = unclaimed.get(name);
        if (match == null || match.isLink() || !renames.wantedName(match.name()).equals(name)) {
            return null;
        }
        claim(match);
        return match;
    }

    private void claim(StoredAttr attr) {
        namesOf(attr).forEach(name -> unclaimed.remove(renames.wantedName(name), attr));
    }

    /** Notes an attr of which nothing changes, unless its entity is renamed. */
    private void keep(StoredAttr attr) {
        for (AttrName name : namesOf(attr)) {
            String target = renames.entities().get(name.entity());
            if (target != null) {
                movedByEntity.computeIfAbsent(target, key -> new ArrayList<>()).add(attr);
                return;
            }
        }
    }

    private static boolean differs(StoredAttr match, AttrName name, Attr attr) {
        return !match.name().label().equals(name.label())
                || match.isUnique() != attr.isUnique()
                || match.isIndexed() != attr.isIndexed()
                || match.isRequired() != attr.isRequired()
                || match.checkedType() != attr.type().checked().orElse(null);
    }

    private void compare(Link link) {
        if (isSystem(link.forward().name()) || isSystem(link.reverse().name())) {
            return;
        }
        if (!claimed(link) && (link.forward().isRequired() || !claimed(link.turned()))) {
            changes.add(new LinkAdded(link));
        }
    }

    private boolean claimed(Link link) {
        StoredAttr match = claimLink(link);
        if (match == null) {
            return false;
        }
        if (differs(match, link)) {
            changes.add(new LinkChanged(match, link));
        } else {
            keep(match);
        }
        return true;
    }

    /** Claims the link of these names, or the one of which a rename leads to one of them. */
    private @Nullable StoredAttr claimLink(Link link) {
        StoredAttr forward = unclaimed.get(link.forward().name());
        StoredAttr reverse = unclaimed.get(link.reverse().name());
        StoredAttr match = forward != null && fits(forward, link) ? forward : reverse;
        if (match == null || !fits(match, link)) {
            return null;
        }
        claim(match);
        return match;
    }

    private boolean fits(StoredAttr attr, Link link) {
        if (!attr.isLink()) {
            return false;
        }
        AttrName forward = renames.wantedName(attr.name());
        AttrName reverse = renames.wantedName(Change.reverseName(attr));
        boolean isForward = forward.equals(link.forward().name());
        boolean isReverse = reverse.equals(link.reverse().name());
        boolean isSamePair = forward.entity().equals(link.forward().on())
                && reverse.entity().equals(link.reverse().on());
        return (isForward && isReverse)
                || (isSamePair && isForward && renames.names().containsKey(attr.name()))
                || (isSamePair && isReverse && renames.names().containsKey(Change.reverseName(attr)));
    }

    private static boolean differs(StoredAttr match, Link link) {
        LinkEnd forward = link.forward();
        LinkEnd reverse = link.reverse();
        return !match.name().label().equals(forward.label())
                || !Change.reverseName(match).label().equals(reverse.label())
                || match.has() != forward.has()
                || match.isUnique() != (reverse.has() == Has.ONE)
                || match.isRequired() != forward.isRequired()
                || match.onDelete() != forward.onDelete()
                || match.onDeleteReverse() != reverse.onDelete();
    }

    private Stream<Change> deletions() {
        return new LinkedHashSet<>(unclaimed.values()).stream().map(SchemaDiff::deletion);
    }

    private static Change deletion(StoredAttr attr) {
        if (attr.isLink()) {
            return new LinkDeleted(attr);
        }
        return attr.name().label().equals(ID) ? new EntityDeleted(attr) : new AttrDeleted(attr);
    }
}
