package dev.instant4j.error;

/** No answer arrived: the platform could not be reached, or went silent. */
public final class TransportException extends InstantException {
    private static final long serialVersionUID = 1;

    private final String operation;
    private final boolean mayHaveHappened;

    /**
     * @param operation what was asked for, such as {@code read the schema}
     * @param reason what went wrong, with the next step if there is one
     * @param mayHaveHappened whether the request may have reached the platform
     */
    public TransportException(String operation, String reason, boolean mayHaveHappened, Throwable cause) {
        super("Couldn't " + operation + ": " + reason, cause);
        this.operation = operation;
        this.mayHaveHappened = mayHaveHappened;
    }

    /** Returns what was asked for. */
    public String operation() {
        return operation;
    }

    /** Tells whether the platform may have done what it was asked although no answer arrived. */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }
}
