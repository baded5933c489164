package dev.instant4j.plan;

import dev.instant4j.model.Attrs;
import dev.instant4j.model.Step;
import dev.instant4j.model.Step.StartJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how far stages have been carried out. A transaction has happened as a whole or not at all; each job that
 * follows it may have succeeded or not.
 */
final class Remaining {
    private final List<Stage> stages;
    private final Attrs now;

    private Remaining(List<Stage> stages, Attrs now) {
        this.stages = stages;
        this.now = now;
    }

    /** Returns what is left to do in an app that had {@code base} and has {@code now}; empty if it is elsewhere. */
    static Optional<List<Stage>> of(List<Stage> stages, Attrs base, Attrs now) {
        if (base.hasSameOwn(now)) {
            return Optional.of(stages);
        }
        Remaining remaining = new Remaining(stages, now);
        Attrs expected = base;
        for (int done = 1; done <= stages.size(); done++) {
            List<Step> steps = stages.get(done - 1).steps();
            expected = AfterSteps.of(
                    expected, steps.stream().filter(remaining::mustHold).toList());
            if (expected.hasSameOwn(now)) {
                return Optional.of(remaining.after(done));
            }
        }
        return Optional.empty();
    }

    private boolean mustHold(Step step) {
        return !(step instanceof StartJob job) || AfterSteps.holds(now, job);
    }

    private List<Stage> after(int done) {
        List<Step> jobs = stages.subList(0, done).stream()
                .flatMap(stage -> stage.steps().stream())
                .filter(step -> !mustHold(step))
                .toList();
        List<Stage> left = new ArrayList<>();
        if (!jobs.isEmpty()) {
            left.add(new Stage(jobs));
        }
        left.addAll(stages.subList(done, stages.size()));
        return left;
    }
}
