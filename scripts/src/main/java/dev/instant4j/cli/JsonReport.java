package dev.instant4j.cli;

import dev.instant4j.plan.Plan;
import dev.instant4j.push.PushResult;
import dev.instant4j.push.Survey;
import dev.instant4j.render.PlanJson;
import dev.instant4j.render.ResultJson;
import dev.instant4j.render.SurveyJson;
import io.vertx.core.json.JsonObject;

/** Tells a program: one document on stdout when all is over. */
final class JsonReport implements Report {
    static final int FORMAT_VERSION = 1;

    private final Env env;
    private final JsonObject document = new JsonObject().put("formatVersion", FORMAT_VERSION);

    JsonReport(Env env) {
        this.env = env;
    }

    @Override
    public void plan(Target target, Plan plan, Survey survey) {
        document.put("plan", PlanJson.of(plan)).put("preflight", SurveyJson.of(survey));
    }

    @Override
    public void refused(Refusal refusal) {
        document.put(
                "error",
                new JsonObject()
                        .put("message", refusal.message())
                        .put("findings", PlanJson.findings(refusal.findings())));
    }

    @Override
    public void result(PushResult result, String again) {
        document.put("result", ResultJson.of(result));
        if (!result.isComplete()) {
            document.put("again", again);
        }
    }

    @Override
    public ExitCode end(ExitCode code) {
        env.out().println(document.put("exitCode", code.code()).encodePrettily());
        return code;
    }
}
