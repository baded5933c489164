package dev.instant4j.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a platform is asked to do to a schema. The first three kinds happen in one transaction or not at
 * all; jobs run afterwards, in the background.
 */
public sealed interface Step {

    /** Returns the attr that is changed. */
    AttrId attr();

    /** Calls the case for this kind of step. A new kind breaks every caller at compile time. */
    <R> R match(Cases<R> cases);

    /** Adds an attr, complete with its constraints. Refused if it is required and its entity has data. */
    record AddAttr(StoredAttr definition) implements Step {
        @Override
        public AttrId attr() {
            return definition.id();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.addAttr(this);
        }
    }

    /**
     * Sets names, cardinality and both delete rules of an attr at once: a platform heeds only one update of an attr
     * in a push, and takes an absent delete rule for none.
     *
     * @param forward the stored ident, renamed or not
     * @param reverse likewise; null unless the attr is a link
     */
    record UpdateAttr(
            AttrId attr,
            Ident forward,
            @Nullable Ident reverse,
            Has has,
            @Nullable OnDelete onDelete,
            @Nullable OnDelete onDeleteReverse)
            implements Step {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.updateAttr(this);
        }
    }

    /** Deletes an attr and its values; the platform forgets them for good after a grace period. */
    record DeleteAttr(AttrId attr, AttrName name) implements Step {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deleteAttr(this);
        }
    }

    /**
     * Starts a background job.
     *
     * @param name what the attr is called by then
     * @param checkedType the type to enforce; null unless the job is {@link JobType#CHECK_DATA_TYPE}
     */
    record StartJob(
            AttrId attr,
            AttrName name,
            JobType type,
            @Nullable DataType checkedType) implements Step {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.startJob(this);
        }
    }

    /** What to do for each kind of step. */
    interface Cases<R> {
        R addAttr(AddAttr step);

        R updateAttr(UpdateAttr step);

        R deleteAttr(DeleteAttr step);

        R startJob(StartJob step);
    }
}
