package dev.instant4j.error;

/** The platform's answer has another shape than expected. What was asked for has probably been done. */
public final class DecodeException extends InstantException {
    private static final long serialVersionUID = 1;

    private final String operation;
    private final String path;

    /**
     * @param operation what was asked for, such as {@code read the schema}
     * @param path where in the answer, such as {@code /attrs/3/id}
     * @param expected what should be there
     * @param found what is there, without values
     */
    public DecodeException(String operation, String path, String expected, String found) {
        super(
                "Couldn't " + operation + ": the answer has " + found + " at " + path + " where " + expected
                        + " is expected. Is this an Instant platform, and a version this client knows?",
                null);
        this.operation = operation;
        this.path = path;
    }

    /** Returns what was asked for. */
    public String operation() {
        return operation;
    }

    /** Returns where in the answer, as a JSON pointer. */
    public String path() {
        return path;
    }
}
