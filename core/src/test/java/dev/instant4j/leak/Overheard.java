package dev.instant4j.leak;

import dev.instant4j.error.ApiException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;

/**
 * What servers of the tests were told in confidence, and what the client said aloud: the logs and the failures of the
 * whole run of tests. One for all, as secrets of one test may show up in another.
 */
public final class Overheard {
    private static final int SHORTEST_SECRET = 20;
    private static final Pattern BEARER = Pattern.compile("(?i)(?:authorization: *bearer|as-token:) +(\\S+)");
    private static final Pattern MEMBER = Pattern.compile(
            "\"(?:token|admin-token|admin_token|secret|client_secret|refresh_token|access_token|code_verifier|"
                    + "secretValue)\" *: *\"([^\"]+)\"");
    private static final Pattern PARAMETER = Pattern.compile("(?:access_token|refresh_token|token|sig)=([^&\\s\"]+)");

    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();
    private static final List<String> SAID = new CopyOnWriteArrayList<>();
    private static final Handler LISTENER = listener();

    static {
        for (String name : List.of("io.vertx", "io.netty", "dev.instant4j")) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(Level.FINE);
            logger.addHandler(LISTENER);
        }
    }

    private Overheard() {}

    /** Notes the secrets in a text that went over the wire. */
    public static void confided(String text) {
        SECRETS.addAll(secretsIn(text));
    }

    static Set<String> secretsIn(String text) {
        return Stream.of(BEARER, MEMBER, PARAMETER)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1))
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .collect(toSet());
    }

    /** Notes all that a failure says, its causes included. */
    public static void failed(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        SAID.add(trace + (failure instanceof ApiException refusal ? refusal.hint() + refusal.reason() : ""));
    }

    static Set<String> secrets() {
        return SECRETS;
    }

    static List<String> said() {
        return SAID;
    }

    private static Handler listener() {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                SAID.add(String.valueOf(line.getMessage()));
                if (line.getThrown() != null) {
                    failed(line.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
