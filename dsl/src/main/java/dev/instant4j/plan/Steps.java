package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Step.AddAttr;
import dev.instant4j.model.Step.DeleteAttr;
import dev.instant4j.model.Step.StartJob;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps, kept apart by the part of a request they belong to.
 *
 * @param updates not ordered yet
 */
record Steps(List<DeleteAttr> deletes, List<Update> updates, List<AddAttr> adds, List<StartJob> jobs) {

    /** Returns the steps of all changes, each part in the order of the changes. */
    static Steps of(List<Change> changes, IdSource ids) {
        Steps steps = new Steps(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        StepsOf collector = new StepsOf(ids, steps);
        changes.forEach(change -> change.match(collector));
        return steps;
    }
}
