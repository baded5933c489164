package dev.instant4j.cli;

/** A command was called in a way it can't be called. Nothing was done. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    /** @param hint what to write instead, a sentence; may be empty */
    UsageException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** Returns the same complaint as {@code malformed} makes of what was written. */
    static UsageException of(IllegalArgumentException malformed, String hint) {
        return new UsageException(String.valueOf(malformed.getMessage()), hint);
    }

    String hint() {
        return hint;
    }
}
