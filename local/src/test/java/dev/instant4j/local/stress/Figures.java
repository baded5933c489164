package dev.instant4j.local.stress;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.dsl.Dsl;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.Attr;
import dev.instant4j.model.Schema;
import dev.instant4j.model.SchemaPart;
import dev.instant4j.model.TemporaryApp;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long things take one client in a warm JVM. Runs when asked for by name only. */
class Figures {
    private static final int FEW = 100;
    private static final int MANY = 3_000;

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void print() {
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
        InstantPlatform client = InstantPlatform.create(vertx, PlatformOptions.at(platform.uri()));
        print("create an app", MANY, () -> app(client, Schema.EMPTY));
        print("create an app of 3 attrs", MANY, () -> app(client, schema(1, 3)));
        print("create an app of 480 attrs", FEW, () -> app(client, schema(40, 12)));
        AdminClient small = admin(client, schema(1, 3));
        print("transact on 3 attrs", MANY, () -> write(small));
        AdminClient large = admin(client, schema(40, 12));
        print("transact on 480 attrs", MANY, () -> write(large));
        client.close().await();
        platform.close().await();
        print("start in memory, and stop", FEW, () -> startAndStop(LocalOptions.inMemory()));
        print("start in a directory, and stop", FEW, () -> startAndStop(LocalOptions.in(directory.resolve("other"))));
    }

    private static TemporaryApp app(InstantPlatform client, Schema schema) {
        return client.apps()
                .createTemporary(NewApp.titled("figures").schema(schema))
                .await();
    }

    private static AdminClient admin(InstantPlatform client, Schema schema) {
        TemporaryApp made = app(client, schema);
        return client.withToken(made.adminToken()).admin(made.id());
    }

    private static Schema schema(int entities, int attrs) {
        return Schema.of(IntStream.range(0, entities)
                .mapToObj(entity -> (SchemaPart) Dsl.entity("entity" + entity, attrs(attrs)))
                .toList());
    }

    private static Attr[] attrs(int count) {
        return IntStream.range(0, count)
                .mapToObj(attr -> Dsl.string("attr" + attr).optional())
                .toArray(Attr[]::new);
    }

    private static void write(AdminClient admin) {
        JsonObject values = new JsonObject().put("attr0", "a").put("attr1", "b").put("attr2", "c");
        admin.transact(Write.create("entity0", EntityId.random(), values)).await();
    }

    private void startAndStop(LocalOptions options) {
        LocalPlatform.start(vertx, options).await().close().await();
    }

    /** Prints the median of the second half: the first one warms up. */
    private static void print(String what, int times, Runnable work) {
        long[] nanos = IntStream.range(0, times)
                .mapToLong(time -> nanos(work))
                .skip(times / 2)
                .sorted()
                .toArray();
        System.out.printf(Locale.ROOT, "%s: %.2f ms%n", what, nanos[nanos.length / 2] / 1e6);
    }

    private static long nanos(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
