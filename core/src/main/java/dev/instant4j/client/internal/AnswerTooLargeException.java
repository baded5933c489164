package dev.instant4j.client.internal;

import io.vertx.core.VertxException;

/** An answer has more bytes than the client is willing to hold. */
final class AnswerTooLargeException extends VertxException {
    private static final long serialVersionUID = 1;

    AnswerTooLargeException(int maxBytes) {
        super("the answer has more than " + maxBytes + " bytes", true);
    }
}
