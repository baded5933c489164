package dev.instant4j.render;

import dev.instant4j.model.Job;
import dev.instant4j.push.Survey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Renders what a preflight found for programs. Values of data are never in it. */
public final class SurveyJson {
    private SurveyJson() {}

    /** Returns a list of what is affected: code, subject, count, and the ids of some entities. */
    public static JsonArray of(Survey survey) {
        JsonArray all = new JsonArray();
        survey.affected().forEach(affected -> {
            JsonArray entities = new JsonArray();
            affected.samples().stream().map(Job.Sample::entityId).forEach(entities::add);
            all.add(new JsonObject()
                    .put("code", affected.finding().code())
                    .put("subject", affected.finding().subject())
                    .put("count", affected.count())
                    .put("entities", entities));
        });
        return all;
    }
}
