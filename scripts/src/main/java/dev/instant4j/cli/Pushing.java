package dev.instant4j.cli;

import dev.instant4j.plan.Plan;
import dev.instant4j.push.Consent;
import dev.instant4j.push.Push;
import dev.instant4j.push.PushResult;
import dev.instant4j.terminal.StatusLine;

/** Carries out a plan that has been decided on, and tells what comes of it. */
final class Pushing {
    private Pushing() {}

    /** Blocks until all jobs have come to an end. Fails as {@link Push#push} does. */
    static ExitCode carryOut(Push push, Plan plan, Consent consent, Env env, Report report, String again) {
        PushResult result;
        try (StatusLine status = new StatusLine(env.err(), env.terminals().isErr())) {
            result = push.push(plan, consent, new PushStatus(status)).await();
        }
        report.result(result, again);
        if (result.isComplete()) {
            return ExitCode.DONE;
        }
        return result.failedJobs().isEmpty() ? ExitCode.FAILED : ExitCode.JOBS_FAILED;
    }
}
