package dev.instant4j.rules;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is asked about. Entities are given by label, with their {@code id}.
 *
 * @param data the entity
 * @param newData the entity after the change; null where nothing is written
 * @param linked the other end of a link; null if none is made or removed
 * @param modifiedFields the labels that are written, without {@code id}
 */
public record RuleSubject(
        JsonObject data,
        @Nullable JsonObject newData,
        @Nullable Linked linked,
        List<String> modifiedFields) {

    public RuleSubject {
        modifiedFields = List.copyOf(modifiedFields);
    }

    /**
     * The other end of a link.
     *
     * @param etype its type
     * @param data the entity
     * @param action {@code create} if the entity of the rule is new, else {@code update}
     * @param linkedAction the same of the entity at the other end
     */
    public record Linked(String etype, JsonObject data, String action, String linkedAction) {}

    /** Returns an entity that is seen or deleted. */
    public static RuleSubject of(JsonObject data) {
        return new RuleSubject(data, null, null, List.of());
    }

    /** Returns an entity that is written. */
    public static RuleSubject written(JsonObject data, JsonObject newData, List<String> modifiedFields) {
        return new RuleSubject(data, newData, null, modifiedFields);
    }

    /** Returns an entity at the other end of which {@code linked} is or was. */
    public static RuleSubject linked(JsonObject data, JsonObject newData, Linked linked) {
        return new RuleSubject(data, newData, linked, List.of());
    }
}
