package dev.instant4j.push;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Someone who is not signed in, tries everything with every entity, and should neither see nor change anything. */
final class Guest {
    /** Is in all values that nobody may see. */
    static final String SECRET = "classified";

    private final PushedApp app;
    private final Set<String> entities;
    private final ConcurrentLinkedQueue<String> holes = new ConcurrentLinkedQueue<>();

    Guest(PushedApp app, Set<String> entities) {
        this.app = app;
        this.entities = entities;
    }

    /** Returns what could be seen or done, and when. */
    List<String> holes() {
        return List.copyOf(holes);
    }

    Future<Void> tryAll(String when) {
        Future<Void> all = Future.succeededFuture();
        for (String entity : entities) {
            all = all.compose(done -> tryAll(entity, entity + " " + when));
        }
        return all;
    }

    private Future<Void> tryAll(String entity, String what) {
        JsonObject query = new JsonObject().put(entity, new JsonObject());
        return app.asGuest("/admin/query", new JsonObject().put("query", query)).compose(answer -> {
            note(answer.encode().contains(SECRET), "sees " + what);
            Future<Void> writes = attempt("creates " + what, step("update", entity, UUID.randomUUID()));
            for (UUID known : app.known()) {
                writes = writes.compose(done -> attempt("updates " + what, step("update", entity, known)))
                        .compose(done -> attempt("deletes " + what, step("delete", entity, known)));
            }
            return writes;
        });
    }

    private static JsonArray step(String action, String entity, UUID id) {
        JsonArray step = new JsonArray().add(action).add(entity).add(id.toString());
        return action.equals("update") ? step.add(new JsonObject().put("note", "was here")) : step;
    }

    private Future<Void> attempt(String what, JsonArray step) {
        JsonObject body = new JsonObject().put("steps", new JsonArray().add(step));
        return app.asGuest("/admin/transact_perms_check", body).map(answer -> {
            boolean isRelevant =
                    !answer.getJsonArray("check-results", new JsonArray()).isEmpty();
            note(isRelevant && answer.getBoolean("all-checks-ok?", false), what);
            return null;
        });
    }

    private void note(boolean isHole, String what) {
        if (isHole) {
            holes.add(what);
        }
    }
}
