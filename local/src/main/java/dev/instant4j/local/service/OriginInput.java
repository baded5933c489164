package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What names an origin of each service. */
final class OriginInput {
    /** Schemes in common use: none of them can belong to an app alone. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "bitcoin",
            "blob",
            "callto",
            "chrome",
            "content",
            "data",
            "dav",
            "dns",
            "facetime",
            "feed",
            "file",
            "ftp",
            "geo",
            "git",
            "gopher",
            "http",
            "https",
            "imap",
            "irc",
            "jar",
            "ldap",
            "ldaps",
            "magnet",
            "mailto",
            "market",
            "mms",
            "news",
            "nfs",
            "nntp",
            "pop",
            "rtsp",
            "sftp",
            "sip",
            "sips",
            "skype",
            "sms",
            "smtp",
            "snmp",
            "spotify",
            "ssh",
            "steam",
            "svn",
            "tag",
            "tel",
            "telnet",
            "tftp",
            "tv",
            "urn",
            "view-source",
            "vnc",
            "vscode",
            "webcal",
            "ws",
            "wss",
            "xmpp");

    private OriginInput() {}

    /**
     * Returns the body's {@code params}.
     *
     * @throws Refusal if they do not name an origin of that service
     */
    static List<String> params(UUID app, String service, Params body) {
        JsonArray params = elements(body);
        error(service, params).ifPresent(error -> {
            JsonObject input = new JsonObject()
                    .put("app-id", app.toString())
                    .put("service", service)
                    .put("params", body.body().getValue("params"));
            throw Refusal.invalidPlainly("origin-request", input, error);
        });
        return params.stream().map(String::valueOf).toList();
    }

    /** Anything that has elements counts as a list, and an object has no text among them. */
    private static JsonArray elements(Params body) {
        Object value = body.required("params");
        if (value instanceof JsonObject object) {
            return new JsonArray(List.copyOf(object.getMap().entrySet()));
        }
        if (value instanceof JsonArray list) {
            return list;
        }
        throw Refusal.paramMalformed(value, "body", "params");
    }

    private static Optional<String> error(String service, JsonArray params) {
        return switch (service) {
            case "generic" -> one(params, "Host should be the only parameter.", "Host should be a string.");
            case "netlify" ->
                one(params, "Netlify should have only the site name param.", "Netlify site-name should be a string.");
            case "vercel" ->
                several(
                        2,
                        params,
                        "Vercel should have deployment suffix and project name params.",
                        "Vercel deployment suffix and project name should both be strings.");
            case "custom-scheme" ->
                one(params, "Custom scheme should have only one parameter.", "Custom scheme should be a string.")
                        .or(() -> reserved(params.getString(0)));
            default -> Optional.of("Unrecognized service " + service);
        };
    }

    private static Optional<String> one(JsonArray params, String wrongCount, String wrongKind) {
        return several(1, params, wrongCount, wrongKind);
    }

    private static Optional<String> several(int count, JsonArray params, String wrongCount, String wrongKind) {
        if (params.size() != count) {
            return Optional.of(wrongCount);
        }
        boolean isText = params.stream().allMatch(String.class::isInstance);
        return isText ? Optional.empty() : Optional.of(wrongKind);
    }

    private static Optional<String> reserved(String scheme) {
        return RESERVED.contains(scheme)
                ? Optional.of("The scheme `" + scheme + "` is not allowed.")
                : Optional.empty();
    }
}
