package dev.instant4j.auth;

import dev.instant4j.model.Token;
import java.util.Optional;

/** Whom a client acts as. */
public sealed interface Credentials {
    /** Nobody, which is enough for temporary apps and for signing in. */
    Credentials NONE = new Nobody();

    /** Returns the token to begin with, if there is one. */
    Optional<Token> token();

    /** Acts as nobody. */
    record Nobody() implements Credentials {
        @Override
        public Optional<Token> token() {
            return Optional.empty();
        }
    }

    /** Acts as the bearer of one token, for as long as a platform takes it. */
    record Bearer(Token bearer) implements Credentials {
        @Override
        public Optional<Token> token() {
            return Optional.of(bearer);
        }
    }

    /**
     * Acts as a user who has authorized an OAuth client. When a platform no longer takes the access token, the client
     * gets another one by itself, once for any number of requests under way, and sends them again.
     *
     * @param access the access token to begin with
     * @param refresh what gets another one
     * @param client who was authorized; must have a secret
     * @param onRenewal is told each new access token; requests wait for what it returns, and fail if it does
     */
    record Renewable(Token access, Token refresh, OAuthClient client, RenewalListener onRenewal)
            implements Credentials {

        /**
         * Checks that the tokens can be renewed at all.
         *
         * @throws IllegalArgumentException if the client has no secret
         */
        public Renewable {
            if (client.secret().isEmpty()) {
                throw new IllegalArgumentException(
                        "Tokens of the OAuth client " + client.id() + " can't be renewed without its secret.");
            }
        }

        @Override
        public Optional<Token> token() {
            return Optional.of(access);
        }
    }
}
