package dev.instant4j.contract;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The platform at INSTANT_TEST_URL does what every platform does for the user of INSTANT_TEST_TOKEN, a personal access
 * token; what takes the token of a sign-in is skipped without INSTANT_TEST_SIGN_IN.
 */
@EnabledIfEnvironmentVariable(named = HostedPlatform.URL, matches = "https?://.+")
@EnabledIfEnvironmentVariable(named = HostedPlatform.TOKEN, matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostedAccountsContractTest implements AccountsContract, OAuthAppsContract, OAuthContract {
    private final HostedPlatform hosted = new HostedPlatform();

    @Override
    public InstantPlatform platform() {
        return hosted.client();
    }

    @Override
    public TemporaryApp newApp() {
        return hosted.newApp();
    }

    @Override
    public Token personalToken() {
        return hosted.token(HostedPlatform.TOKEN);
    }

    @Override
    public Token signInToken() {
        return hosted.token(HostedPlatform.SIGN_IN);
    }

    @AfterAll
    void close() {
        hosted.close();
    }
}
