package dev.instant4j.local.service;

import dev.instant4j.local.service.Actors.Actor;
import dev.instant4j.local.store.Store;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** The users of apps, as an app's backend sees them. Futures fail with {@link Refusal}. */
public final class AppUserService {
    private static final String WHO = "Please provide an `email` or `id`";

    private final Store store;
    private final Actors actors;
    private final IdSource ids;

    AppUserService(Store store, Actors actors, IdSource ids) {
        this.store = store;
        this.actors = actors;
        this.ids = ids;
    }

    /** Gives the user of the body's address or id a new refresh token; the user of an address is made if needed. */
    public Future<JsonObject> refreshToken(DataRequest request) {
        return store.write(tx -> {
            Actor actor = actors.actor(tx, request, Scope.DATA_WRITE);
            AppStatus.mustAcceptWrites(actor.app());
            AppUsers users = new AppUsers(tx, actor.app().id(), actor.schema());
            Optional<UUID> known = known(users, request.body());
            UUID user = known.orElseGet(() -> users.add(request.body().email("email"), ids));
            JsonObject shown = users.shown(user)
                    .put("refresh_token", users.addToken(user, ids).toString());
            return new JsonObject().put("user", shown).put("created", known.isEmpty());
        });
    }

    private static Optional<UUID> known(AppUsers users, Params body) {
        if (body.isTrue("email")) {
            return users.byEmail(body.email("email"));
        }
        UUID id = body.optionalUuid("id").orElseThrow(() -> Refusal.invalid("body", null, WHO));
        if (!users.exists(id)) {
            throw Refusal.recordNotFound("app-user", "id", id.toString());
        }
        return Optional.of(id);
    }
}
