package dev.instant4j.model.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that is told, or was, or could not be.
 *
 * @param isn which one
 * @param state how far telling it is
 * @param attempts how it went so far
 * @param maybeNextAttempt when it is tried again; null if it is not
 * @param createdAt when the data were changed
 * @param updatedAt when telling it last went on
 */
public record WebhookEvent(
        EventIsn isn,
        State state,
        List<Attempt> attempts,
        @Nullable Instant maybeNextAttempt,
        Instant createdAt,
        Instant updatedAt) {

    public WebhookEvent {
        attempts = List.copyOf(attempts);
    }

    /** Returns when it is tried again, if it is. */
    public Optional<Instant> nextAttempt() {
        return Optional.ofNullable(maybeNextAttempt);
    }

    /** How far telling it is. */
    public enum State {
        PENDING,
        PROCESSING,
        SUCCESS,
        /** Went wrong, and will be tried again. */
        ERROR,
        /** Went wrong for the last time. */
        FAILED
    }

    /**
     * One attempt at telling it.
     *
     * @param at when
     * @param duration how long it took
     * @param isSuccess whether it was taken
     * @param status the HTTP status of the answer; 0 if none came
     * @param answer the beginning of what was answered; may be empty
     * @param problem what went wrong, in the platform's words; empty if nothing did
     */
    public record Attempt(
            Instant at, Duration duration, boolean isSuccess, int status, String answer, String problem) {}
}
