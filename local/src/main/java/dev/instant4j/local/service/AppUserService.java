package dev.instant4j.local.service;

import dev.instant4j.local.service.Actors.Actor;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The users of apps, as an app's backend sees them. Futures fail with {@link Refusal}. */
public final class AppUserService {
    private static final String EMAIL = "email";
    private static final String TOKEN = "refresh_token";

    private final Store store;
    private final Actors actors;
    private final SystemCatalog catalog;
    private final IdSource ids;
    private final Secrets secrets;
    private final Mailbox mailbox;

    AppUserService(Store store, Actors actors, SystemCatalog catalog, IdSource ids, Secrets secrets, Mailbox mailbox) {
        this.store = store;
        this.actors = actors;
        this.catalog = catalog;
        this.ids = ids;
        this.secrets = secrets;
        this.mailbox = mailbox;
    }

    /** Returns the user whom an id, an address or a refresh token tells, or null. */
    public Future<JsonObject> get(DataRequest request, Params key) {
        return store.read(tx -> {
            Actor actor = actors.admin(tx, request, Scope.DATA_READ);
            AppStatus.mustAnswer(actor.app());
            Users users = new Users(tx, actor);
            return new JsonObject()
                    .put("user", users.find(key).map(users::shown).orElse(null));
        });
    }

    /** Deletes the user whom an id, an address or a refresh token tells, and returns it, or null. */
    public Future<JsonObject> delete(DataRequest request, Params key) {
        return write(request, users -> {
            Optional<UUID> user = users.find(key);
            JsonObject shown = user.map(users::shown).orElse(null);
            user.ifPresent(found -> users.run(AppUsers.delete(found)));
            return new JsonObject().put("deleted", shown);
        });
    }

    /** Gives the user of the body's address or id a new refresh token; there is such a user then. */
    public Future<JsonObject> refreshToken(DataRequest request) {
        Params body = request.body();
        return write(request, users -> {
            Optional<UUID> id = body.optionalUuid("id");
            if (!body.isTrue(EMAIL) && id.isEmpty()) {
                throw Refusal.invalid("body", body.body(), "Please provide an `email` or `id`");
            }
            Optional<UUID> known =
                    body.isTrue(EMAIL) ? users.all.byEmail(body.email(EMAIL)) : id.filter(users.all::exists);
            UUID user = known.orElseGet(() -> {
                JsonObject values = users.all.extraFields(body).copy();
                return users.add(id, body.isTrue(EMAIL) ? values.put(EMAIL, body.email(EMAIL)) : values);
            });
            return users.signedIn(user).put("created", known.isEmpty());
        });
    }

    /** Makes tokens worthless: all of the user of the body's id or address, or the body's. */
    public Future<JsonObject> signOut(DataRequest request) {
        Params body = request.body();
        return write(request, users -> {
            if (body.isTrue("id")) {
                users.logins.removeTokens(body.uuid("id"));
            } else if (body.isTrue(EMAIL)) {
                users.logins.removeTokens(users.ofAddress(body.email(EMAIL)));
            } else if (body.isTrue(TOKEN)) {
                users.logins.removeToken(body.uuid(TOKEN));
            } else {
                throw Refusal.invalid("body", body.body(), "Please provide an `id`, `email`, or `refresh_token`");
            }
            return new JsonObject().put("ok", true);
        });
    }

    /** Makes a code for the body's address, for the caller to send. */
    public Future<JsonObject> magicCode(DataRequest request) {
        return write(request, users -> {
            String email = request.body().email(EMAIL);
            return new JsonObject().put("code", users.logins.addCode(email, secrets, ids));
        });
    }

    /** Makes a code for the body's address and mails it. */
    public Future<JsonObject> sendMagicCode(DataRequest request) {
        return magicCode(request)
                .onSuccess(made -> mailbox.magicCode(request.body().email(EMAIL), made.getString("code")));
    }

    /** Signs the user of the body's address in by a code. A guest whose token the body has becomes that user. */
    public Future<JsonObject> verifyMagicCode(DataRequest request) {
        Params body = request.body();
        return write(request, users -> {
            String email = body.email(EMAIL);
            String code = body.text("code");
            Optional<UUID> known = users.all.byEmail(email);
            Optional<UUID> guest = body.optionalUuid("refresh-token")
                    .flatMap(users.logins::userOf)
                    .filter(users.all::isGuest);
            JsonObject extra = known.isPresent() ? new JsonObject() : users.all.extraFields(body);
            users.logins.useCode(email, code);
            UUID user = known.orElseGet(() -> users.run(AppUsers.member(guest.orElseGet(ids::next), email, extra)));
            guest.filter(other -> !other.equals(user)).ifPresent(other -> users.run(AppUsers.link(other, user)));
            return users.signedIn(user).put("created", known.isEmpty());
        });
    }

    /** Makes a user who has no address, and signs it in. */
    public Future<JsonObject> signInGuest(DataRequest request) {
        return write(request, users -> {
            JsonObject extra = users.all.extraFields(request.body());
            return users.signedIn(users.run(AppUsers.guest(ids.next(), extra)));
        });
    }

    private Future<JsonObject> write(DataRequest request, Function<Users, JsonObject> work) {
        return store.write(tx -> {
            Actor actor = actors.admin(tx, request, Scope.DATA_WRITE);
            AppStatus.mustAcceptWrites(actor.app());
            return work.apply(new Users(tx, actor));
        });
    }

    /** The users of the app that a request is about. */
    private final class Users {
        private final Tx tx;
        private final UUID app;
        private final AppUsers all;
        private final AppLogins logins;

        private Users(Tx tx, Actor actor) {
            this.tx = tx;
            this.app = actor.app().id();
            this.all = new AppUsers(tx, app, actor.schema());
            this.logins = new AppLogins(tx, actor.app(), actor.schema());
        }

        private Optional<UUID> find(Params key) {
            if (key.isTrue(EMAIL)) {
                return all.byEmail(key.email(EMAIL));
            }
            if (key.isTrue(TOKEN)) {
                return logins.userOf(key.uuid(TOKEN));
            }
            if (key.isTrue("id")) {
                return Optional.of(key.uuid("id")).filter(all::exists);
            }
            throw Refusal.invalid("params", key.body(), "Please provide a user id, email, or refresh_token");
        }

        private UUID ofAddress(String email) {
            return all.byEmail(email).orElseThrow(() -> AppUsers.unknown(app, EMAIL, email));
        }

        private UUID add(Optional<UUID> id, JsonObject values) {
            return run(AppUsers.update(id.orElseGet(ids::next), values));
        }

        /** Carries out a step, and returns the user that it is about. */
        private UUID run(JsonArray step) {
            new Transaction(tx, app, catalog, ids, null).run(new JsonArray().add(step), false);
            return UUID.fromString(step.getString(2));
        }

        private JsonObject shown(UUID user) {
            return all.shown(user);
        }

        private JsonObject signedIn(UUID user) {
            JsonObject shown = all.shown(user);
            shown.put(TOKEN, logins.addToken(user, ids).toString());
            return new JsonObject().put("user", shown);
        }
    }
}
