package dev.instant4j.client;

import dev.instant4j.model.Job;
import java.util.List;

/**
 * How far a group of background jobs is.
 *
 * @param jobs all jobs of the group, in no order
 */
public record JobProgress(List<Job> jobs) {

    public JobProgress {
        jobs = List.copyOf(jobs);
    }

    /** Returns how many jobs there are. */
    public int total() {
        return jobs.size();
    }

    /** Returns how many jobs have come to an end, good or bad. */
    public int done() {
        return (int) jobs.stream().filter(job -> job.state().isFinal()).count();
    }

    /** Tells whether no job will change any more. */
    public boolean isFinal() {
        return done() == total();
    }
}
