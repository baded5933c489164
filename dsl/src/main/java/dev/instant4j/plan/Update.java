package dev.instant4j.plan;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Link;
import dev.instant4j.model.Step.UpdateAttr;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One update of an attr: what it is before, and the step that changes it.
 *
 * @param before as stored
 * @param step everything about it that one request can change at once
 */
record Update(StoredAttr before, UpdateAttr step) {

    /** Returns the update that changes names only. */
    static Update renaming(StoredAttr attr, UnaryOperator<AttrName> newName) {
        Ident forward = attr.forward();
        Ident reverse = attr.reverse();
        UpdateAttr step = new UpdateAttr(
                attr.id(),
                forward.renamed(newName.apply(forward.name())),
                reverse == null ? null : reverse.renamed(newName.apply(reverse.name())),
                attr.has(),
                attr.onDelete(),
                attr.onDeleteReverse());
        return new Update(attr, step);
    }

    /** Returns the update that makes a stored link what a definition says, but for what takes a job. */
    static Update of(StoredAttr attr, Link link) {
        Ident reverse = attr.reverse();
        UpdateAttr step = new UpdateAttr(
                attr.id(),
                attr.forward().renamed(link.forward().name()),
                reverse == null ? null : reverse.renamed(link.reverse().name()),
                link.forward().has(),
                link.forward().onDelete(),
                link.reverse().onDelete());
        return new Update(attr, step);
    }

    /** Returns what to do of this update first, while some entities are called otherwise: ends on those wait. */
    Update begun(Map<String, String> meanwhile) {
        Ident reverse = before.reverse();
        UpdateAttr begun = new UpdateAttr(
                before.id(),
                begun(before.forward(), step.forward(), meanwhile),
                reverse == null ? null : begun(reverse, step.reverse(), meanwhile),
                before.has(),
                before.onDelete(),
                before.onDeleteReverse());
        return new Update(before, begun);
    }

    private static Ident begun(Ident from, @Nullable Ident to, Map<String, String> meanwhile) {
        String entity = meanwhile.get(from.name().entity());
        return entity == null
                ? Objects.requireNonNull(to)
                : from.renamed(from.name().on(entity));
    }

    /** Tells whether it has a name on one of these entities. */
    boolean isOn(Set<String> entities) {
        return names(before.forward(), before.reverse()).stream().anyMatch(name -> entities.contains(name.entity()));
    }

    /** Returns this update with both names moved out of the way, to labels that nobody else has. */
    Update aside(Map<String, String> meanwhile) {
        String suffix = "__moving_" + before.id().value().toString().substring(0, 8);
        return renaming(
                before,
                name -> new AttrName(meanwhile.getOrDefault(name.entity(), name.entity()), name.label() + suffix));
    }

    /** Tells whether one end of a link is to have the name that its other end has now. */
    boolean isCrossed() {
        Ident reverse = before.reverse();
        Ident newReverse = step.reverse();
        return reverse != null
                && newReverse != null
                && (reverse.name().equals(step.forward().name())
                        || newReverse.name().equals(before.forward().name()));
    }

    boolean changesAnything() {
        return !step.equals(renaming(before, name -> name).step());
    }

    /** Returns the names that are free once this update is done. */
    Set<AttrName> vacated() {
        Set<AttrName> names = new HashSet<>(names(before.forward(), before.reverse()));
        taken().forEach(names::remove);
        return names;
    }

    /** Returns the names that this update gives. */
    List<AttrName> taken() {
        return names(step.forward(), step.reverse());
    }

    private static List<AttrName> names(Ident forward, @Nullable Ident reverse) {
        List<AttrName> names = new ArrayList<>(List.of(forward.name()));
        if (reverse != null) {
            names.add(reverse.name());
        }
        return names;
    }
}
