package dev.instant4j.contract;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import io.vertx.core.Vertx;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The platform at INSTANT_TEST_URL does what every platform does, as far as it needs no account. */
@EnabledIfEnvironmentVariable(named = "INSTANT_TEST_URL", matches = "https?://.+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostedContractTest
        implements TemporaryAppsContract,
                SchemaContract,
                JobsContract,
                RulesContract,
                RuleValidationContract,
                PushContract,
                DataContract,
                AppUsersContract,
                LoginSettingsContract,
                MailTemplatesContract,
                WebhooksContract {
    private final Vertx vertx = Vertx.vertx();
    private final InstantPlatform client =
            InstantPlatform.create(vertx, PlatformOptions.at(URI.create(System.getenv("INSTANT_TEST_URL"))));

    @Override
    public InstantPlatform platform() {
        return client;
    }

    @AfterAll
    void close() {
        result(client.close());
        result(vertx.close());
    }
}
