package dev.instant4j.plan;

import dev.instant4j.check.Protections;
import dev.instant4j.diff.Rename;
import dev.instant4j.error.DecodeException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.wire.AttrJson;
import dev.instant4j.wire.JsonCursor;
import dev.instant4j.wire.RulesJson;
import dev.instant4j.wire.SchemaJson;
import dev.instant4j.wire.StepJson;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toCollection;

/** Saved plans as JSON that people can read and compare: the same plan gives the same bytes. No token is in it. */
public final class PlanFile {
    private static final int FORMAT_VERSION = 1;
    private static final String OPERATION = "read the saved plan";

    private PlanFile() {}

    /** Returns the document, its last line ended. */
    public static String encode(SavedPlan plan) {
        JsonArray attrs = new JsonArray();
        plan.attrs().forEach(attr -> attrs.add(AttrJson.encode(attr)));
        JsonArray stages = new JsonArray();
        plan.stages().forEach(stage -> stages.add(StepJson.encode(stage.steps())));
        Schema schema = plan.wanted().schema();
        return new JsonObject()
                        .put("formatVersion", FORMAT_VERSION)
                        .put("platform", plan.platform().toString())
                        .put("app", plan.app().toString())
                        .put("definition", plan.definition())
                        .put("renames", new JsonArray(plan.renames()))
                        .put("protected", reasons(plan.protections()))
                        .put("allowDelete", new JsonArray(List.copyOf(plan.allowed())))
                        .put("stages", stages)
                        .put("wantedSchema", schema == null ? null : SchemaJson.encode(schema))
                        .put("wantedRules", encode(plan.wanted().rules()))
                        .put("attrs", attrs)
                        .put("rules", encode(plan.rules()))
                        .encodePrettily()
                + "\n";
    }

    private static @Nullable JsonObject encode(@Nullable Rules rules) {
        return rules == null ? null : RulesJson.encode(rules);
    }

    private static JsonObject reasons(Protections protections) {
        JsonObject reasons = new JsonObject();
        protections.reasons().forEach(reasons::put);
        return reasons;
    }

    /**
     * Returns the plan that a document holds.
     *
     * @throws IllegalArgumentException if it is no plan, or one of another version; the message says where and why
     */
    public static SavedPlan decode(String document) {
        try {
            return decode(JsonCursor.of(OPERATION, Json.decodeValue(document)));
        } catch (io.vertx.core.json.DecodeException malformed) {
            throw new IllegalArgumentException("it is not JSON", malformed);
        } catch (DecodeException unlike) {
            throw new IllegalArgumentException("there is something else than a plan has at " + unlike.path(), unlike);
        }
    }

    private static SavedPlan decode(JsonCursor plan) {
        long version = plan.member("formatVersion").number();
        if (version != FORMAT_VERSION) {
            throw new IllegalArgumentException(
                    "its formatVersion is " + version + " and this version reads " + FORMAT_VERSION);
        }
        List<StoredAttr> attrs = plan.member("attrs").elements(AttrJson::decode);
        Attrs known = Attrs.of(attrs);
        return new SavedPlan(
                plan.member("platform").parsed("the address of a platform", URI::create),
                plan.member("app").parsed("the id of an app", AppId::parse),
                plan.member("definition").text(),
                attrs,
                RulesJson.decode(plan.member("rules")),
                new Definition(
                        plan.optional("wantedSchema").map(SchemaJson::decode).orElse(null),
                        plan.optional("wantedRules").map(RulesJson::decode).orElse(null)),
                protections(plan.member("protected")),
                plan.member("renames").elements(PlanFile::rename),
                plan.member("allowDelete").elements(JsonCursor::text).stream().collect(toCollection(TreeSet::new)),
                plan.member("stages")
                        .elements(stage -> new Stage(stage.elements(step -> StepJson.decode(step, known)))));
    }

    private static Protections protections(JsonCursor reasons) {
        NavigableMap<String, String> byName = new TreeMap<>();
        reasons.members().forEach((name, reason) -> byName.put(name, reason.text()));
        return new Protections(byName);
    }

    private static String rename(JsonCursor text) {
        text.parsed("a rename", Rename::parse);
        return text.text();
    }
}
