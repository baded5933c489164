package dev.instant4j.client;

import dev.instant4j.client.ScriptedServer.Line;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.JobType;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.Token;
import dev.instant4j.model.ValueType;
import dev.instant4j.wire.AttrJson;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.instant4j.client.Scripted.failure;
import static dev.instant4j.client.Scripted.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a write whose answer is lost: it is looked up, and only what is missing is sent again. */
@ExtendWith(VertxExtension.class)
class LostAnswerTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final Token TOKEN = Token.of("8ce5d753-6bd1-441c-a7a3-3010ba25068a");
    private static final Line CLOSED = Line.rawThenClose("");
    private static final Line APPLIED = Line.answer(200, "{\"transaction\":{},\"steps\":[],\"indexing-jobs\":null}");

    private final StoredAttr title = blob("title", false, StoredAttr.Running.NOTHING);
    private final StoredAttr done = blob("done", false, StoredAttr.Running.NOTHING);

    @Test
    void steps_that_have_happened_are_not_sent_again(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, CLOSED, schema(title, done))) {
            result(scripted.platform().schema().applySteps(APP, adding(title, done)));

            assertThat(scripted.requests()).hasSize(2);
        }
    }

    @Test
    void steps_that_have_not_happened_are_sent_again(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, CLOSED, schema(title), APPLIED)) {
            result(scripted.platform().schema().applySteps(APP, adding(title, done)));

            assertThat(scripted.requests()).hasSize(3);
            assertThat(scripted.requests().get(2))
                    .contains(done.id().toString())
                    .doesNotContain(title.id().toString());
        }
    }

    @Test
    void an_answer_that_can_not_be_read_is_a_lost_one(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, Line.answer(200, "{\"trans"), schema(title))) {
            result(scripted.platform().schema().applySteps(APP, adding(title)));

            assertThat(scripted.requests()).hasSize(2);
        }
    }

    @Test
    void a_network_that_loses_every_answer_is_given_up_in_the_end(Vertx vertx) {
        List<Line> script = Stream.generate(() -> List.of(CLOSED, schema()))
                .limit(9)
                .flatMap(List::stream)
                .toList();
        try (Scripted scripted = Scripted.start(vertx, script.toArray(Line[]::new))) {
            TransportException lost = failure(
                    TransportException.class, scripted.platform().schema().applySteps(APP, adding(title)));

            assertThat(lost.mayHaveHappened()).isTrue();
            assertThat(scripted.requests()).hasSize(7);
        }
    }

    @Test
    void a_schema_that_can_not_be_read_back_leaves_the_first_failure(Vertx vertx) {
        Line broken = Line.answer(400, "{\"type\":\"permission-denied\"}");
        try (Scripted scripted = Scripted.start(vertx, CLOSED, broken)) {
            TransportException lost = failure(
                    TransportException.class, scripted.platform().schema().applySteps(APP, adding(title)));

            assertThat(lost.mayHaveHappened()).isTrue();
        }
    }

    @Test
    void a_refusal_is_not_looked_into(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, Line.answer(400, "{\"type\":\"validation-failed\"}"))) {
            failure(ApiException.class, scripted.platform().schema().applySteps(APP, adding(title)));

            assertThat(scripted.requests()).hasSize(1);
        }
    }

    @Test
    void a_job_of_the_lost_push_is_waited_for_before_it_is_asked_for_anew(Vertx vertx) {
        StoredAttr running = blob("title", false, new StoredAttr.Running(false, true, false));
        Step unique = new Step.StartJob(title.id(), title.name(), JobType.UNIQUE, null);
        try (Scripted scripted = Scripted.start(vertx, CLOSED, schema(running), schema(title), APPLIED)) {
            result(scripted.platform().schema().applySteps(APP, List.of(unique)));

            assertThat(scripted.requests()).hasSize(4);
            assertThat(scripted.requests().get(3)).contains("[\"unique\"");
        }
    }

    @Test
    void deletes_and_updates_are_judged_by_what_is_stored() {
        Ident renamed = title.forward().renamed(new AttrName("todos", "headline"));
        Step update = new Step.UpdateAttr(title.id(), renamed, null, Has.ONE, null, null);
        Step same = new Step.UpdateAttr(title.id(), title.forward(), null, Has.ONE, null, null);
        Step cascade = new Step.UpdateAttr(title.id(), title.forward(), null, Has.ONE, OnDelete.CASCADE, null);
        Step deleteTitle = new Step.DeleteAttr(title.id(), title.name());
        Step deleteDone = new Step.DeleteAttr(done.id(), done.name());
        MissingSteps missing = new MissingSteps(Attrs.of(List.of(title)));

        assertThat(missing.missing(List.of(update, same, cascade, deleteTitle, deleteDone)))
                .containsExactly(update, cascade, deleteTitle);
    }

    @ParameterizedTest
    @EnumSource(JobType.class)
    void a_job_is_missing_until_its_constraint_is_as_it_leaves_it(JobType type) {
        DataType checked = type == JobType.CHECK_DATA_TYPE ? DataType.STRING : null;
        Step job = new Step.StartJob(title.id(), title.name(), type, checked);
        boolean isRemoval = type.name().startsWith("REMOVE");
        StoredAttr bare = blob("title", false, StoredAttr.Running.NOTHING);
        StoredAttr full = blob("title", true, StoredAttr.Running.NOTHING);

        assertThat(new MissingSteps(Attrs.of(List.of(bare))).missing(List.of(job)))
                .hasSize(isRemoval ? 0 : 1);
        assertThat(new MissingSteps(Attrs.of(List.of(full))).missing(List.of(job)))
                .hasSize(isRemoval ? 1 : 0);
    }

    @Test
    void an_app_of_ones_own_id_is_created_once_whatever_happens(Vertx vertx) {
        Line exists = Line.answer(400, "{\"type\":\"record-not-unique\",\"hint\":{\"record-type\":\"app\"}}");
        Line ours = Line.answer(200, app());
        try (Scripted scripted = Scripted.start(vertx, CLOSED, exists, ours)) {
            assertThat(result(scripted.platform().apps().createWithId(APP, TOKEN, NewApp.titled("x")))
                            .id())
                    .isEqualTo(APP);
            assertThat(scripted.requests().get(2)).contains("Bearer " + TOKEN.reveal());
        }
    }

    @Test
    void an_app_of_the_same_id_that_is_not_ours_is_a_failure(Vertx vertx) {
        Line exists = Line.answer(400, "{\"type\":\"record-not-unique\",\"hint\":{\"record-type\":\"app\"}}");
        Line notOurs = Line.answer(401, "{\"type\":\"record-not-found\",\"hint\":{\"record-type\":\"instant-user\"}}");
        try (Scripted scripted = Scripted.start(vertx, exists, notOurs)) {
            ApiException refusal = failure(
                    ApiException.class, scripted.platform().apps().createWithId(APP, TOKEN, NewApp.titled("x")));

            assertThat(refusal.status()).isEqualTo(400);
        }
    }

    @Test
    void an_admin_token_whose_replacement_was_not_confirmed_is_tried(Vertx vertx) {
        Line twice = Line.answer(400, "{\"type\":\"record-not-unique\",\"hint\":{}}");
        try (Scripted scripted = Scripted.start(vertx, CLOSED, twice, Line.answer(200, app()))) {
            result(scripted.platform().apps().replaceAdminToken(APP, TOKEN));

            assertThat(scripted.requests().get(2)).startsWith("GET ").contains("Bearer " + TOKEN.reveal());
        }
    }

    @Test
    void an_admin_token_that_does_not_open_its_app_was_not_replaced(Vertx vertx) {
        Line denied = Line.answer(400, "{\"type\":\"permission-denied\",\"hint\":{}}");
        Line unknown = Line.answer(401, "{\"type\":\"record-not-found\",\"hint\":{\"record-type\":\"instant-user\"}}");
        try (Scripted scripted = Scripted.start(vertx, denied, unknown)) {
            ApiException refusal =
                    failure(ApiException.class, scripted.platform().apps().replaceAdminToken(APP, TOKEN));

            assertThat(refusal.type()).isEqualTo(ErrorType.PERMISSION_DENIED);
        }
    }

    private static String app() {
        return "{\"app\":{\"id\":\"" + APP + "\",\"title\":\"x\",\"creator_id\":null,\"org_id\":null,"
                + "\"created_at\":\"2026-11-23T07:44:13Z\",\"status\":\"active\",\"deletion_marked_at\":null}}";
    }

    private static Line schema(StoredAttr... attrs) {
        return Line.answer(
                200,
                new JsonObject()
                        .put("attrs", AttrJson.encode(Attrs.of(List.of(attrs))))
                        .encode());
    }

    private static List<Step> adding(StoredAttr... attrs) {
        return List.of(attrs).stream().<Step>map(Step.AddAttr::new).toList();
    }

    private static StoredAttr blob(String label, boolean isConstrained, StoredAttr.Running running) {
        UUID id = UUID.nameUUIDFromBytes(label.getBytes(UTF_8));
        @Nullable DataType type = isConstrained ? DataType.STRING : null;
        return new StoredAttr(
                new AttrId(id),
                new Ident(id, new AttrName("todos", label)),
                null,
                ValueType.BLOB,
                Has.ONE,
                isConstrained,
                isConstrained,
                isConstrained,
                type,
                List.of(),
                false,
                null,
                null,
                running);
    }
}
