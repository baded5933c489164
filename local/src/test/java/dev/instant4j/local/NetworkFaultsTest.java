package dev.instant4j.local;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AppsApi;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.client.RetryPolicy;
import dev.instant4j.error.TransportException;
import dev.instant4j.fault.Fault;
import dev.instant4j.fault.FaultyProxy;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.ValueType;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The client over a bad network: what was asked for happens once, and is known to have happened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkFaultsTest {
    private static final RetryPolicy HASTY =
            new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(20));

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform local =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final LocalUser user = local.users().user("faults@local.test").await();
    private final FaultyProxy proxy = FaultyProxy.start(vertx, local.uri());
    private final InstantPlatform nobody =
            InstantPlatform.create(vertx, PlatformOptions.at(proxy.uri()).withRetry(HASTY));

    @AfterAll
    void stop() {
        nobody.close().await();
        proxy.close();
        local.close().await();
        vertx.close().await();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_read_gets_its_answer_in_the_end(Fault fault) {
        TemporaryApp app = newApp();

        proxy.next(fault, fault);

        assertThat(as(app).schema().pull(app.id()).await().all()).hasSize(57);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void steps_happen_once_and_completely(Fault fault) {
        TemporaryApp app = newApp();
        StoredAttr id = blob("id", true, null);
        StoredAttr title = blob("title", false, DataType.STRING);
        List<Step> steps = List.of(
                new Step.AddAttr(id),
                new Step.AddAttr(title),
                new Step.StartJob(title.id(), title.name(), JobType.INDEX, null));

        proxy.next(fault);
        as(app).schema().pushSteps(app.id(), steps).outcome().await();

        Attrs attrs = as(app).schema().pull(app.id()).await();
        assertThat(attrs.own()).hasSize(2);
        assertThat(attrs.byId(title.id())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void an_app_of_ones_own_id_is_created_once(Fault fault) {
        AppId id = new AppId(UUID.randomUUID());
        AppsApi apps = nobody.withToken(user.personalToken()).apps();

        proxy.next(fault);

        assertThat(apps.createWithId(id, AppsApi.newAdminToken(), NewApp.titled("once"))
                        .await()
                        .id())
                .isEqualTo(id);
        assertThat(apps.list().await())
                .filteredOn(app -> app.app().id().equals(id))
                .hasSize(1);
    }

    @Test
    void a_lost_answer_to_a_creation_says_that_it_may_have_happened() {
        proxy.next(Fault.LOST_ANSWER);

        assertThatThrownBy(
                        () -> nobody.apps().createTemporary(NewApp.titled("x")).await())
                .isInstanceOfSatisfying(
                        TransportException.class,
                        lost -> assertThat(lost.mayHaveHappened()).isTrue());
    }

    @Test
    void rules_hold_after_a_lost_answer() {
        TemporaryApp app = newApp();

        proxy.next(Fault.LOST_ANSWER, Fault.LOST_REQUEST);
        as(app).rules().replace(app.id(), Rules.NONE).await();

        assertThat(as(app).rules().pull(app.id()).await()).isEqualTo(Rules.NONE);
    }

    @Test
    void an_app_that_was_deleted_before_the_answer_was_lost_is_deleted() {
        InstantPlatform me = nobody.withToken(user.personalToken());
        AppId id = me.apps().create(NewApp.titled("gone")).await().id();

        proxy.next(Fault.LOST_ANSWER);
        me.apps().delete(id).await();

        assertThat(me.apps().list().await()).noneMatch(app -> app.app().id().equals(id));
    }

    @Test
    void repeatable_writes_of_data_happen_in_the_end() {
        TemporaryApp app = newApp();
        EntityId todo = EntityId.random();

        proxy.next(Fault.CUT_ANSWER, Fault.LOST_ANSWER);
        as(app).admin(app.id())
                .transact(Write.update("todos", todo, new JsonObject().put("title", "x")))
                .await();

        assertThat(as(app).admin(app.id())
                        .query(Query.of(new JsonObject("{\"todos\":{}}")))
                        .await()
                        .getJsonArray("todos"))
                .hasSize(1);
    }

    private TemporaryApp newApp() {
        return nobody.apps().createTemporary(NewApp.titled("faults")).await();
    }

    private InstantPlatform as(TemporaryApp app) {
        return nobody.withToken(app.adminToken());
    }

    private static StoredAttr blob(String label, boolean isUnique, @Nullable DataType type) {
        return new StoredAttr(
                new AttrId(UUID.randomUUID()),
                new Ident(UUID.randomUUID(), new AttrName("todos", label)),
                null,
                ValueType.BLOB,
                Has.ONE,
                isUnique,
                false,
                false,
                type,
                List.of(),
                false,
                null,
                null,
                StoredAttr.Running.NOTHING);
    }
}
