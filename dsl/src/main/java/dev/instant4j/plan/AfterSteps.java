package dev.instant4j.plan;

import dev.instant4j.model.AttrId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Step;
import dev.instant4j.model.Step.AddAttr;
import dev.instant4j.model.Step.DeleteAttr;
import dev.instant4j.model.Step.StartJob;
import dev.instant4j.model.Step.UpdateAttr;
import dev.instant4j.model.StoredAttr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells what an app stores once steps have been applied and their jobs have succeeded. Total: judges nothing. */
final class AfterSteps implements Step.Cases<Boolean> {
    private final Map<AttrId, StoredAttr> attrs = new LinkedHashMap<>();

    private AfterSteps(Attrs before) {
        before.all().forEach(attr -> attrs.put(attr.id(), attr));
    }

    /** Returns the attrs after {@code steps}, done in their order. */
    static Attrs of(Attrs before, List<Step> steps) {
        AfterSteps after = new AfterSteps(before);
        steps.forEach(step -> step.match(after));
        return Attrs.of(List.copyOf(after.attrs.values()));
    }

    /** Tells whether what a job is to bring about is so already. */
    static boolean holds(Attrs attrs, StartJob job) {
        return attrs.byId(job.attr())
                .filter(attr -> new Draft(attr).run(job).equals(attr))
                .isPresent();
    }

    @Override
    public Boolean addAttr(AddAttr step) {
        return attrs.put(step.attr(), step.definition()) == null;
    }

    @Override
    public Boolean deleteAttr(DeleteAttr step) {
        return attrs.remove(step.attr()) != null;
    }

    @Override
    public Boolean updateAttr(UpdateAttr step) {
        return change(step.attr(), attr -> new Draft(attr).update(step));
    }

    @Override
    public Boolean startJob(StartJob step) {
        return change(step.attr(), attr -> new Draft(attr).run(step));
    }

    private boolean change(AttrId id, UnaryOperator<StoredAttr> change) {
        return attrs.computeIfPresent(id, (key, attr) -> change.apply(attr)) != null;
    }

    /** An attr while it is being changed. */
    private static final class Draft {
        private final StoredAttr before;
        private Ident forward;
        private @Nullable Ident reverse;
        private Has has;
        private @Nullable OnDelete onDelete;
        private @Nullable OnDelete onDeleteReverse;
        private boolean isUnique;
        private boolean isIndexed;
        private boolean isRequired;
        private @Nullable DataType checkedType;

        Draft(StoredAttr before) {
            this.before = before;
            this.forward = before.forward();
            this.reverse = before.reverse();
            this.has = before.has();
            this.onDelete = before.onDelete();
            this.onDeleteReverse = before.onDeleteReverse();
            this.isUnique = before.isUnique();
            this.isIndexed = before.isIndexed();
            this.isRequired = before.isRequired();
            this.checkedType = before.checkedType();
        }

        StoredAttr update(UpdateAttr step) {
            forward = step.forward();
            reverse = step.reverse();
            has = step.has();
            onDelete = step.onDelete();
            onDeleteReverse = step.onDeleteReverse();
            return done();
        }

        StoredAttr run(StartJob step) {
            switch (step.type()) {
                case INDEX -> isIndexed = true;
                case REMOVE_INDEX -> isIndexed = false;
                case UNIQUE -> isUnique = true;
                case REMOVE_UNIQUE -> isUnique = false;
                case REQUIRED -> isRequired = true;
                case REMOVE_REQUIRED -> isRequired = false;
                case CHECK_DATA_TYPE, REMOVE_DATA_TYPE -> checkedType = step.checkedType();
            }
            return done();
        }

        private StoredAttr done() {
            return new StoredAttr(
                    before.id(),
                    forward,
                    reverse,
                    before.valueType(),
                    has,
                    isUnique,
                    isIndexed,
                    isRequired,
                    checkedType,
                    before.inferredTypes(),
                    before.isSystem(),
                    onDelete,
                    onDeleteReverse,
                    before.running());
        }
    }
}
