package dev.instant4j.local.service;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses may be told of changes. Names are never looked up: only those are refused that cannot be public. */
final class WebhookUrl {
    private static final Set<String> LOCALHOST = Set.of("localhost", "127.0.0.1");
    /** Names below these are reserved by RFC 6761 and others, and never resolve publicly. */
    private static final List<String> NEVER_PUBLIC =
            List.of(".example", ".internal", ".invalid", ".local", ".localhost", ".onion", ".test", ".home.arpa");

    private static final String IPV4 = "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}";
    private static final int SHARED_NET = 100;
    private static final int SHARED_LOW = 64;
    private static final int SHARED_HIGH = 127;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int RESERVED_NET = 240;
    private static final int BYTE = 0xff;
    private static final int IPV4_BYTES = 4;

    private WebhookUrl() {}

    /** Refuses addresses that cannot be told of changes. */
    static void mustBePublic(String url) {
        if (!url.startsWith("https:")) {
            throw refusal(url, "The Webhook url must be https");
        }
        @Nullable String host = host(url);
        if (host != null && LOCALHOST.contains(host)) {
            throw refusal(url, "The Webhook url must be a public url, localhost is not allowed.");
        }
        if (host == null) {
            throw refusal(url, "Invalid URL.");
        }
        if (!isPublic(host)) {
            throw refusal(url, "Could not resolve URL.");
        }
    }

    private static @Nullable String host(String url) {
        try {
            return new URI(url).getHost();
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static boolean isPublic(String host) {
        if (host.startsWith("[") || host.matches(IPV4)) {
            return isPublicAddress(host);
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.matches(".+\\.[^.]*[a-z][^.]*\\.?") && NEVER_PUBLIC.stream().noneMatch(name::endsWith);
    }

    /** @param literal an address in digits, so that nothing is looked up */
    private static boolean isPublicAddress(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            boolean isLocal = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress();
            return !isLocal && !isReserved(address.getAddress());
        } catch (UnknownHostException malformed) {
            return false;
        }
    }

    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        if (bytes.length == IPV4_BYTES) {
            boolean isShared = first == SHARED_NET && second >= SHARED_LOW && second <= SHARED_HIGH;
            return first == 0 || isShared || first >= RESERVED_NET;
        }
        return (first & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }

    private static Refusal refusal(String url, String message) {
        return Refusal.invalid("webhook", new JsonObject().put("url", url), message);
    }
}
