package dev.instant4j.wire;

import dev.instant4j.model.AdditivePlan;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.DeletedAttr;
import dev.instant4j.model.DeletedAttrs;
import dev.instant4j.model.PlannedStep;
import dev.instant4j.model.Schema;
import dev.instant4j.model.StoredAttr;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Definitions pushed as a whole, and what a platform makes of them. */
public final class PlanJson {

    private PlanJson() {}

    /** Returns the request that plans or applies a definition, with types enforced and constraints as jobs. */
    public static JsonObject request(Schema schema) {
        return new JsonObject()
                .put("schema", SchemaJson.encode(schema))
                .put("check_types", true)
                .put("supports_background_updates", true);
    }

    /** Returns the plan that an answer shows. */
    public static AdditivePlan decode(JsonCursor answer) {
        return new AdditivePlan(
                AttrJson.decodeAll(answer.member("current-attrs")),
                answer.member("steps").elements(PlanJson::step));
    }

    /** Returns the deleted attrs that an answer lists. */
    public static DeletedAttrs deletedAttrs(JsonCursor answer) {
        return new DeletedAttrs(
                answer.member("attrs").elements(PlanJson::deletedAttr),
                Duration.ofDays(answer.member("grace-period-days").number()));
    }

    private static PlannedStep step(JsonCursor step) {
        JsonCursor argument = step.element(1);
        return new PlannedStep(
                step.element(0).text(),
                AttrJson.ident(argument.member("forward-identity")).name(),
                argument.json());
    }

    private static DeletedAttr deletedAttr(JsonCursor json) {
        StoredAttr attr = AttrJson.decode(json);
        return new DeletedAttr(
                attr, formerName(attr), json.member("deletion-marked-at").instant());
    }

    private static AttrName formerName(StoredAttr attr) {
        String mark = attr.id() + "_deleted$";
        return new AttrName(
                withoutPrefix(mark, attr.name().entity()),
                withoutPrefix(mark, attr.name().label()));
    }

    private static String withoutPrefix(String prefix, String text) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
