package dev.instant4j.local.http;

import io.vertx.core.json.JsonObject;
import java.util.SortedMap;
import java.util.TreeMap;

import static java.util.stream.Collectors.joining;

/** What people see who are signed in. */
final class DashboardPages {
    static final String SIGN_OUT_PATH = "/sign-out";
    static final String CLI_LOGIN_PATH = "/cli-login";
    static final String FORM_TOKEN = "form-token";
    static final String DECISION = "decision";
    static final String ACCEPT = "accept";

    private DashboardPages() {}

    /** Returns the page with what a user has, as the dashboard's data tell it. */
    static String home(JsonObject dashboard, String formToken) {
        String apps = dashboard.getJsonArray("apps").stream()
                .map(JsonObject.class::cast)
                .map(app -> "<li>" + Html.escaped(app.getString("title")) + " <code>" + app.getString("id")
                        + "</code></li>\n")
                .collect(joining());
        return Html.page(
                "Your apps",
                apps.isEmpty() ? Html.paragraph("You have no apps yet.") : "<ul>\n" + apps + "</ul>\n",
                signedIn(emailIn(dashboard), formToken));
    }

    /** Returns the page that asks whether a command line may act for a user. */
    static String cliLogin(String ticket, String email, String formToken) {
        return Html.page(
                "Log in the command line",
                Html.paragraph("A command line wants to act as " + email
                        + ". Accept this only if you have just started a login yourself."),
                decision(ticket, formToken, ACCEPT, "Accept"),
                decision(ticket, formToken, "deny", "Deny"),
                signedIn(email, formToken));
    }

    private static String decision(String ticket, String formToken, String decision, String button) {
        SortedMap<String, String> fields = token(formToken);
        fields.put(Destination.TICKET, ticket);
        fields.put(DECISION, decision);
        return Html.form(CLI_LOGIN_PATH, fields, "", button);
    }

    /** Returns a page that tells how something has ended. */
    static String told(String title, String sentence) {
        return Html.page(title, Html.paragraph(sentence));
    }

    /** Returns the page about a request for consent that went wrong. */
    static String oauthError(String message) {
        return Html.page(
                "OAuth error", Html.paragraph("There was an error with your OAuth request."), Html.paragraph(message));
    }

    static String signedIn(String email, String formToken) {
        return "<footer>\n" + Html.paragraph("Signed in as " + email + ".")
                + Html.form(SIGN_OUT_PATH, token(formToken), "", "Sign out") + "</footer>\n";
    }

    static String emailIn(JsonObject dashboard) {
        return dashboard.getJsonObject("user").getString("email");
    }

    private static SortedMap<String, String> token(String formToken) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put(FORM_TOKEN, formToken);
        return fields;
    }
}
