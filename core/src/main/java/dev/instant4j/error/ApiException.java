package dev.instant4j.error;

import org.jspecify.annotations.Nullable;

/** The platform answered, and said no. Nothing was changed, unless an operation says otherwise. */
public final class ApiException extends InstantException {
    private static final long serialVersionUID = 1;

    private final String operation;
    private final int status;
    private final ErrorType type;
    private final String word;
    private final String reason;
    private final String hint;
    private final @Nullable String traceId;

    /**
     * @param operation what was asked for, such as {@code read the schema}
     * @param status the HTTP status
     * @param word the platform's word for the reason, such as {@code record-not-found}; empty if it has none
     * @param reason the platform's sentence
     * @param hint the platform's details as JSON text, {@code null} as text if there are none
     * @param traceId what the platform's operator finds the request by; null if not given
     */
    public ApiException(
            String operation, int status, String word, String reason, String hint, @Nullable String traceId) {
        super("The platform refused to " + operation + ": " + reason + " (status " + status + ")", null);
        this.operation = operation;
        this.status = status;
        this.type = ErrorType.of(word);
        this.word = word;
        this.reason = reason;
        this.hint = hint;
        this.traceId = traceId;
    }

    /** Returns what was asked for. */
    public String operation() {
        return operation;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns what kind of reason it is. */
    public ErrorType type() {
        return type;
    }

    /** Returns the platform's word for the reason, also where the type is unknown; empty if it has none. */
    public String word() {
        return word;
    }

    /** Returns the platform's own sentence. */
    public String reason() {
        return reason;
    }

    /** Returns the platform's details as JSON text. */
    public String hint() {
        return hint;
    }

    /** Returns what the platform's operator finds the request by; null if not given. */
    public @Nullable String traceId() {
        return traceId;
    }
}
