package dev.instant4j.rules;

import dev.cel.runtime.CelEvaluationException;

/** A rule has no value for what it was asked about. */
public final class RuleEvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String etype;
    private final String action;
    private final String errorType;

    RuleEvaluationException(String etype, String action, CelEvaluationException cause) {
        super(cause.getMessage(), cause, false, false);
        this.etype = etype;
        this.action = action;
        this.errorType = cause.getErrorCode().name();
    }

    public String etype() {
        return etype;
    }

    public String action() {
        return action;
    }

    /** Returns CEL's word for what went wrong: {@code OVERLOAD_NOT_FOUND}, {@code DIVIDE_BY_ZERO}. */
    public String errorType() {
        return errorType;
    }
}
