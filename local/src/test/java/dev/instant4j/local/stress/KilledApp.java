package dev.instant4j.local.stress;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Write;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.dsl.Dsl;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;

import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.number;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.dsl.Dsl.update;
import static dev.instant4j.dsl.Dsl.view;

/**
 * The app of one kill, with some data.
 *
 * @param id the app
 * @param token its admin token
 */
record KilledApp(AppId id, Token token) {
    static final AttrName NUMBER = new AttrName("counted", "number");
    static final List<AttrName> ATTRS =
            List.of(new AttrName("entries", "writer"), new AttrName("entries", "transaction"), NUMBER);

    private static final int COUNTED = 300;
    private static final Schema SCHEMA = schema(
            entity("entries", string("writer"), number("transaction")),
            entity("counted", number("number").optional()));

    static NewApp definition() {
        return NewApp.titled("killed").schema(SCHEMA).rules(rules(0));
    }

    /** Returns rules that are the same in no two versions, in several places. */
    static Rules rules(int version) {
        String expression = version + " == " + version;
        return Dsl.rules(namespace("entries", view(expression), update(expression)));
    }

    static KilledApp make(InstantPlatform platform) {
        TemporaryApp made = platform.apps().createTemporary(definition()).await();
        KilledApp app = new KilledApp(made.id(), made.adminToken());
        List<Write> writes = IntStream.range(0, COUNTED)
                .mapToObj(number ->
                        (Write) Write.create("counted", EntityId.random(), new JsonObject().put("number", number)))
                .toList();
        app.as(platform)
                .admin(app.id)
                .transactInBatches(writes, COUNTED, done -> {})
                .await();
        return app;
    }

    /** Returns a client that acts with the app's token. */
    InstantPlatform as(InstantPlatform platform) {
        return platform.withToken(token);
    }
}
