package dev.instant4j.local.service;

import dev.instant4j.local.service.AdditivePlan.Options;
import dev.instant4j.local.service.SchemaWriter.Applied;
import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and shows apps. Futures fail with {@link Refusal}. */
public final class AppService {
    private static final Duration TEMPORARY = Duration.ofDays(14);
    /** Owns temporary apps, so that nobody sees them in a list. */
    private static final UUID TEMPORARY_OWNER = UUID.fromString("1fe0f5e5-143f-4a15-bec9-c181122bd8e5");
    /** Owns the apps of definition files. */
    private static final UUID BUILT_IN_USER = UUID.fromString("4ce148b6-dc33-4664-9d3f-e37b52befe68");

    private final Store store;
    private final Access access;
    private final IdSource ids;
    private final SchemaWriter schemas;
    private final RuleWriter rules;
    private final JobRunner runner;

    AppService(Store store, Access access, IdSource ids, SchemaWriter schemas, RuleWriter rules, JobRunner runner) {
        this.store = store;
        this.access = access;
        this.ids = ids;
        this.schemas = schemas;
        this.rules = rules;
        this.runner = runner;
    }

    /**
     * An app with the token that may do everything with it.
     *
     * @param adminToken a secret
     */
    public record Opened(UUID app, UUID adminToken) {
        @Override
        public String toString() {
            return "Opened[app=" + app + ", adminToken=••••]";
        }
    }

    /** Makes an app that belongs to nobody yet, with the body's schema and rules. */
    public Future<JsonObject> createTemporary(Params body) {
        return store.write(tx -> {
                    AppRow app = newApp(body.text("title"), TEMPORARY_OWNER, tx);
                    UUID token = ids.next();
                    tx.apps().add(app, token);
                    setRules(tx, app, body.body().getValue("rules"));
                    setSchema(tx, app, body.body().getValue("schema"));
                    return new JsonObject()
                            .put("app", AppJson.of(app).put("admin-token", token.toString()))
                            .put("expires_ms", app.createdAt() + TEMPORARY.toMillis());
                })
                .onSuccess(made -> runner.wake());
    }

    /** Returns an app without its token, deleted or not. */
    public Future<JsonObject> get(UUID appId, Credential credential) {
        return store.read(tx -> new JsonObject().put("app", AppJson.of(access.managed(tx, appId, credential))));
    }

    /** Returns a temporary app without its token. */
    public Future<JsonObject> getTemporary(UUID id) {
        return store.read(tx -> {
            AppRow app = tx.apps()
                    .byId(id)
                    .filter(found -> found.deletionMarkedAt() == null)
                    .orElseThrow(() -> Refusal.recordNotFound("app", "id", id.toString()));
            if (!TEMPORARY_OWNER.equals(app.creatorId())) {
                throw Refusal.permissionDenied(id.toString(), "ephemeral-app?");
            }
            return new JsonObject()
                    .put("app", AppJson.of(app))
                    .put("expires_ms", app.createdAt() + TEMPORARY.toMillis());
        });
    }

    /** Returns the one app of a definition file, which is made when it is asked for first. */
    public Future<Opened> ofDefinition(String path, String title) {
        return store.write(tx -> {
            @Nullable
            AppRow known = tx.apps()
                    .byDefinition(path)
                    .filter(app -> app.deletionMarkedAt() == null)
                    .orElse(null);
            if (known != null) {
                return new Opened(known.id(), tx.apps().adminToken(known.id()).orElseThrow());
            }
            AppRow app = newApp(title, BUILT_IN_USER, tx);
            UUID token = ids.next();
            tx.apps().add(app, token);
            tx.apps().setDefinition(path, app.id());
            return new Opened(app.id(), token);
        });
    }

    private AppRow newApp(String title, UUID creator, Tx tx) {
        return new AppRow(ids.next(), title, creator, null, tx.now(), AppStatus.ACTIVE, null, null);
    }

    private void setRules(Tx tx, AppRow app, @Nullable Object json) {
        if (json instanceof JsonObject object && object.getValue("code") instanceof JsonObject code) {
            rules.set(tx, app.id(), code);
        }
    }

    private void setSchema(Tx tx, AppRow app, @Nullable Object json) {
        Applied applied = schemas.add(tx, app, json, new Options(true, false));
        applied.orRefuse();
    }
}
