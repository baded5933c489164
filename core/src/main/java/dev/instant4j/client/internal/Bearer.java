package dev.instant4j.client.internal;

import dev.instant4j.model.Token;
import io.vertx.core.Future;
import java.util.Optional;

/** Knows the token to send, and whether there may be a better one. */
interface Bearer {

    /** Returns the token to send now; empty if there is none. */
    Optional<Token> token();

    /**
     * Gets a token to send in the place of one that a platform no longer takes.
     *
     * @return empty if there is no better one; fails if getting one failed
     */
    Future<Optional<Token>> better(Token refused);

    /** Returns a bearer of one token, or of none. */
    static Bearer of(Optional<Token> token) {
        return new Bearer() {
            @Override
            public Optional<Token> token() {
                return token;
            }

            @Override
            public Future<Optional<Token>> better(Token refused) {
                return Future.succeededFuture(Optional.empty());
            }
        };
    }
}
