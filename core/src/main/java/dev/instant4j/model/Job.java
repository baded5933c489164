package dev.instant4j.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A background job that applies one constraint to existing data.
 *
 * @param id given by the platform
 * @param attr the attr it works on
 * @param attrName {@code todos.title}, as the platform shows it; null if it does not say
 * @param type what it does
 * @param state how far it is
 * @param workEstimate how many values it expects to look at; 0 if not known
 * @param workCompleted how many it has looked at; may exceed the estimate
 * @param updatedAt when it last moved, ISO-8601 with seconds
 * @param failure why it failed; null unless {@link State#ERRORED}
 */
public record Job(
        JobId id,
        AttrId attr,
        @Nullable String attrName,
        JobType type,
        State state,
        long workEstimate,
        long workCompleted,
        String updatedAt,
        @Nullable Failure failure) {

    /** How far a job is. */
    public enum State {
        /** Has not begun. */
        WAITING,
        PROCESSING,
        /** Has done all of it. */
        COMPLETED,
        /** Has failed, and changed nothing that lasts. */
        ERRORED;

        /** Tells whether a job in this state will never change again. */
        public boolean isFinal() {
            return this == COMPLETED || this == ERRORED;
        }
    }

    /**
     * Why a job failed.
     *
     * @param error in the platform's words, such as {@code triple-not-unique-error}
     * @param samples some of the values that stand in the way; may be empty
     */
    public record Failure(String error, List<Sample> samples) {
        public Failure {
            samples = List.copyOf(samples);
        }
    }

    /**
     * A stored value that a constraint does not allow.
     *
     * @param entityId the entity that has it
     * @param value its JSON text; {@code null} as text if it lacks a value
     */
    public record Sample(String entityId, String value) {}

    /** Returns what went wrong, if something did. */
    public Optional<Failure> failed() {
        return Optional.ofNullable(failure);
    }
}
