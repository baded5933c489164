package dev.instant4j.wire;

import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.JobType;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Steps as {@code schema/steps/apply} takes them: pairs of a word and an argument. */
public final class StepJson {
    private static final String ADD = "add-attr";
    private static final String UPDATE = "update-attr";
    private static final String DELETE = "delete-attr";

    private StepJson() {}

    /** Returns the request that applies steps. */
    public static JsonObject applyRequest(List<? extends Step> steps) {
        return new JsonObject().put("steps", encode(steps));
    }

    /** Returns the steps as a list of pairs. */
    public static JsonArray encode(List<? extends Step> steps) {
        JsonArray array = new JsonArray();
        steps.forEach(step -> array.add(encode(step)));
        return array;
    }

    /** Returns the step as a pair. */
    public static JsonArray encode(Step step) {
        return step.match(new Encoder());
    }

    /**
     * Returns the step that a pair stands for. A step that deletes an attr carries its id only.
     *
     * @param known where the name of a deleted attr is looked up
     */
    public static Step decode(JsonCursor step, Attrs known) {
        JsonCursor argument = step.element(1);
        return switch (step.element(0).text()) {
            case ADD -> new Step.AddAttr(AttrJson.decode(argument));
            case UPDATE -> update(argument);
            case DELETE -> delete(argument, known);
            default -> job(step.element(0).word(JobType.class), argument);
        };
    }

    private static Step update(JsonCursor attr) {
        return new Step.UpdateAttr(
                new AttrId(attr.member("id").uuid()),
                AttrJson.ident(attr.member("forward-identity")),
                attr.optional("reverse-identity").map(AttrJson::ident).orElse(null),
                attr.member("cardinality").word(Has.class),
                attr.optional("on-delete")
                        .map(rule -> rule.word(OnDelete.class))
                        .orElse(null),
                attr.optional("on-delete-reverse")
                        .map(rule -> rule.word(OnDelete.class))
                        .orElse(null));
    }

    private static Step delete(JsonCursor id, Attrs known) {
        AttrId attr = new AttrId(id.uuid());
        AttrName name = known.byId(attr).map(StoredAttr::name).orElseThrow(() -> id.unlike("the id of a known attr"));
        return new Step.DeleteAttr(attr, name);
    }

    private static Step job(JobType type, JsonCursor argument) {
        return new Step.StartJob(
                new AttrId(argument.member("attr-id").uuid()),
                AttrJson.ident(argument.member("forward-identity")).name(),
                type,
                argument.optional("checked-data-type")
                        .map(checked -> checked.word(DataType.class))
                        .orElse(null));
    }

    private static JsonArray pair(String word, Object argument) {
        return new JsonArray().add(word).add(argument);
    }

    private static final class Encoder implements Step.Cases<JsonArray> {

        @Override
        public JsonArray addAttr(Step.AddAttr step) {
            return pair(ADD, AttrJson.encodeNew(step.definition()));
        }

        @Override
        public JsonArray updateAttr(Step.UpdateAttr step) {
            JsonObject attr = new JsonObject()
                    .put("id", step.attr().toString())
                    .put("forward-identity", AttrJson.identity(step.forward()))
                    .put("cardinality", Words.of(step.has()));
            if (step.reverse() != null) {
                attr.put("reverse-identity", AttrJson.identity(step.reverse()));
            }
            if (step.onDelete() != null) {
                attr.put("on-delete", Words.of(step.onDelete()));
            }
            if (step.onDeleteReverse() != null) {
                attr.put("on-delete-reverse", Words.of(step.onDeleteReverse()));
            }
            return pair(UPDATE, attr);
        }

        @Override
        public JsonArray deleteAttr(Step.DeleteAttr step) {
            return pair(DELETE, step.attr().toString());
        }

        @Override
        public JsonArray startJob(Step.StartJob step) {
            String id = step.attr().toString();
            JsonObject job = new JsonObject()
                    .put("attr-id", id)
                    .put(
                            "forward-identity",
                            new JsonArray()
                                    .add(id)
                                    .add(step.name().entity())
                                    .add(step.name().label()));
            if (step.checkedType() != null) {
                job.put("checked-data-type", Words.of(step.checkedType()));
            }
            return pair(Words.of(step.type()), job);
        }
    }
}
