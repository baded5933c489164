package dev.instant4j.local.http;

import java.util.TreeMap;

/** What people see who are not signed in yet. */
final class SignInPages {
    static final String CODE_PATH = "/sign-in/code";
    static final String PATH = "/sign-in";

    private SignInPages() {}

    /** Returns the page that asks who it is; {@code problem}: what was wrong before, or nothing. */
    static String email(Destination destination, String problem) {
        return Html.page(
                "Sign in",
                Html.problem(problem),
                Html.paragraph("An account is made for whoever has none."),
                Html.form(
                        CODE_PATH,
                        new TreeMap<>(destination.fields()),
                        Html.input("email", "Email", "type=\"email\" autocomplete=\"username\""),
                        "Send a code"));
    }

    /** Returns the page that asks for the code; {@code problem}: what was wrong before, or nothing. */
    static String code(Destination destination, String email, String problem) {
        return Html.page(
                "Sign in",
                Html.problem(problem),
                Html.paragraph("A code for " + email + " went to the mailbox of this platform. "
                        + "It runs on your machine, so no mail was sent: look where it was started."),
                Html.form(
                        PATH,
                        destination.with("email", email),
                        Html.input("code", "Code", "inputmode=\"numeric\" autocomplete=\"one-time-code\""),
                        "Sign in"),
                Html.form(CODE_PATH, destination.with("email", email), "", "Send another code"));
    }
}
