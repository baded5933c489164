package dev.instant4j.plan;

import dev.instant4j.model.Step.AddAttr;
import dev.instant4j.model.Step.DeleteAttr;
import dev.instant4j.model.Step.StartJob;
import java.util.List;
import java.util.function.Function;

/**
 * Steps, kept apart by the part of a request they belong to.
 *
 * @param updates not ordered yet
 */
record Steps(List<DeleteAttr> deletes, List<Update> updates, List<AddAttr> adds, List<StartJob> jobs) {

    /** Returns all these steps as one. */
    static Steps join(List<Steps> parts) {
        return new Steps(
                all(parts, Steps::deletes),
                all(parts, Steps::updates),
                all(parts, Steps::adds),
                all(parts, Steps::jobs));
    }

    private static <S> List<S> all(List<Steps> parts, Function<Steps, List<S>> kind) {
        return parts.stream().flatMap(part -> kind.apply(part).stream()).toList();
    }
}
