package dev.instant4j.local.node;

import dev.instant4j.client.AdminClient;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.local.LocalUser;
import dev.instant4j.model.CreatedApp;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/** An embedded platform with a user, and our own client to see what the tools have done there. */
final class Host {
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform local =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final LocalUser user = local.users().user("node@local.test").await();
    private final InstantPlatform anonymous = InstantPlatform.create(vertx, PlatformOptions.at(local.uri()));
    private final InstantPlatform client = anonymous.withToken(user.personalToken());

    URI uri() {
        return local.uri();
    }

    LocalUser user() {
        return user;
    }

    /** Returns a client that acts for the user. */
    InstantPlatform client() {
        return client;
    }

    /** Returns platform tokens, by the names of their scopes. */
    JsonObject platformTokens() {
        return local.users().credentials().await().getJsonObject("oauth").getJsonObject("tokens");
    }

    /** Makes an app of the user. */
    CreatedApp newApp(String title) {
        return client.apps().create(NewApp.titled(title)).await();
    }

    /** Returns what reads and writes the data of an app past its rules. */
    AdminClient admin(CreatedApp app) {
        return anonymous.withToken(app.adminToken()).admin(app.id());
    }

    void close() {
        anonymous.close().await();
        local.close().await();
        vertx.close().await();
    }
}
