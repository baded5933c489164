package dev.instant4j.local.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.stream.Collectors.joining;

/** Where users may be sent back to after they were asked. */
final class RedirectUris {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private RedirectUris() {}

    /**
     * Returns the address, unless users must not be sent to it.
     *
     * @param dataType what the refusal calls it
     * @param isPublic whether it is one of a program for everyone, which does not run on the machine of its users
     */
    static String fit(String dataType, String address, boolean isPublic) {
        List<String> errors = errors(address, isPublic);
        if (!errors.isEmpty()) {
            throw Refusal.invalidPlainly(dataType, address, errors.toArray(String[]::new));
        }
        return address;
    }

    private static List<String> errors(String address, boolean isPublic) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException unreadable) {
            return List.of("redirect uri must use the HTTPS scheme");
        }
        List<String> errors = new ArrayList<>();
        String authority = String.valueOf(uri.getRawAuthority());
        String path = String.valueOf(uri.getRawPath());
        String scheme = String.valueOf(uri.getScheme());
        boolean isLocal = isLocal(address);
        require(errors, !authority.contains("@"), "redirect uri may not contain user or password");
        require(errors, !path.contains("/.."), "redirect uri may not contain a path traversal");
        require(errors, uri.getRawFragment() == null, "redirect uri may not contain the fragment component");
        require(errors, !isLocal || !isPublic, "redirect uri may not be localhost");
        require(
                errors,
                isLocal || (scheme.equals("https") && uri.getHost() != null),
                "redirect uri must use the HTTPS scheme");
        require(
                errors,
                !isLocal || Set.of("http", "https").contains(scheme),
                "redirect uri must use either the HTTP or HTTPS scheme");
        return errors;
    }

    private static void require(List<String> errors, boolean holds, String error) {
        if (!holds) {
            errors.add(error);
        }
    }

    /** Tells whether an address is one of the machine that the browser runs on. */
    static boolean isLocal(String address) {
        return THIS_MACHINE.contains(host(address));
    }

    /** Returns the host of an address that was found to be fit. */
    static String host(String address) {
        return String.valueOf(URI.create(address).getHost());
    }

    /** Returns an address with more parameters; those it has stay. */
    static String with(String address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return address + (address.contains("?") ? "&" : "?") + query;
    }
}
