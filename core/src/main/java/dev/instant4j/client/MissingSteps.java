package dev.instant4j.client;

import dev.instant4j.model.Attrs;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which steps have not happened yet, as far as the attrs of an app tell. */
final class MissingSteps {
    private final Attrs attrs;

    MissingSteps(Attrs attrs) {
        this.attrs = attrs;
    }

    /** Tells whether a job runs on an attr that one of the steps is about. */
    boolean isBusy(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> attrs.byId(step.attr()).stream())
                .anyMatch(attr -> !attr.running().equals(StoredAttr.Running.NOTHING));
    }

    List<Step> missing(List<Step> steps) {
        return steps.stream().filter(step -> step.match(new IsMissing())).toList();
    }

    /** Errs on the side of sending again: all steps lead to the same state when they are done twice. */
    private final class IsMissing implements Step.Cases<Boolean> {

        @Override
        public Boolean addAttr(Step.AddAttr step) {
            return attrs.byId(step.attr()).isEmpty();
        }

        @Override
        public Boolean updateAttr(Step.UpdateAttr step) {
            return attrs.byId(step.attr()).filter(attr -> isUpdated(attr, step)).isEmpty();
        }

        @Override
        public Boolean deleteAttr(Step.DeleteAttr step) {
            return attrs.byId(step.attr()).isPresent();
        }

        @Override
        public Boolean startJob(Step.StartJob step) {
            return attrs.byId(step.attr()).filter(attr -> holds(attr, step)).isEmpty();
        }

        private boolean isUpdated(StoredAttr attr, Step.UpdateAttr step) {
            return attr.forward().name().equals(step.forward().name())
                    && (step.reverse() == null || isNamed(attr.reverse(), step.reverse()))
                    && attr.has() == step.has()
                    && attr.onDelete() == step.onDelete()
                    && attr.onDeleteReverse() == step.onDeleteReverse();
        }

        private boolean isNamed(@Nullable Ident stored, Ident wanted) {
            return stored != null && stored.name().equals(wanted.name());
        }

        private boolean holds(StoredAttr attr, Step.StartJob step) {
            return switch (step.type()) {
                case INDEX -> attr.isIndexed();
                case REMOVE_INDEX -> !attr.isIndexed();
                case UNIQUE -> attr.isUnique();
                case REMOVE_UNIQUE -> !attr.isUnique();
                case REQUIRED -> attr.isRequired();
                case REMOVE_REQUIRED -> !attr.isRequired();
                case CHECK_DATA_TYPE -> attr.checkedType() == step.checkedType();
                case REMOVE_DATA_TYPE -> attr.checkedType() == null;
            };
        }
    }
}
