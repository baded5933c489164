package dev.instant4j.local;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.contract.JobsContract;
import dev.instant4j.contract.LoginSettingsContract;
import dev.instant4j.contract.MailTemplatesContract;
import dev.instant4j.contract.RuleValidationContract;
import dev.instant4j.contract.RulesContract;
import dev.instant4j.contract.SchemaContract;
import dev.instant4j.contract.TemporaryAppsContract;
import dev.instant4j.contract.WebhooksContract;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The embedded platform does what every platform does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalContractTest
        implements JobsContract,
                SchemaContract,
                TemporaryAppsContract,
                RulesContract,
                RuleValidationContract,
                LoginSettingsContract,
                MailTemplatesContract,
                WebhooksContract {
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform local =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final InstantPlatform client = InstantPlatform.create(vertx, PlatformOptions.at(local.uri()));

    @Override
    public InstantPlatform platform() {
        return client;
    }

    @AfterAll
    void stop() {
        client.close().await();
        local.close().await();
        vertx.close().await();
    }
}
