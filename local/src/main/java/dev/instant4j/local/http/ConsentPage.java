package dev.instant4j.local.http;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** The page that asks a user whether a program may act for them. */
final class ConsentPage {
    private static final Map<String, String> SCOPES = Map.of(
            "apps-read", "see your apps, their schemas and their rules",
            "apps-write", "create, change and delete your apps, their schemas and their rules",
            "data-read", "read the data of your apps",
            "data-write", "read, change and delete the data of your apps",
            "storage-read", "read the files of your apps",
            "storage-write", "read, add and delete the files of your apps");

    private ConsentPage() {}

    /** Returns the page about what a claimed redirect asks for. */
    static String of(JsonObject consent, String redirect, String formToken) {
        String email = consent.getString("userEmail");
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("redirect_id", redirect);
        fields.put("grant_token", consent.getString("grantToken"));
        return Html.page(
                consent.getString("appName") + " wants to act for you",
                logo(consent),
                Html.paragraph("As " + email + ", it could:"),
                scopes(consent),
                Html.paragraph("You will go back to " + consent.getString("redirectOrigin") + "."),
                Html.form("/platform/oauth/grant", fields, "", "Allow"),
                Html.form("/platform/oauth/deny", fields, "", "Deny"),
                links(consent),
                DashboardPages.signedIn(email, formToken));
    }

    private static String logo(JsonObject consent) {
        String logo = consent.getString("appLogo");
        return logo == null ? "" : "<p><img src=\"" + Html.escaped(logo) + "\" alt=\"\"></p>\n";
    }

    private static String scopes(JsonObject consent) {
        return consent.getJsonArray("scopes").stream()
                .map(String::valueOf)
                .map(scope -> "<li>" + Html.escaped(SCOPES.getOrDefault(scope, scope)) + " (<code>"
                        + Html.escaped(scope) + "</code>)</li>\n")
                .collect(joining("", "<ul>\n", "</ul>\n"));
    }

    private static String links(JsonObject consent) {
        List<String> links = Stream.of(
                        link(consent, "appHomePage", "Home page"),
                        link(consent, "appPrivacyPolicyLink", "Privacy policy"),
                        link(consent, "appTosLink", "Terms"))
                .filter(link -> !link.isEmpty())
                .toList();
        String support = consent.getString("supportEmail");
        return (links.isEmpty() ? "" : "<p>" + String.join(" · ", links) + "</p>\n")
                + (support == null ? "" : Html.paragraph("Support: " + support));
    }

    private static String link(JsonObject consent, String key, String text) {
        String address = consent.getString(key);
        return address == null ? "" : Html.link(address, text);
    }
}
