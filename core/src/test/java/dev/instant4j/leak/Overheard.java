package dev.instant4j.leak;

import dev.instant4j.error.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;

/**
 * What servers of the tests were told in confidence, and what was said aloud: thrown, logged and printed in the whole run
 * of tests. One for all, as secrets of one test may show up in another.
 */
public final class Overheard {
    private static final int SHORTEST_SECRET = 20;
    private static final int CONTEXT = 200;
    private static final Pattern BEARER = Pattern.compile("(?i)(?:authorization: *bearer|as-token:) +(\\S+)");
    private static final Pattern MEMBER = Pattern.compile(
            "\"(?:token|admin-token|admin_token|secret|client_secret|refresh_token|access_token|code_verifier|"
                    + "secretValue)\" *: *\"([^\"]+)\"");
    private static final Pattern PARAMETER = Pattern.compile("(?:access_token|refresh_token|token|sig)=([^&\\s\"]+)");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{" + SHORTEST_SECRET + ",}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final Pattern TOKEN = Pattern.compile("(?:per|pat|prt)_[0-9a-f]{64}");

    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();
    private static final Map<String, String> SAID = new ConcurrentHashMap<>();

    private Overheard() {}

    /** Notes the secrets in a text that went over the wire. */
    public static void confided(String text) {
        SECRETS.addAll(secretsIn(text));
    }

    static Set<String> secretsIn(String text) {
        return matches(text, BEARER, MEMBER, PARAMETER)
                .map(found -> found.group(1))
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .collect(toSet());
    }

    /** Notes what was said aloud: thrown, logged or printed. */
    public static void said(String text) {
        matches(text, WORD, UUID, TOKEN).forEach(found -> SAID.putIfAbsent(found.group(), around(text, found)));
    }

    /** Notes what a failure says besides its message. */
    public static void failed(Throwable failure) {
        if (failure instanceof ApiException refusal) {
            said(refusal.hint());
        }
    }

    static Set<String> secrets() {
        return SECRETS;
    }

    /** Returns the long words of what was said, each with what is around it. */
    static Map<String, String> said() {
        return SAID;
    }

    /** Fails if one of the secrets so far is in what was said so far. */
    static void requireNoSecrets() {
        List<String> leaks = leaks(SECRETS, SAID);
        if (!leaks.isEmpty()) {
            throw new AssertionError("Secrets were thrown, logged or printed:\n" + String.join("\n", leaks));
        }
    }

    /** Returns what was said that holds a secret or a token of the platform's own making, with dots in its place. */
    static List<String> leaks(Set<String> secrets, Map<String, String> said) {
        return said.entrySet().stream()
                .filter(word -> secrets.contains(word.getKey())
                        || TOKEN.matcher(word.getKey()).matches())
                .map(word -> word.getValue().replace(word.getKey(), "••••"))
                .toList();
    }

    private static Stream<MatchResult> matches(String text, Pattern... patterns) {
        return Stream.of(patterns).flatMap(pattern -> pattern.matcher(text).results());
    }

    private static String around(String text, MatchResult found) {
        return text.substring(Math.max(0, found.start() - CONTEXT), Math.min(text.length(), found.end() + CONTEXT));
    }
}
