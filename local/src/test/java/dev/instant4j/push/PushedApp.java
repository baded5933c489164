package dev.instant4j.push;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.client.RetryPolicy;
import dev.instant4j.diff.Renames;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.plan.Plan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A temporary app on a platform of its own, and what a test does with it; every method waits for its answer. */
final class PushedApp implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final WebClient web = WebClient.create(vertx);
    private final LocalPlatform platform;
    private final InstantPlatform anyone;
    private final List<UUID> known = new CopyOnWriteArrayList<>();
    private Session session;

    PushedApp() {
        platform = await(LocalPlatform.start(vertx, LocalOptions.inMemory()));
        anyone = InstantPlatform.create(vertx, PlatformOptions.at(platform.uri()));
        session = newSession();
    }

    Survey survey(Plan plan) {
        return await(new Preflight(session.client()).survey(plan));
    }

    /** Goes on with another, empty app. */
    void startAnew() {
        known.clear();
        session = newSession();
    }

    private Session newSession() {
        TemporaryApp app = await(anyone.apps().createTemporary(NewApp.titled("pushed")));
        InstantPlatform client = anyone.withToken(app.adminToken());
        return new Session(app, client, new Push(client, IdSource.seeded(42)));
    }

    /** The app at hand and who works on it. */
    private record Session(TemporaryApp app, InstantPlatform client, Push push) {}

    Plan plan(Schema schema, String... renames) {
        return plan(new Definition(schema, null), renames);
    }

    Plan plan(Definition wanted, String... renames) {
        return plan(wanted, Renames.parse(List.of(renames)));
    }

    Plan plan(Definition wanted, Renames renames) {
        return await(session.push().plan(session.app().id(), wanted, renames));
    }

    PushResult push(Plan plan, String... allowed) {
        return await(session.push().push(plan, Consent.to(List.of(allowed)), PushProgress.IGNORED));
    }

    PushResult pushWhateverItDeletes(Schema schema) {
        return await(session.push().push(plan(schema), Consent.EVERYTHING, PushProgress.IGNORED));
    }

    PushResult push(Schema schema, String... renames) {
        return push(plan(schema, renames));
    }

    /** Returns what pushes to the app at hand over another way to the platform, and tries nothing twice. */
    Push pushOver(URI way) {
        PlatformOptions options = PlatformOptions.at(way).withRetry(RetryPolicy.NEVER);
        InstantPlatform client =
                InstantPlatform.create(vertx, options.withToken(session.app().adminToken()));
        return new Push(client, IdSource.seeded(43));
    }

    /** Returns what pushes to the app at hand and waits this long for the jobs of earlier pushes. */
    Push pushWaiting(Duration patience) {
        return session.push().withPatience(patience);
    }

    /** Lets background jobs rest after this many more of their stages. */
    void holdJobs(int stages) {
        platform.holdJobs(stages);
    }

    void releaseJobs() {
        platform.releaseJobs();
    }

    Vertx vertx() {
        return vertx;
    }

    URI uri() {
        return platform.uri();
    }

    AppId id() {
        return session.app().id();
    }

    /** Lets the platform itself plan and apply a schema, which only ever adds. */
    void additively(Schema schema) {
        await(session.client().schema().push(id(), schema).outcome());
    }

    /** Sends what changes the schema, and waits for nothing. */
    void send(Plan plan) {
        plan.stages().forEach(stage -> await(session.client().schema().applySteps(id(), stage.steps())));
    }

    /** Waits until background jobs have begun their work. */
    void untilBusy() {
        while (attrs().busy().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    Attrs attrs() {
        return await(session.client().schema().pull(id()));
    }

    /** Asks in the name of someone who is not signed in. */
    Future<JsonObject> asGuest(String path, JsonObject body) {
        return web.postAbs(platform.uri() + path)
                .putHeader("app-id", id().toString())
                .putHeader("as-guest", "true")
                .bearerTokenAuthentication(session.app().adminToken().reveal())
                .sendJsonObject(body)
                .map(HttpResponse::bodyAsJsonObject);
    }

    Rules rules() {
        return await(session.client().rules().pull(session.app().id()));
    }

    /** Returns the ids of all entities that were written to the app at hand. */
    List<UUID> known() {
        return List.copyOf(known);
    }

    /** Writes attrs of one entity and returns its id. */
    String write(String entity, JsonObject attrs) {
        UUID made = UUID.randomUUID();
        String id = made.toString();
        known.add(made);
        transact(new JsonArray().add("update").add(entity).add(id).add(attrs));
        return id;
    }

    void update(String entity, String id, JsonObject attrs) {
        transact(new JsonArray().add("update").add(entity).add(id).add(attrs));
    }

    void link(String entity, String id, String label, String to) {
        transact(new JsonArray().add("link").add(entity).add(id).add(new JsonObject().put(label, to)));
    }

    private void transact(JsonArray step) {
        admin("/admin/transact", new JsonObject().put("steps", new JsonArray().add(step)));
    }

    /** Returns all entities of one kind, with what is linked to them under {@code labels}. */
    JsonArray read(String entity, String... labels) {
        JsonObject nested = new JsonObject();
        List.of(labels).forEach(label -> nested.put(label, new JsonObject()));
        JsonObject query = new JsonObject().put("query", new JsonObject().put(entity, nested));
        return admin("/admin/query", query).getJsonArray(entity);
    }

    private JsonObject admin(String path, JsonObject body) {
        JsonObject answer = await(web.postAbs(platform.uri() + path)
                        .putHeader("app-id", session.app().id().toString())
                        .bearerTokenAuthentication(session.app().adminToken().reveal())
                        .sendJsonObject(body))
                .bodyAsJsonObject();
        if (answer.containsKey("type") && answer.containsKey("message")) {
            throw new IllegalStateException(answer.encode());
        }
        return answer;
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("no answer in 20 seconds", late);
        }
    }

    @Override
    public void close() {
        await(anyone.close());
        await(platform.close());
        await(vertx.close());
    }
}
