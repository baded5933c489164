package dev.instant4j.plan;

import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Applies steps one by one and refuses what a platform refuses: names that are taken, a second update, another ident. */
final class Replay {
    private Replay() {}

    static Attrs of(List<Stage> stages, Attrs from) {
        Attrs now = from;
        for (Stage stage : stages) {
            Set<AttrId> updated = new HashSet<>();
            for (Step step : stage.steps()) {
                boolean isSecond = step instanceof Step.UpdateAttr && !updated.add(step.attr());
                refuseIf(isSecond, "a second update of " + step.attr());
                now = after(now, step);
            }
        }
        return now;
    }

    private static Attrs after(Attrs before, Step step) {
        StoredAttr old = before.byId(step.attr()).orElse(null);
        refuseIf((old == null) != (step instanceof Step.AddAttr), "an attr that is not there, or is already: " + step);
        Attrs after = AfterSteps.of(before, List.of(step));
        StoredAttr now = after.byId(step.attr()).orElse(null);
        if (now != null) {
            refuseIf(old != null && !old.forward().id().equals(now.forward().id()), "another ident of " + old);
            refuseIf(step instanceof Step.StartJob job && !job.name().equals(now.name()), "another name in " + step);
            refuseTakenNames(after, now);
        }
        return after;
    }

    private static void refuseTakenNames(Attrs attrs, StoredAttr changed) {
        for (StoredAttr other : attrs.all()) {
            boolean isTaken =
                    !other.id().equals(changed.id()) && names(changed).stream().anyMatch(names(other)::contains);
            refuseIf(isTaken, changed.name() + " clashes with " + other.name());
        }
    }

    private static List<AttrName> names(StoredAttr attr) {
        Ident reverse = attr.reverse();
        return reverse == null ? List.of(attr.name()) : List.of(attr.name(), reverse.name());
    }

    private static void refuseIf(boolean isRefused, String reason) {
        if (isRefused) {
            throw new IllegalStateException(reason);
        }
    }
}
