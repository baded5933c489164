package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import org.jspecify.annotations.Nullable;

/** The smallest change of data. */
sealed interface TripleStep {
    String ADDING = "add-triple";
    String MERGING = "deep-merge-triple";
    String RETRACTING = "retract-triple";
    String DELETING = "delete-entity";

    /** Returns the platform's word for changes that are carried out together. */
    String group();

    /** Has {@code writer} carry this out. */
    void run(TripleWriter writer);

    /** Writes that an entity exists. */
    record AddId(EntityRef entity, AttrRow attr) implements TripleStep {
        @Override
        public String group() {
            return ADDING;
        }

        @Override
        public void run(TripleWriter writer) {
            writer.addId(this);
        }
    }

    /** Writes one value; a link's value is what it leads to. */
    record Add(EntityRef entity, AttrRow attr, @Nullable Object value) implements TripleStep {
        @Override
        public String group() {
            return ADDING;
        }

        @Override
        public void run(TripleWriter writer) {
            writer.add(this);
        }
    }

    /** Makes a link, told from its far end. */
    record AddReverse(
            EntityRef entity, AttrRow attr, @Nullable Object source) implements TripleStep {
        @Override
        public String group() {
            return ADDING;
        }

        @Override
        public void run(TripleWriter writer) {
            writer.addReverse(this);
        }
    }

    /** Merges an object into the one that is there. */
    record Merge(EntityRef entity, AttrRow attr, @Nullable Object value) implements TripleStep {
        @Override
        public String group() {
            return MERGING;
        }

        @Override
        public void run(TripleWriter writer) {
            writer.merge(this);
        }
    }

    /** Removes one value. */
    record Retract(EntityRef entity, AttrRow attr, @Nullable Object value) implements TripleStep {
        @Override
        public String group() {
            return RETRACTING;
        }

        @Override
        public void run(TripleWriter writer) {
            writer.retract(this);
        }
    }

    /** Removes a link, told from its far end. */
    record RetractReverse(
            EntityRef entity, AttrRow attr, @Nullable Object source) implements TripleStep {
        @Override
        public String group() {
            return RETRACTING;
        }

        @Override
        public void run(TripleWriter writer) {
            writer.retractReverse(this);
        }
    }

    /** Removes an entity with all that hangs on it. */
    record Delete(EntityRef entity, String etype) implements TripleStep {
        @Override
        public String group() {
            return DELETING;
        }

        @Override
        public void run(TripleWriter writer) {
            writer.delete(this);
        }
    }
}
