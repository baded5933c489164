package dev.instant4j.admin;

import dev.instant4j.model.Token;

/**
 * What to find a user of an app by.
 *
 * @param by what kind of key it is
 * @param value the key itself, kept like a secret, for it may be one
 */
public record UserKey(By by, Token value) {

    /** The kinds of keys. */
    public enum By {
        EMAIL,
        ID,
        REFRESH_TOKEN
    }

    /** Returns the key to the user of that address. */
    public static UserKey email(String email) {
        return new UserKey(By.EMAIL, Token.of(email));
    }

    /** Returns the key to the user who is that entity of {@code $users}. */
    public static UserKey id(EntityId id) {
        return new UserKey(By.ID, Token.of(id.toString()));
    }

    /** Returns the key to the user who has signed in with that token. */
    public static UserKey signedIn(Token token) {
        return new UserKey(By.REFRESH_TOKEN, token);
    }
}
