package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of a transaction that is about one entity.
 *
 * @param values what is written or linked, by label
 * @param upsert false: the entity must exist; null: not said
 */
record EntityStep(
        Kind kind,
        String etype,
        EntityRef entity,
        JsonObject values,
        @Nullable Boolean upsert) {
    private static final Set<String> SCHEMA_STEPS = Set.of("add-attr", "update-attr", "delete-attr");

    /** What is done to the entity. */
    enum Kind {
        UPDATE,
        CREATE,
        MERGE,
        LINK,
        UNLINK,
        DELETE,
        /** Gives parameters to rules; data stay as they are. */
        RULEPARAMS;

        static Optional<Kind> ofWord(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }

        private String word() {
            return this == RULEPARAMS ? "ruleParams" : name().toLowerCase(Locale.ROOT);
        }

        boolean isLinking() {
            return this == LINK || this == UNLINK;
        }

        boolean isWriting() {
            return this == UPDATE || this == CREATE || this == MERGE;
        }
    }

    /** Tells whether a step changes the schema rather than an entity. */
    static boolean isSchemaStep(JsonArray step) {
        return !step.isEmpty() && step.getValue(0) instanceof String word && SCHEMA_STEPS.contains(word);
    }

    /**
     * Reads the step at {@code number} of {@code steps}.
     *
     * @throws Refusal if it is no step
     */
    static EntityStep read(JsonArray steps, int number) {
        StepShape.check(steps, number);
        JsonArray step = steps.getJsonArray(number);
        Object subject = step.getValue(2);
        EntityRef entity = EntityRef.ofSubject(subject).orElseThrow(() -> badEntity(steps, number, subject));
        Object values = step.size() > 3 ? step.getValue(3) : null;
        return new EntityStep(
                Kind.ofWord(step.getString(0)).orElseThrow(),
                step.getString(1),
                entity,
                values instanceof JsonObject object ? object : new JsonObject(),
                upsert(step));
    }

    /** Whatever is neither null nor false counts as true. */
    private static @Nullable Boolean upsert(JsonArray step) {
        Object given =
                step.size() > 4 && step.getValue(4) instanceof JsonObject options ? options.getValue("upsert") : null;
        return given == null ? null : !Boolean.FALSE.equals(given);
    }

    private static Refusal badEntity(JsonArray steps, int number, @Nullable Object subject) {
        JsonObject error = new JsonObject()
                .put("message", "Invalid entity ID '" + subject + "'. Entity IDs must be UUIDs or lookup references.")
                .put("in", new JsonArray().add(number).add(2));
        return Refusal.invalid("steps", steps, List.of(error));
    }
}
