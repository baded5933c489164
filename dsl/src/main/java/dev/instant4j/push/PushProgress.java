package dev.instant4j.push;

import dev.instant4j.client.JobProgress;
import dev.instant4j.model.StoredAttr;
import java.util.List;

/** Is told how far a push is, on the context of its caller. */
public interface PushProgress {
    /** Listens to nothing. */
    PushProgress IGNORED = new PushProgress() {};

    /** Jobs of an earlier push are still at work on these attrs, and are waited for. */
    default void settling(List<StoredAttr> busy) {}

    /** A request that changes the schema is about to be sent. */
    default void applying(int stage, int stages) {}

    /** The schema is changed, and jobs have moved or not. */
    default void waiting(JobProgress jobs) {}

    /** The result is about to be read back. */
    default void verifying() {}
}
