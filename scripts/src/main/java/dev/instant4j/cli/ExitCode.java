package dev.instant4j.cli;

/** What a command says to its caller when it ends. */
public enum ExitCode {
    DONE(0, "Done, or nothing to do."),
    FAILED(1, "Failed: refused by the platform, unreachable, or a bug of ours."),
    CHANGES_PENDING(2, "Changes are pending (plan --detailed-exitcode)."),
    DECISION_NEEDED(
            3,
            "A decision is needed: no terminal and no --yes, or declined at the prompt. The flags that decide are named."),
    STALE(4, "The plan is stale: the app has changed since it was made."),
    REFUSED(5, "Refused by a guard: a delete without consent, or a rename that matches nothing. Nothing was applied."),
    JOBS_FAILED(6, "Applied, but background jobs failed. The report says what doesn't hold."),
    USAGE(64, "Wrong usage."),
    INVALID_DEFINITION(65, "A definition can't be read, or is invalid whatever the app.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Returns the number that the process ends with. */
    public int code() {
        return code;
    }

    /** Returns what it means, one sentence. */
    public String meaning() {
        return meaning;
    }
}
