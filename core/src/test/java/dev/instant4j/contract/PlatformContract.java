package dev.instant4j.contract;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.model.TemporaryApp;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** What the tests of a contract need. They run on plain threads, so they may wait. */
public interface PlatformContract {

    /** Returns a client of the platform under test that acts as nobody. Who implements this closes it. */
    InstantPlatform platform();

    /** Returns a new app of the test's own, by default a temporary one. */
    default TemporaryApp newApp() {
        return result(platform().apps().createTemporary(NewApp.titled("contract")));
    }

    /** Returns a client that acts as an app. */
    default InstantPlatform as(TemporaryApp app) {
        return platform().withToken(app.adminToken());
    }

    /** Returns what a future completes with; throws what it fails with. */
    default <T> T result(Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("The platform under test does not answer.", late);
        }
    }
}
