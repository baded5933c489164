package dev.instant4j.contract;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.model.TemporaryApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The platform at INSTANT_TEST_URL does what every platform does, with apps of the user of INSTANT_TEST_TOKEN if set. */
@EnabledIfEnvironmentVariable(named = HostedPlatform.URL, matches = "https?://.+")
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
    private final HostedPlatform hosted = new HostedPlatform();

    @Override
    public InstantPlatform platform() {
        return hosted.client();
    }

    @Override
    public TemporaryApp newApp() {
        return hosted.newApp();
    }

    @AfterAll
    void close() {
        hosted.close();
    }
}
