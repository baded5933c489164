package dev.instant4j.client;

import dev.instant4j.admin.Actor;
import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Lookup;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.RuleCheck;
import dev.instant4j.admin.SignedInUser;
import dev.instant4j.admin.Transaction;
import dev.instant4j.admin.TransactionCheck;
import dev.instant4j.admin.UserKey;
import dev.instant4j.admin.Write;
import dev.instant4j.client.ScriptedServer.Line;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.recorded.Served;
import dev.instant4j.wire.WriteJson;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.client.Scripted.failure;
import static dev.instant4j.client.Scripted.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(VertxExtension.class)
class AdminClientTest {
    private static final AppId APP = new AppId(UUID.nameUUIDFromBytes("app".getBytes(UTF_8)));
    private static final EntityId FIRST = EntityId.parse("5eed0000-0000-4000-8000-000000000101");
    private static final EntityId OTHER = EntityId.parse("5eed0000-0000-4000-8000-000000000150");
    private static final JsonObject TITLE = new JsonObject().put("title", "x");

    @Test
    void rules_hold_for_everyone_but_the_admin(Vertx vertx) {
        try (Served served = Served.recording(vertx, "E-data/rules-transact")) {
            AdminClient admin = served.platform().admin(APP);
            Write allowed = Write.update(
                    "posts", OTHER, new JsonObject().put("title", "x").put("views", 1));

            ApiException refusal =
                    failure(ApiException.class, admin.as(Actor.GUEST).transact(Write.update("posts", OTHER, TITLE)));
            result(admin.as(Actor.email("ann@example.com")).transact(allowed));

            assertThat(refusal.type()).isEqualTo(ErrorType.PERMISSION_DENIED);
        }
    }

    @Test
    void a_user_gets_a_token_to_act_by(Vertx vertx) {
        try (Served served = Served.recording(vertx, "E-data/rules-transact")) {
            SignedInUser ann =
                    result(served.platform().admin(APP).users().createToken(UserKey.email("ann@example.com")));

            assertThat(ann.isNew()).isTrue();
            assertThat(ann.user().email()).isEqualTo("ann@example.com");
            assertThat(ann.user().isGuest()).isFalse();
        }
    }

    @Test
    void a_transaction_can_be_checked_without_doing_it(Vertx vertx) {
        try (Served served = Served.recording(vertx, "E-data/check-transact")) {
            AdminClient ann = served.platform().admin(APP).as(Actor.email("ann@example.com"));

            TransactionCheck title =
                    result(ann.check(Transaction.of(Write.update("posts", FIRST, new JsonObject().put("title", "n")))));
            TransactionCheck body =
                    result(ann.check(Transaction.of(Write.update("posts", FIRST, new JsonObject().put("body", "n")))));

            assertThat(title.isAllowed()).isTrue();
            assertThat(body.isAllowed()).isFalse();
            assertThat(body.checks()).extracting(RuleCheck::action).contains("update");
        }
    }

    @Test
    void a_query_answers_entities_by_namespace(Vertx vertx) {
        JsonObject instaql = new JsonObject("{\"posts\":{\"author\":{},\"tags\":{}}}");
        try (Served served = Served.recording(vertx, "E-data/query-inference")) {
            JsonObject answer =
                    result(served.platform().admin(APP).query(Query.of(instaql).withObjects()));

            assertThat(answer.getJsonArray("posts")
                            .getJsonObject(0)
                            .getJsonObject("author")
                            .getString("name"))
                    .isEqualTo("ann");
        }
    }

    @Test
    void parameters_for_rules_are_part_of_the_query() {
        Query query = Query.of(new JsonObject("{\"posts\":{}}")).ruleParams(new JsonObject("{\"key\":1}"));

        assertThat(WriteJson.query(query))
                .isEqualTo(new JsonObject("{\"query\":{\"posts\":{},\"$$ruleParams\":{\"key\":1}}}"));
    }

    @Test
    void writes_are_sent_in_the_words_of_the_platform() {
        Transaction transaction = Transaction.of(
                        Write.update("posts", FIRST, TITLE),
                        Write.merge("posts", FIRST, TITLE).strict(),
                        Write.create("posts", FIRST, TITLE),
                        Write.link("posts", new Lookup("slug", "a"), "author", FIRST, new Lookup("name", "ann")),
                        Write.unlink("posts", FIRST, "author", OTHER),
                        Write.ruleParams("posts", FIRST, TITLE),
                        Write.delete("posts", FIRST))
                .strict();

        assertThat(WriteJson.transaction(transaction))
                .isEqualTo(new JsonObject()
                        .put("throw-on-missing-attrs?", true)
                        .put(
                                "steps",
                                new JsonArray(("[['update','posts','A',{'title':'x'}],"
                                                + "['merge','posts','A',{'title':'x'},{'upsert':false}],"
                                                + "['create','posts','A',{'title':'x'}],"
                                                + "['link','posts',{'slug':'a'},{'author':['A',{'name':'ann'}]}],"
                                                + "['unlink','posts','A',{'author':['B']}],"
                                                + "['ruleParams','posts','A',{'title':'x'}],"
                                                + "['delete','posts','A']]")
                                        .replace('\'', '"')
                                        .replace("\"A\"", "\"" + FIRST + "\"")
                                        .replace("\"B\"", "\"" + OTHER + "\""))));
    }

    @Test
    void only_what_is_harmless_when_done_twice_is_repeatable() {
        assertThat(Transaction.of(Write.update("p", FIRST, TITLE), Write.delete("p", OTHER))
                        .isRepeatable())
                .isTrue();
        assertThat(Transaction.of(Write.create("p", FIRST, TITLE)).isRepeatable())
                .isFalse();
        assertThat(Transaction.of(Write.update("p", FIRST, TITLE).strict()).isRepeatable())
                .isFalse();
        assertThat(Transaction.of(Write.update("p", new Lookup("slug", "a"), TITLE))
                        .isRepeatable())
                .isFalse();
    }

    @Test
    void a_lost_transaction_is_repeated_only_if_it_may_be(Vertx vertx) {
        Line lost = Line.rawThenClose("");
        Line done = Line.answer(200, "{\"tx-id\":7}");
        try (Scripted scripted = Scripted.start(vertx, lost, done, lost, done)) {
            AdminClient admin = scripted.platform().admin(APP);

            result(admin.transact(Write.update("p", FIRST, TITLE)));
            failure(TransportException.class, admin.transact(Write.create("p", FIRST, TITLE)));

            assertThat(scripted.requests()).hasSize(3);
        }
    }

    @Test
    void many_writes_happen_in_batches_and_stop_at_the_first_refusal(Vertx vertx) {
        List<Write> writes = IntStream.range(0, 7)
                .<Write>mapToObj(i -> Write.delete("p", EntityId.random()))
                .toList();
        Line done = Line.answer(200, "{\"tx-id\":7}");
        Line refused = Line.answer(400, "{\"type\":\"validation-failed\"}");
        List<Integer> told = new ArrayList<>();
        try (Scripted scripted = Scripted.start(vertx, done, done, done, done, refused)) {
            AdminClient admin = scripted.platform().admin(APP);

            result(admin.transactInBatches(writes, 3, told::add));
            assertThat(told).containsExactly(3, 6, 7);

            failure(ApiException.class, admin.transactInBatches(writes, 3, told::add));
            assertThat(scripted.requests()).hasSize(5);
        }
    }
}
