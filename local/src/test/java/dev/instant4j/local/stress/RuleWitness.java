package dev.instant4j.local.stress;

import dev.instant4j.client.InstantPlatform;
import io.vertx.core.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** Replaces rules: those that hold are the last ones, as a whole. */
final class RuleWitness implements Witness {
    private final InstantPlatform platform;
    private final KilledApp app;
    private int acknowledged;

    RuleWitness(InstantPlatform platform, KilledApp app) {
        this.platform = platform;
        this.app = app;
    }

    @Override
    public Future<Void> act() {
        return app.as(platform)
                .rules()
                .replace(app.id(), KilledApp.rules(acknowledged + 1))
                .onSuccess(done -> acknowledged++);
    }

    @Override
    public void check(InstantPlatform restarted) {
        assertThat(app.as(restarted).rules().get(app.id()).await())
                .isIn(KilledApp.rules(acknowledged), KilledApp.rules(acknowledged + 1));
    }
}
