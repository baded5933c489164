package dev.instant4j.model;

import java.util.List;

/**
 * What a platform would do to make an app store all that a definition says. It never deletes anything.
 *
 * @param current all attrs of the app as it is, hidden ones too
 * @param steps in the order in which they would be done
 */
public record AdditivePlan(Attrs current, List<PlannedStep> steps) {

    public AdditivePlan {
        steps = List.copyOf(steps);
    }

    /** Tells whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
