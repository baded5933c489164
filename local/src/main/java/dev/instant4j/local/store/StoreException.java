package dev.instant4j.local.store;

import org.jspecify.annotations.Nullable;

/** The database can't be opened or does not do what was asked of it. The message says what to do about it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
