package dev.instant4j.cli;

import dev.instant4j.plan.Plan;
import dev.instant4j.push.PushResult;
import dev.instant4j.push.Survey;

/** Is told what a command that pushes is about to do and what comes of it, and tells a person or a program. */
interface Report {

    /** Returns who tells it the way that the options ask for. */
    static Report of(Env env, Arguments arguments) {
        return arguments.has(CommonOptions.JSON) ? new JsonReport(env) : new TextReport(env);
    }

    /** This is to be done, and this was found in the data. */
    void plan(Target target, Plan plan, Survey survey);

    /** Nothing of it was done. */
    void refused(Refusal refusal);

    /**
     * It was done.
     *
     * @param again the command to give once what stands in the way has been mended
     */
    void result(PushResult result, String again);

    /** There is no more to tell. Returns {@code code}. */
    ExitCode end(ExitCode code);
}
