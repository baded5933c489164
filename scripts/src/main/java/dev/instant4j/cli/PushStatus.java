package dev.instant4j.cli;

import dev.instant4j.client.JobProgress;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.push.PushProgress;
import dev.instant4j.terminal.StatusLine;
import java.util.List;

/** Shows how far a push is. */
record PushStatus(StatusLine status) implements PushProgress {

    @Override
    public void settling(List<StoredAttr> busy) {
        status.show("Waiting for background jobs of an earlier push");
    }

    @Override
    public void applying(int stage, int stages) {
        status.show(stages == 1 ? "Applying" : "Applying stage " + stage + " of " + stages);
    }

    @Override
    public void waiting(JobProgress jobs) {
        status.show("Waiting for background jobs", jobs.done(), jobs.total());
    }

    @Override
    public void verifying() {
        status.show("Comparing");
    }
}
