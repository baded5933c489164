package dev.instant4j.push;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.model.Token;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.Plans;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

/** Asks a server that has many entities, of which every two share a slug, or one that shows none. */
class PreflightPagesTest {
    private static final Plan PLAN = Plans.between(
            schema(entity("posts", string("slug"), string("body"))),
            schema(entity("posts", string("slug").unique(), string("body"))));

    private final Vertx vertx = Vertx.vertx();
    private final List<JsonObject> asked = new CopyOnWriteArrayList<>();
    private int stored;
    private int status = 200;
    private InstantPlatform platform = InstantPlatform.create(vertx, PlatformOptions.of(Token.of("none")));

    @BeforeEach
    void listen() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body.toJsonObject())))
                .listen(0, "127.0.0.1")
                .await();
        URI uri = URI.create("http://127.0.0.1:" + server.actualPort());
        platform = InstantPlatform.create(vertx, PlatformOptions.at(uri).withToken(Token.of("none")));
    }

    @AfterEach
    void close() {
        platform.close().await();
        vertx.close().await();
    }

    private void answer(HttpServerRequest request, JsonObject body) {
        if (status != 200) {
            JsonObject refusal =
                    new JsonObject().put("type", "permission-denied").put("message", "not yours");
            request.response().setStatusCode(status).end(refusal.toBuffer());
            return;
        }
        JsonObject options = body.getJsonObject("query").getJsonObject("posts").getJsonObject("$");
        asked.add(options);
        JsonArray page = new JsonArray();
        int begin = options.getInteger("offset");
        int end = Math.min(stored, begin + options.getInteger("limit"));
        for (int i = begin; i < end; i++) {
            page.add(new JsonObject().put("id", new UUID(0, i).toString()).put("slug", "s" + i / 2));
        }
        request.response().end(new JsonObject().put("posts", page).toBuffer());
    }

    @Test
    void a_hundred_thousand_entities_are_read_page_by_page_and_only_what_is_in_question() {
        stored = 100_000;

        Survey survey = new Preflight(platform).survey(PLAN).await();

        assertThat(survey.affected()).singleElement().satisfies(affected -> {
            assertThat(affected.count()).isEqualTo(50_000);
            assertThat(affected.samples()).hasSize(3);
        });
        assertThat(asked).hasSizeGreaterThan(10).allSatisfy(options -> {
            assertThat(options.getInteger("limit")).isLessThanOrEqualTo(5_000);
            assertThat(options.getJsonArray("fields")).containsExactly("id", "slug");
        });
    }

    @Test
    void what_may_not_be_read_is_not_checked() {
        status = 403;

        Survey survey = new Preflight(platform).survey(PLAN).await();

        assertThat(survey.affected()).isEmpty();
        assertThat(survey.unchecked()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("IDB249");
            assertThat(finding.message()).contains("posts", "slug", "permission-denied");
        });
    }
}
