package dev.instant4j.diff;

import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Link;
import dev.instant4j.model.StoredAttr;
import java.util.List;

/** One difference between what an app stores and what its definition wants. */
public sealed interface Change {

    /** Returns the entity to show it under, by its new name. */
    String entity();

    /** Returns what it does on the whole. */
    Kind kind();

    /** Returns the names by which people know what it deletes: two for a link, none if it deletes nothing. */
    default List<String> deletedNames() {
        return List.of();
    }

    /** What a change does on the whole; one that renames is a rename, whatever else it does. */
    enum Kind {
        ADDED,
        CHANGED,
        RENAMED,
        DELETED
    }

    /** Calls the case for this kind of change. A new kind breaks every caller at compile time. */
    <R> R match(Cases<R> cases);

    /** The app lacks the entity. Its attrs are changes of their own. */
    record EntityAdded(Entity definition) implements Change {
        @Override
        public String entity() {
            return definition.name();
        }

        @Override
        public Kind kind() {
            return Kind.ADDED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.entityAdded(this);
        }
    }

    /**
     * The definition lacks the entity. Its other attrs and its links are changes of their own.
     *
     * @param id the attr that makes it an entity
     */
    record EntityDeleted(StoredAttr id) implements Change {
        @Override
        public String entity() {
            return id.name().entity();
        }

        @Override
        public Kind kind() {
            return Kind.DELETED;
        }

        @Override
        public List<String> deletedNames() {
            return List.of(entity());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.entityDeleted(this);
        }
    }

    /**
     * The entity has another name.
     *
     * @param moved the attrs and links of which nothing changes but the entity of a name
     * @param renames what all of them will be called
     */
    record EntityRenamed(String from, String to, List<StoredAttr> moved, ResolvedRenames renames) implements Change {
        @Override
        public String entity() {
            return to;
        }

        @Override
        public Kind kind() {
            return Kind.RENAMED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.entityRenamed(this);
        }
    }

    /** The app lacks the attr. */
    record AttrAdded(AttrName name, Attr definition) implements Change {
        @Override
        public String entity() {
            return name.entity();
        }

        @Override
        public Kind kind() {
            return Kind.ADDED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.attrAdded(this);
        }
    }

    /** The definition lacks the attr. */
    record AttrDeleted(StoredAttr stored) implements Change {
        @Override
        public String entity() {
            return stored.name().entity();
        }

        @Override
        public Kind kind() {
            return Kind.DELETED;
        }

        @Override
        public List<String> deletedNames() {
            return List.of(stored.name().toString());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.attrDeleted(this);
        }
    }

    /**
     * The attr has another label, type or constraint.
     *
     * @param from what is stored
     * @param name what it is to be called
     * @param to what it is to be
     */
    record AttrChanged(StoredAttr from, AttrName name, Attr to) implements Change {
        @Override
        public String entity() {
            return name.entity();
        }

        /** Tells whether the label differs; another name of the whole entity is no change of this attr. */
        public boolean isRenamed() {
            return !from.name().label().equals(name.label());
        }

        @Override
        public Kind kind() {
            return isRenamed() ? Kind.RENAMED : Kind.CHANGED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.attrChanged(this);
        }
    }

    /** The app lacks the link. */
    record LinkAdded(Link definition) implements Change {
        @Override
        public String entity() {
            return definition.forward().on();
        }

        @Override
        public Kind kind() {
            return Kind.ADDED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linkAdded(this);
        }
    }

    /** The definition lacks the link. */
    record LinkDeleted(StoredAttr stored) implements Change {
        @Override
        public String entity() {
            return stored.name().entity();
        }

        @Override
        public Kind kind() {
            return Kind.DELETED;
        }

        @Override
        public List<String> deletedNames() {
            return List.of(stored.name().toString(), reverseName(stored).toString());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linkDeleted(this);
        }
    }

    /**
     * The link has other labels, another cardinality, or other rules.
     *
     * @param from what is stored
     * @param to what it is to be, seen from the same end
     */
    record LinkChanged(StoredAttr from, Link to) implements Change {
        @Override
        public String entity() {
            return to.forward().on();
        }

        /** Tells whether the label of either end differs. */
        public boolean isRenamed() {
            return !from.name().label().equals(to.forward().label())
                    || !reverseName(from).label().equals(to.reverse().label());
        }

        @Override
        public Kind kind() {
            return isRenamed() ? Kind.RENAMED : Kind.CHANGED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linkChanged(this);
        }
    }

    /** Returns the name of the reverse end of a link. */
    static AttrName reverseName(StoredAttr link) {
        var reverse = link.reverse();
        return reverse == null ? link.name() : reverse.name();
    }

    /** What to do for each kind of change. */
    interface Cases<R> {
        R entityAdded(EntityAdded change);

        R entityDeleted(EntityDeleted change);

        R entityRenamed(EntityRenamed change);

        R attrAdded(AttrAdded change);

        R attrDeleted(AttrDeleted change);

        R attrChanged(AttrChanged change);

        R linkAdded(LinkAdded change);

        R linkDeleted(LinkDeleted change);

        R linkChanged(LinkChanged change);
    }
}
