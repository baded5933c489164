package dev.instant4j.local;

import dev.instant4j.local.store.StoreException;
import dev.instant4j.model.AppId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(VertxExtension.class)
class LocalPlatformTest {

    @Test
    void two_platforms_in_memory_do_not_meet(Vertx vertx, VertxTestContext test) {
        Future.all(
                        LocalPlatform.start(vertx, LocalOptions.inMemory()),
                        LocalPlatform.start(vertx, LocalOptions.inMemory()))
                .compose(started -> {
                    LocalPlatform one = started.resultAt(0);
                    LocalPlatform other = started.resultAt(1);
                    return temporaryApp(vertx, one)
                            .compose(app -> new Exchanges(vertx, other)
                                    .get("/superadmin/apps/" + app.getString("id"), app.getString("admin-token"))
                                    .eventually(() -> Future.all(one.close(), other.close())));
                })
                .onComplete(test.succeeding(answer -> test.verify(() -> {
                    assertThat(answer.status()).isEqualTo(401);
                    test.completeNow();
                })));
    }

    @Test
    void a_platform_that_listens_everywhere_is_reached_from_this_machine_too(Vertx vertx, VertxTestContext test) {
        LocalPlatform.start(vertx, LocalOptions.inMemory().withHost("0.0.0.0"))
                .compose(platform -> new Exchanges(vertx, platform)
                        .get("/health/system", "")
                        .eventually(platform::close)
                        .map(answer -> platform.uri().getHost() + " " + answer.status()))
                .onComplete(test.succeeding(reached -> test.verify(() -> {
                    assertThat(reached).isEqualTo("127.0.0.1 200");
                    test.completeNow();
                })));
    }

    @Test
    void the_app_of_a_definition_file_outlives_a_restart(Vertx vertx, VertxTestContext test, @TempDir Path directory) {
        Path definition = directory.resolve("todos.jsh");
        appFor(vertx, directory, definition)
                .compose(before -> appFor(vertx, directory, definition).map(after -> after.equals(before)))
                .onComplete(test.succeeding(isSame -> test.verify(() -> {
                    assertThat(isSame).isTrue();
                    test.completeNow();
                })));
    }

    @Test
    void a_removed_app_is_gone_at_once(Vertx vertx, VertxTestContext test) {
        LocalPlatform.start(vertx, LocalOptions.inMemory())
                .compose(platform -> temporaryApp(vertx, platform)
                        .compose(app -> platform.remove(AppId.parse(app.getString("id")))
                                .compose(removed -> new Exchanges(vertx, platform)
                                        .get("/superadmin/apps/" + app.getString("id"), app.getString("admin-token"))))
                        .eventually(platform::close))
                .onComplete(test.succeeding(answer -> test.verify(() -> {
                    assertThat(answer.status()).isEqualTo(401);
                    test.completeNow();
                })));
    }

    @Test
    void each_definition_file_has_an_app_of_its_own(Vertx vertx, VertxTestContext test, @TempDir Path directory) {
        appFor(vertx, directory, directory.resolve("a.jsh"))
                .compose(first -> appFor(vertx, directory, directory.resolve("b.jsh"))
                        .map(second -> first.id().equals(second.id())))
                .onComplete(test.succeeding(isSame -> test.verify(() -> {
                    assertThat(isSame).isFalse();
                    test.completeNow();
                })));
    }

    @Test
    void a_directory_belongs_to_one_platform_at_a_time(Vertx vertx, VertxTestContext test, @TempDir Path directory) {
        LocalPlatform.start(vertx, LocalOptions.in(directory))
                .compose(first ->
                        LocalPlatform.start(vertx, LocalOptions.in(directory)).eventually(first::close))
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertThat(failure)
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining(directory.toString())
                            .hasMessageContaining("in use by another platform");
                    test.completeNow();
                })));
    }

    @Test
    void a_damaged_database_is_named_and_left_as_it_is(Vertx vertx, VertxTestContext test, @TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("instant4j.db");
        Files.writeString(file, "This is no database at all, and long enough to have a header of its own.\n".repeat(4));
        byte[] before = Files.readAllBytes(file);
        LocalPlatform.start(vertx, LocalOptions.in(directory))
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertThat(failure).isInstanceOf(StoreException.class).hasMessageContaining(file.toString());
                    assertThat(Files.readAllBytes(file)).isEqualTo(before);
                    test.completeNow();
                })));
    }

    private static Future<LocalApp> appFor(Vertx vertx, Path directory, Path definition) {
        return LocalPlatform.start(vertx, LocalOptions.in(directory))
                .compose(platform -> platform.appFor(definition).eventually(platform::close));
    }

    private static Future<JsonObject> temporaryApp(Vertx vertx, LocalPlatform platform) {
        return new Exchanges(vertx, platform)
                .post("/dash/apps/ephemeral", Map.of(), new JsonObject().put("title", "test"))
                .map(answer -> answer.json().getJsonObject("app"));
    }
}
