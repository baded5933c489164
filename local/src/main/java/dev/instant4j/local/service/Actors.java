package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Tx;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out who reads or writes data. */
final class Actors {
    private final Access access;
    private final SystemCatalog catalog;

    Actors(Access access, SystemCatalog catalog) {
        this.access = access;
        this.catalog = catalog;
    }

    /**
     * Who reads or writes data.
     *
     * @param isAdmin whether past all rules
     * @param auth the user by label; empty for a guest and for an admin
     */
    record Actor(AppRow app, AppSchema schema, boolean isAdmin, JsonObject auth) {}

    /** Lets a request in, or refuses it. */
    Actor actor(Tx tx, DataRequest request, Scope scope) {
        Credential credential = request.credential();
        boolean isOpen = credential == null && request.as().isEnough();
        AppRow app = isOpen ? Access.living(tx, request.app()) : administered(tx, request, credential, scope);
        AppSchema schema = AppSchema.of(tx, catalog, app.id());
        boolean isAdmin = request.as() instanceof ActAs.Admin;
        return new Actor(app, schema, isAdmin, auth(tx, app, schema, request.as()));
    }

    /** Lets a request in that has all rights, whomever it names. */
    Actor admin(Tx tx, DataRequest request, Scope scope) {
        AppRow app = administered(tx, request, request.credential(), scope);
        return new Actor(app, AppSchema.of(tx, catalog, app.id()), true, new JsonObject());
    }

    /** Like {@link #actor}, for those only who test what others may do. */
    Actor tested(Tx tx, DataRequest request, Scope scope) {
        AppRow app = administered(tx, request, request.credential(), scope);
        if (request.as() instanceof ActAs.Admin) {
            throw Refusal.invalid("non-admin", "non-admin", "Cannot test perms as admin");
        }
        AppSchema schema = AppSchema.of(tx, catalog, app.id());
        return new Actor(app, schema, false, auth(tx, app, schema, request.as()));
    }

    private AppRow administered(Tx tx, DataRequest request, @Nullable Credential credential, Scope scope) {
        return access.administered(tx, request.app(), credential == null ? Credential.parse(null) : credential, scope);
    }

    private static JsonObject auth(Tx tx, AppRow app, AppSchema schema, ActAs as) {
        AppUsers users = new AppUsers(tx, app.id(), schema);
        if (as instanceof ActAs.User user) {
            UUID id = users.byEmail(user.email()).orElseThrow(() -> AppUsers.unknown(app.id(), "email", user.email()));
            return user(tx, app, schema, id);
        }
        if (as instanceof ActAs.Login login) {
            UUID token = Params.uuid(login.token(), "asUser", "token");
            UUID id = new AppLogins(tx, app, schema)
                    .userOf(token)
                    .orElseThrow(() -> AppUsers.unknown(app.id(), "refresh-token", "••••"));
            return user(tx, app, schema, id);
        }
        return new JsonObject();
    }

    private static JsonObject user(Tx tx, AppRow app, AppSchema schema, UUID id) {
        return new EntityReader(tx, app.id(), schema).json(id, AppUsers.USERS);
    }
}
