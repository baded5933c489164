package dev.instant4j.wire;

import dev.instant4j.admin.AppUser;
import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.SignedInUser;
import dev.instant4j.admin.UserKey;
import dev.instant4j.model.Token;
import java.util.Locale;
import java.util.Optional;

/** Users of an app as its admin sees them. */
public final class AppUserJson {

    private AppUserJson() {}

    /** Returns the name under which a platform takes a key. */
    public static String name(UserKey key) {
        return key.by().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the user under that key of an answer, if there is one. */
    public static Optional<AppUser> found(JsonCursor answer, String key) {
        return answer.optional(key).map(AppUserJson::user);
    }

    /** Returns the user that an answer says to have signed in. */
    public static SignedInUser signedIn(JsonCursor answer) {
        JsonCursor user = answer.member("user");
        return new SignedInUser(
                user(user),
                user.member("refresh_token").parsed("a token", Token::of),
                answer.optional("created").map(JsonCursor::bool).orElse(true));
    }

    private static AppUser user(JsonCursor user) {
        return new AppUser(
                new EntityId(user.member("id").uuid()),
                user.optional("email").map(JsonCursor::text).orElse(""),
                user.optional("isGuest").map(JsonCursor::bool).orElse(false));
    }
}
