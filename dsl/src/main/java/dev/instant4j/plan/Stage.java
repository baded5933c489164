package dev.instant4j.plan;

import dev.instant4j.model.Step;
import java.util.List;

/**
 * The steps that are sent in one request. All but jobs happen in one transaction; jobs start when it is done.
 *
 * @param steps deletes, updates, adds, jobs, in this order
 */
public record Stage(List<Step> steps) {

    public Stage {
        steps = List.copyOf(steps);
    }
}
