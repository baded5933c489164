package dev.instant4j.contract;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.model.Token;
import io.vertx.core.Vertx;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The platform at INSTANT_TEST_URL does what every platform does for the user of INSTANT_TEST_TOKEN, a personal access
 * token, and INSTANT_TEST_SIGN_IN, the token of a sign-in.
 */
@EnabledIfEnvironmentVariable(named = "INSTANT_TEST_URL", matches = "https?://.+")
@EnabledIfEnvironmentVariable(named = "INSTANT_TEST_TOKEN", matches = "per_.+")
@EnabledIfEnvironmentVariable(named = "INSTANT_TEST_SIGN_IN", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostedAccountsContractTest implements AccountsContract {
    private final Vertx vertx = Vertx.vertx();
    private final InstantPlatform client =
            InstantPlatform.create(vertx, PlatformOptions.at(URI.create(System.getenv("INSTANT_TEST_URL"))));

    @Override
    public InstantPlatform platform() {
        return client;
    }

    @Override
    public Token personalToken() {
        return Token.of(System.getenv("INSTANT_TEST_TOKEN"));
    }

    @Override
    public Token signInToken() {
        return Token.of(System.getenv("INSTANT_TEST_SIGN_IN"));
    }

    @AfterAll
    void close() {
        result(client.close());
        result(vertx.close());
    }
}
