package dev.instant4j.push;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.RuleChange;
import dev.instant4j.model.Job;
import java.util.List;

/**
 * What a push has come to. The transaction is done in any case.
 *
 * @param jobs all background jobs it started, each completed or errored
 * @param missing what of the schema still differs from the definition, read back after the jobs
 * @param missingRules what of the rules still differs
 */
public record PushResult(List<Job> jobs, List<Change> missing, List<RuleChange> missingRules) {

    public PushResult {
        jobs = List.copyOf(jobs);
        missing = List.copyOf(missing);
        missingRules = List.copyOf(missingRules);
    }

    /** Returns the jobs that failed. */
    public List<Job> failedJobs() {
        return jobs.stream().filter(job -> job.failure() != null).toList();
    }

    /** Tells whether the app is now what the definition says. */
    public boolean isComplete() {
        return missing.isEmpty() && missingRules.isEmpty() && failedJobs().isEmpty();
    }
}
