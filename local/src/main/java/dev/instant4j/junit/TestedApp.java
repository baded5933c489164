package dev.instant4j.junit;

import dev.instant4j.client.AdminClient;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.local.LocalApp;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.AppId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The app of one test.
 *
 * @param platform where it is
 * @param client acts with its admin token, and is closed with it
 * @param app the app itself
 */
record TestedApp(LocalPlatform platform, InstantPlatform client, LocalApp app) implements AutoCloseable {
    private static final Map<Class<?>, Function<TestedApp, Object>> OFFERED = Map.of(
            AdminClient.class, tested -> tested.client.admin(tested.app.id()),
            AppId.class, tested -> tested.app.id(),
            InstantPlatform.class, TestedApp::client,
            LocalApp.class, TestedApp::app,
            LocalPlatform.class, TestedApp::platform);

    /** Tells whether a test can have a parameter of that type. */
    static boolean offers(Class<?> type) {
        return OFFERED.containsKey(type);
    }

    /** Returns this app as one of the types that are offered. */
    Object as(Class<?> type) {
        return Objects.requireNonNull(OFFERED.get(type)).apply(this);
    }

    /** Removes the app with all it has. */
    @Override
    public void close() {
        client.close().eventually(() -> platform.remove(app.id())).await();
    }
}
