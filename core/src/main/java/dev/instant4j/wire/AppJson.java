package dev.instant4j.wire;

import dev.instant4j.model.AppId;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Apps as a platform creates and shows them. */
public final class AppJson {

    private AppJson() {}

    /** Returns the request for a temporary app. */
    public static JsonObject newTemporary(String title, Schema schema, Rules rules) {
        JsonObject request = new JsonObject().put("title", title);
        if (!schema.equals(Schema.EMPTY)) {
            request.put("schema", SchemaJson.encode(schema));
        }
        if (!rules.equals(Rules.NONE)) {
            request.put("rules", new JsonObject().put("code", RulesJson.encode(rules)));
        }
        return request;
    }

    /** Returns the temporary app that an answer says to have been created. */
    public static TemporaryApp createdTemporary(JsonCursor answer) {
        JsonCursor app = answer.member("app");
        return new TemporaryApp(
                new AppId(app.member("id").uuid()),
                app.member("title").text(),
                app.member("admin-token").parsed("a token", Token::of),
                Instant.ofEpochMilli(answer.member("expires_ms").number()));
    }
}
