package dev.instant4j.local.stress;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.Write;
import dev.instant4j.client.InstantPlatform;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes two entities at a time: each pair is there as a whole or not at all. */
final class EntityWitness implements Witness {
    private final InstantPlatform platform;
    private final KilledApp app;
    private final String name;
    private int acknowledged;

    EntityWitness(InstantPlatform platform, KilledApp app, String name) {
        this.platform = platform;
        this.app = app;
        this.name = name;
    }

    @Override
    public Future<Void> act() {
        return app.as(platform)
                .admin(app.id())
                .transact(entry(), entry())
                .onSuccess(done -> acknowledged++)
                .mapEmpty();
    }

    private Write entry() {
        JsonObject values = new JsonObject().put("writer", name).put("transaction", acknowledged);
        return Write.create("entries", EntityId.random(), values);
    }

    @Override
    public void check(InstantPlatform restarted) {
        JsonObject mine =
                new JsonObject().put("$", new JsonObject().put("where", new JsonObject().put("writer", name)));
        Map<Integer, Long> kept = app
                .as(restarted)
                .admin(app.id())
                .query(Query.of(new JsonObject().put("entries", mine)))
                .await()
                .getJsonArray("entries")
                .stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.groupingBy(
                        entry -> entry.getInteger("transaction"), TreeMap::new, Collectors.counting()));

        assertThat(kept).hasSizeBetween(acknowledged, acknowledged + 1);
        assertThat(kept.values()).allMatch(count -> count == 2);
    }
}
