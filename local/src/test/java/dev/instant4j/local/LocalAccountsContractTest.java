package dev.instant4j.local;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.contract.AccountsContract;
import dev.instant4j.contract.AppUsersContract;
import dev.instant4j.contract.DataContract;
import dev.instant4j.contract.OAuthAppsContract;
import dev.instant4j.contract.OAuthContract;
import dev.instant4j.contract.PushContract;
import dev.instant4j.model.Token;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The embedded platform does for its users, their data and definitions what every platform does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalAccountsContractTest
        implements AccountsContract, AppUsersContract, DataContract, PushContract, OAuthAppsContract, OAuthContract {
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform local =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final LocalUser user = local.users().user("contract@local.test").await();
    private final InstantPlatform client = InstantPlatform.create(vertx, PlatformOptions.at(local.uri()));

    @Override
    public InstantPlatform platform() {
        return client;
    }

    @Override
    public Token personalToken() {
        return user.personalToken();
    }

    @Override
    public Token signInToken() {
        return user.loginToken();
    }

    @AfterAll
    void stop() {
        client.close().await();
        local.close().await();
        vertx.close().await();
    }
}
