package dev.instant4j.error;

import java.util.Locale;

/** The platform's own word for why it said no. */
public enum ErrorType {
    APP_CREATION_DISABLED,
    APP_DISABLED,
    APP_READ_ONLY,
    BILLING_CLOSED,
    EMAIL_SEND_FAILED,
    OAUTH_ERROR,
    OPERATION_TIMED_OUT,
    PARAMETER_LIMIT_EXCEEDED,
    PARAM_MALFORMED,
    PARAM_MISSING,
    PERMISSION_DENIED,
    PERMISSION_EVALUATION_FAILED,
    RATE_LIMITED,
    RECORD_CHECK_VIOLATION,
    RECORD_EXPIRED,
    RECORD_FOREIGN_KEY_INVALID,
    RECORD_NOT_FOUND,
    RECORD_NOT_UNIQUE,
    SIGNUPS_CLOSED,
    SQL_EXCEPTION,
    SQL_RAISE,
    TIMEOUT,
    VALIDATION_FAILED,
    /** A word that is not in this list, or none. */
    UNKNOWN;

    /** Returns the type that the wire calls {@code word}. */
    public static ErrorType of(String word) {
        String name = word.replace('-', '_').toUpperCase(Locale.ROOT);
        for (ErrorType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return UNKNOWN;
    }
}
