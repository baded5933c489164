package dev.instant4j.render;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.RuleChange;
import dev.instant4j.model.Job;
import dev.instant4j.push.PushResult;
import dev.instant4j.wire.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Renders what came of a push for programs. Values of data are never in it. */
public final class ResultJson {
    private ResultJson() {}

    /** Returns whether the push is complete, its jobs, and the names of what differs from the definition. */
    public static JsonObject of(PushResult result) {
        JsonArray jobs = new JsonArray();
        result.jobs().forEach(job -> jobs.add(job(job)));
        JsonArray missing = new JsonArray();
        for (Change change : result.missing()) {
            missing.add(change.match(new ChangeText()).name());
        }
        for (RuleChange change : result.missingRules()) {
            missing.add("rules " + change.namespace() + " " + change.name());
        }
        return new JsonObject()
                .put("isComplete", result.isComplete())
                .put("jobs", jobs)
                .put("missing", missing);
    }

    private static JsonObject job(Job job) {
        JsonObject json = new JsonObject()
                .put("id", job.id().toString())
                .put("attr", job.attr().toString())
                .put("name", job.attrName())
                .put("type", Words.of(job.type()))
                .put("state", Words.of(job.state()));
        job.failed().ifPresent(failure -> json.put("error", failure.error()).put("entities", entities(failure)));
        return json;
    }

    private static JsonArray entities(Job.Failure failure) {
        JsonArray ids = new JsonArray();
        failure.samples().stream().map(Job.Sample::entityId).distinct().forEach(ids::add);
        return ids;
    }
}
