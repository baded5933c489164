package dev.instant4j.local.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where people may be sent back to after a login. */
final class RedirectUri {
    /** The parts of any address, as RFC 3986 takes them apart. */
    private static final Pattern PARTS = Pattern.compile(
            "(?:(?<scheme>[^:/?#]+):)?(?://(?:(?<user>[^/?#@]*)@)?(?<host>\\[[^\\]]*\\]|[^/?#:]*)(?::\\d*)?)?"
                    + "(?<path>[^?#]*)(?:\\?[^#]*)?(?<fragment>#.*)?",
            Pattern.DOTALL);

    private static final Set<String> LOCALHOST = Set.of("localhost", "127.0.0.1");

    private RedirectUri() {}

    /** Returns what is wrong with an address; people may come back to their own machine. */
    static List<String> errors(String uri) {
        List<String> errors = new ArrayList<>();
        Matcher parts = PARTS.matcher(uri);
        if (!parts.matches()) {
            return List.of("redirect uri must use the HTTPS scheme");
        }
        String path = parts.group("path");
        if (parts.group("user") != null) {
            errors.add("redirect uri may not contain user or password");
        }
        if (path.contains("/..") || path.contains("\\.")) {
            errors.add("redirect uri may not contain a path traversal");
        }
        if (parts.group("fragment") != null) {
            errors.add("redirect uri may not contain the fragment component");
        }
        String scheme = String.valueOf(parts.group("scheme")).toLowerCase(Locale.ROOT);
        boolean isLocal = LOCALHOST.contains(String.valueOf(parts.group("host")));
        if (!isLocal && !scheme.equals("https")) {
            errors.add("redirect uri must use the HTTPS scheme");
        }
        if (isLocal && !Set.of("http", "https").contains(scheme)) {
            errors.add("redirect uri must use either the HTTP or HTTPS scheme");
        }
        return errors;
    }
}
