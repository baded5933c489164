package dev.instant4j.error;

/** The app has changed since the plan was made. Nothing was changed by the push. */
public final class StalePlanException extends InstantException {
    private static final long serialVersionUID = 1;

    /** @param changed what is different now */
    public StalePlanException(String changed) {
        super("The app has changed since the plan was made (" + changed + "), nothing was pushed. Plan again.", null);
    }
}
