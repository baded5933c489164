package dev.instant4j.push;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.diff.Renames;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.Definition;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Schema;
import dev.instant4j.model.TemporaryApp;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;

import static dev.instant4j.dsl.Dsl.*;

/** A preflight over many entities in a process of its own, which has little memory. */
final class LargeSurvey {
    private static final int BATCH = 100;
    private static final String BODY = "What is said at length. ".repeat(700);

    private LargeSurvey() {}

    /**
     * Prints how many entities stand in the way of a push.
     *
     * @param arguments how many there are
     */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
        InstantPlatform anyone = InstantPlatform.create(vertx, PlatformOptions.at(platform.uri()));
        Schema schema = schema(entity("posts", string("slug"), string("body")));
        TemporaryApp app = anyone.apps()
                .createTemporary(NewApp.titled("large").schema(schema))
                .await();
        InstantPlatform client = anyone.withToken(app.adminToken());
        write(client.admin(app.id()), Integer.parseInt(arguments[0]));

        Schema unique = schema(entity("posts", string("slug").unique(), string("body")));
        System.out.println(new Push(client, IdSource.seeded(1))
                .plan(app.id(), new Definition(unique, null), Renames.parse(List.of()))
                .compose(plan -> new Preflight(client).survey(plan))
                .await()
                .affected()
                .get(0)
                .count());
        anyone.close().await();
        platform.close().await();
        vertx.close().await();
    }

    /** Every two share a slug. */
    private static void write(AdminClient data, int entities) {
        for (int begin = 0; begin < entities; begin += BATCH) {
            Write[] writes = IntStream.range(begin, begin + BATCH)
                    .mapToObj(i -> Write.update(
                            "posts",
                            EntityId.random(),
                            new JsonObject().put("slug", "slug " + i / 2).put("body", BODY)))
                    .toArray(Write[]::new);
            data.transact(writes).await();
        }
    }
}
