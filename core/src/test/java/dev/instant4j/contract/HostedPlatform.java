package dev.instant4j.contract;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.model.AppId;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The platform that the environment names, and what it knows of a user there. Leaves no apps behind. */
final class HostedPlatform {
    static final String URL = "INSTANT_TEST_URL";
    static final String TOKEN = "INSTANT_TEST_TOKEN";
    static final String SIGN_IN = "INSTANT_TEST_SIGN_IN";

    private final Map<String, String> environment = System.getenv();
    private final Vertx vertx = Vertx.vertx();
    private final List<AppId> made = new CopyOnWriteArrayList<>();
    private final InstantPlatform client =
            InstantPlatform.create(vertx, PlatformOptions.at(URI.create(environment.getOrDefault(URL, ""))));

    InstantPlatform client() {
        return client;
    }

    /** Returns a token of the environment; without it, the test is skipped. */
    Token token(String variable) {
        String token = environment.getOrDefault(variable, "");
        assumeTrue(!token.isBlank(), variable + " is not set");
        return Token.of(token);
    }

    /** Returns a personal app of the user, if there is one, which can be deleted again; otherwise a temporary one. */
    TemporaryApp newApp() {
        Optional<InstantPlatform> user = user();
        if (user.isEmpty()) {
            return client.apps().createTemporary(NewApp.titled("contract")).await();
        }
        CreatedApp app = user.get().apps().create(NewApp.titled("contract")).await();
        made.add(app.id());
        return new TemporaryApp(app.id(), app.app().title(), app.adminToken(), Instant.MAX);
    }

    void close() {
        Future.join(made.stream()
                        .flatMap(app -> user().map(me -> me.apps().delete(app)).stream())
                        .toList())
                .otherwiseEmpty()
                .compose(deleted -> client.close())
                .compose(closed -> vertx.close())
                .await();
    }

    private Optional<InstantPlatform> user() {
        return Optional.ofNullable(environment.get(TOKEN))
                .filter(token -> !token.isBlank())
                .map(token -> client.withToken(Token.of(token)));
    }
}
