package dev.instant4j.wire;

import dev.instant4j.auth.SignIn;
import dev.instant4j.model.CreatedPersonalToken;
import dev.instant4j.model.PersonalToken;
import dev.instant4j.model.PersonalTokenId;
import dev.instant4j.model.Token;

/** How a platform lets people in. */
public final class SignInJson {

    private SignInJson() {}

    /** Returns who has signed in with a magic code. */
    public static SignIn verified(JsonCursor answer) {
        return new SignIn(
                token(answer.member("token")),
                answer.member("user").member("email").text());
    }

    /** Returns who has signed in through a browser. */
    public static SignIn checked(JsonCursor answer) {
        return new SignIn(token(answer.member("token")), answer.member("email").text());
    }

    /** Returns the secret to ask with whether someone has confirmed a sign-in. */
    public static Token secret(JsonCursor answer) {
        return token(answer.member("secret"));
    }

    /** Returns the ticket by which a browser confirms a sign-in. */
    public static Token ticket(JsonCursor answer) {
        return token(answer.member("ticket"));
    }

    /** Returns what a platform shows of a personal access token. */
    public static PersonalToken personalToken(JsonCursor token) {
        return new PersonalToken(
                new PersonalTokenId(token.member("id").uuid()),
                token.member("name").text(),
                token.member("created_at").instant());
    }

    /** Returns the personal access token that was created. */
    public static CreatedPersonalToken createdPersonalToken(JsonCursor token) {
        return new CreatedPersonalToken(personalToken(token), token(token.member("token")));
    }

    private static Token token(JsonCursor text) {
        return text.parsed("a token", Token::of);
    }
}
