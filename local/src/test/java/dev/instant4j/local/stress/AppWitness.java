package dev.instant4j.local.stress;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.model.TemporaryApp;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Creates apps: their tokens open them, and their schemas and rules are there. */
final class AppWitness implements Witness {
    private final InstantPlatform platform;
    private final List<TemporaryApp> acknowledged = new ArrayList<>();

    AppWitness(InstantPlatform platform) {
        this.platform = platform;
    }

    @Override
    public Future<Void> act() {
        return platform.apps()
                .createTemporary(KilledApp.definition())
                .onSuccess(acknowledged::add)
                .mapEmpty();
    }

    @Override
    public void check(InstantPlatform restarted) {
        acknowledged.forEach(app -> check(restarted.withToken(app.adminToken()), app));
    }

    private static void check(InstantPlatform restarted, TemporaryApp app) {
        assertThat(restarted.schema().pull(app.id()).await().names()).containsAll(KilledApp.ATTRS);
        assertThat(restarted.rules().get(app.id()).await())
                .isEqualTo(KilledApp.definition().rules());
    }
}
