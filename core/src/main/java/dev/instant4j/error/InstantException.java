package dev.instant4j.error;

import org.jspecify.annotations.Nullable;

/** Everything this project throws on purpose; anything else thrown is a bug of ours. */
public abstract sealed class InstantException extends RuntimeException
        permits ApiException,
                DecodeException,
                DefinitionException,
                DestructivePlanException,
                StalePlanException,
                TransportException {
    private static final long serialVersionUID = 1;

    /** Stackless, as it mostly travels through futures, where a stack says nothing. */
    InstantException(String message, @Nullable Throwable cause) {
        super(message, cause, true, false);
    }
}
