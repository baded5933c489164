package dev.instant4j.admin;

import dev.instant4j.model.Token;

/** In whose name an admin reads or writes. Rules apply to all but {@link #ADMIN}. */
public sealed interface Actor {
    /** Nobody in particular; rules don't apply. */
    Actor ADMIN = new Admin();

    /** Someone who has not signed in. */
    Actor GUEST = new Guest();

    /** Calls the case for this kind of actor. A new kind breaks every caller at compile time. */
    <R> R match(Cases<R> cases);

    /** Returns the user of the app who has that address. */
    static Actor email(String email) {
        return new UserOf(email);
    }

    /** Returns the user of the app who has signed in with that token. */
    static Actor bearer(Token token) {
        return new BearerOf(token);
    }

    /** Everything is allowed. */
    record Admin() implements Actor {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.admin();
        }
    }

    /** Someone who has not signed in. */
    record Guest() implements Actor {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.guest();
        }
    }

    /** The user of the app who has that address. */
    record UserOf(String email) implements Actor {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.email(email);
        }
    }

    /** The user of the app who has signed in with that token. */
    record BearerOf(Token token) implements Actor {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bearer(token);
        }
    }

    /** What to do for each kind of actor. */
    interface Cases<R> {
        R admin();

        R guest();

        R email(String email);

        R bearer(Token token);
    }
}
