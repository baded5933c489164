package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** What the status of an app forbids. */
final class AppStatus {
    static final String ACTIVE = "active";
    static final String READ_ONLY = "read-only";
    static final String DISABLED = "disabled";

    private AppStatus() {}

    /** Returns the status that a body asks for. */
    static String of(Params body) {
        Object status = body.required("status");
        if (status instanceof String word && Set.of(ACTIVE, READ_ONLY, DISABLED).contains(word)) {
            return word;
        }
        throw Refusal.paramMalformed(status, "body", "status");
    }

    static void mustAcceptWrites(AppRow app) {
        mustAnswer(app);
        if (app.status().equals(READ_ONLY)) {
            throw refusal("app-read-only", "This app is in read-only mode.", app);
        }
    }

    static void mustAnswer(AppRow app) {
        if (app.status().equals(DISABLED)) {
            throw refusal("app-disabled", "This app is currently disabled.", app);
        }
    }

    private static Refusal refusal(String type, String message, AppRow app) {
        return Refusal.of(type, message, new JsonObject().put("status", app.status()));
    }
}
