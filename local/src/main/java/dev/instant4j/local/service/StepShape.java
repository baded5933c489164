package dev.instant4j.local.service;

import dev.instant4j.local.service.EntityStep.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a step of a transaction must look like, as the real platform tells it. */
final class StepShape {
    private static final String MODEL = "instant.admin.model/";
    private static final String MAP = "map?";
    private static final String TEXT = "string?";
    private static final JsonArray SEQUENCE =
            new JsonArray("[\"fn\",[\"%\"],[\"or\",[\"nil?\",\"%\"],[\"sequential?\",\"%\"]]]");
    private static final JsonArray LAST_WORD = new JsonArray().add("delete-attr");
    private static final int OPTIONS = 4;

    private final JsonArray steps;
    private final int number;

    private StepShape(JsonArray steps, int number) {
        this.steps = steps;
        this.number = number;
    }

    /**
     * Lets the step at {@code number} of {@code steps} pass.
     *
     * @throws Refusal if it is no step
     */
    static void check(JsonArray steps, int number) {
        new StepShape(steps, number).check();
    }

    private void check() {
        Object json = steps.getValue(number);
        if (json != null && !(json instanceof JsonArray)) {
            throw wrong(SEQUENCE);
        }
        JsonArray step = json instanceof JsonArray array ? array : new JsonArray();
        if (step.isEmpty()) {
            throw wrong(LAST_WORD);
        }
        String word = step.getValue(0) instanceof String text ? text : "";
        if (EntityStep.isSchemaStep(step)) {
            schemaStep(step, word);
        } else {
            Kind kind = Kind.ofWord(word).orElseThrow(() -> wrong(LAST_WORD, 0));
            entityStep(step, kind);
        }
    }

    private void schemaStep(JsonArray step, String word) {
        if (step.size() == 1) {
            throw wrong(LAST_WORD, 0);
        }
        Object argument = step.getValue(1);
        if (!word.equals("delete-attr")) {
            must(argument instanceof JsonObject, MAP, 1);
        } else {
            must(argument instanceof String text && Params.uuidIn(text).isPresent(), MODEL + "coercible-uuid?", 1);
        }
    }

    private void entityStep(JsonArray step, Kind kind) {
        must(step.size() > 1, TEXT);
        must(step.getValue(1) instanceof String, TEXT, 1);
        must(step.size() > 2, MODEL + "lookup");
        if (kind == Kind.DELETE) {
            return;
        }
        must(step.size() > 3, kind.isLinking() ? MODEL + "link-map" : MAP);
        must(step.getValue(3) instanceof JsonObject, MAP, 3);
        if (kind.isLinking()) {
            step.getJsonObject(3).forEach(this::link);
        }
        if (step.size() > OPTIONS) {
            Object options = step.getValue(OPTIONS);
            must(options == null || options instanceof JsonObject, "nil?", OPTIONS);
        }
    }

    private void link(Map.Entry<String, Object> link) {
        Object targets = link.getValue();
        if (!(targets instanceof JsonArray list)) {
            must(isTarget(targets), MODEL + "lookup?", 3, link.getKey(), 1);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            boolean isPair = list.getValue(i) instanceof JsonArray pair
                    && pair.size() == 2
                    && pair.getValue(0) instanceof String;
            must(isPair || isTarget(list.getValue(i)), MODEL + "lookup?", 3, link.getKey(), 1, i);
        }
    }

    private static boolean isTarget(@Nullable Object json) {
        return json instanceof String || json instanceof JsonObject;
    }

    private void must(boolean isRight, Object expected, Object... place) {
        if (!isRight) {
            throw wrong(expected, place);
        }
    }

    private Refusal wrong(Object expected, Object... place) {
        JsonArray in = new JsonArray().add(number);
        for (Object step : place) {
            in.add(step);
        }
        JsonObject error = new JsonObject().put("expected", expected).put("in", in);
        return Refusal.invalid("steps", steps, List.of(error));
    }
}
