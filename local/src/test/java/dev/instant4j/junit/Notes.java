package dev.instant4j.junit;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import static dev.instant4j.dsl.Dsl.byDefault;
import static dev.instant4j.dsl.Dsl.deny;
import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;

/** An app of notes that nobody but admins may see. */
final class Notes {
    public static final Schema SCHEMA = schema(entity("notes", string("text").unique()));
    public static final Rules RULES = rules(byDefault(deny()));

    private Notes() {}

    static void write(AdminClient admin, String text) {
        admin.transact(Write.create("notes", EntityId.random(), new JsonObject().put("text", text)))
                .await();
    }

    static Future<JsonArray> all(AdminClient admin) {
        return admin.query(Query.of(new JsonObject().put("notes", new JsonObject())))
                .map(answer -> answer.getJsonArray("notes"));
    }
}
