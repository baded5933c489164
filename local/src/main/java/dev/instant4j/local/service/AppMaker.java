package dev.instant4j.local.service;

import dev.instant4j.local.service.AdditivePlan.Options;
import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes apps, with rules and a schema if there are any. */
final class AppMaker {
    private final IdSource ids;
    private final SchemaWriter schemas;
    private final RuleWriter rules;

    AppMaker(IdSource ids, SchemaWriter schemas, RuleWriter rules) {
        this.ids = ids;
        this.schemas = schemas;
        this.rules = rules;
    }

    /** An app that was just made, with its admin token. */
    record Made(AppRow app, UUID token) {

        /** Returns the app as answers to its making show it. */
        JsonObject json() {
            return AppJson.of(app).put("admin-token", token.toString());
        }

        @Override
        public String toString() {
            return "Made[" + app.id() + "]";
        }
    }

    /** Makes an app of a user, or of an org. */
    Made make(Tx tx, String title, @Nullable UUID creator, @Nullable UUID org) {
        return make(tx, ids.next(), ids.next(), title, creator, org);
    }

    /** Like {@link #make(Tx, String, UUID, UUID)} with an id and a token that the caller has chosen. */
    Made make(Tx tx, UUID id, UUID token, String title, @Nullable UUID creator, @Nullable UUID org) {
        if (tx.apps().byId(id).isPresent()) {
            throw Refusal.notUnique("app");
        }
        if (tx.apps().byAdminToken(token).isPresent()) {
            throw Refusal.notUnique("app-admin-token");
        }
        AppRow app = new AppRow(id, title, creator, org, tx.now(), AppStatus.ACTIVE, null, null);
        tx.apps().add(app, token);
        return new Made(app, token);
    }

    /** Returns the rules that a body gives as {@code perms}, if they are such as an app can have; null for none. */
    static @Nullable JsonObject rules(Params body) {
        return judged(body.optionalObject("perms"), RuleWriter.PERMS);
    }

    /** Like {@link #rules} for {@code rules} given as {@code {"code": ...}}. */
    static @Nullable JsonObject wrappedRules(Params body) {
        return judged(body.within("rules").optionalObject("code"), RuleWriter.RULE);
    }

    private static @Nullable JsonObject judged(@Nullable JsonObject code, String word) {
        if (code != null) {
            RuleWriter.validate(code, word);
        }
        return code;
    }

    /** Sets the first rules; null for none. */
    void setRules(Tx tx, AppRow app, @Nullable JsonObject code) {
        if (code != null) {
            rules.set(tx, app.id(), code);
        }
    }

    /** Gives the app the schema of a definition. */
    void setSchema(Tx tx, AppRow app, @Nullable Object definition) {
        schemas.add(tx, app, definition, new Options(true, false)).orRefuse();
    }
}
