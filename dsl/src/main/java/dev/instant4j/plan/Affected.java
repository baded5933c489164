package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Link;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that rules may have to know when a schema changes.
 *
 * @param entities names that are new for an entity
 * @param labels names that are new for an attr or an end of a link, of an entity that has its name already
 * @param gone names that attrs and ends of links have no longer, likewise
 */
record Affected(Set<String> entities, Set<AttrName> labels, Set<AttrName> gone) {

    static Affected by(List<Change> changes) {
        Affected affected = new Affected(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        Collector collector = new Collector(affected, new LinkedHashSet<>());
        changes.forEach(change -> change.match(collector));
        affected.labels.removeIf(name -> affected.entities.contains(name.entity()));
        affected.gone.removeIf(name -> collector.left.contains(name.entity()));
        return affected;
    }

    /** @param left names that an entity has no longer */
    private record Collector(Affected affected, Set<String> left) implements Change.Cases<Boolean> {

        @Override
        public Boolean entityAdded(Change.EntityAdded change) {
            return affected.entities.add(change.entity());
        }

        @Override
        public Boolean entityDeleted(Change.EntityDeleted change) {
            return left.add(change.entity());
        }

        @Override
        public Boolean entityRenamed(Change.EntityRenamed change) {
            left.add(change.from());
            return affected.entities.add(change.to());
        }

        @Override
        public Boolean attrAdded(Change.AttrAdded change) {
            return affected.labels.add(change.name());
        }

        @Override
        public Boolean attrDeleted(Change.AttrDeleted change) {
            return affected.gone.add(change.stored().name());
        }

        @Override
        public Boolean attrChanged(Change.AttrChanged change) {
            return moved(change.from().name(), change.name());
        }

        @Override
        public Boolean linkAdded(Change.LinkAdded change) {
            Link link = change.definition();
            return affected.labels.addAll(
                    List.of(link.forward().name(), link.reverse().name()));
        }

        @Override
        public Boolean linkDeleted(Change.LinkDeleted change) {
            return affected.gone.addAll(List.of(change.stored().name(), Change.reverseName(change.stored())));
        }

        @Override
        public Boolean linkChanged(Change.LinkChanged change) {
            boolean isForward =
                    moved(change.from().name(), change.to().forward().name());
            boolean isReverse = moved(
                    Change.reverseName(change.from()), change.to().reverse().name());
            return isForward || isReverse;
        }

        private boolean moved(AttrName from, AttrName to) {
            if (from.equals(to)) {
                return false;
            }
            affected.gone.add(from);
            return affected.labels.add(to);
        }
    }
}
