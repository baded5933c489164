package dev.instant4j.push;

import dev.instant4j.admin.Query;
import dev.instant4j.client.AdminClient;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.error.ApiException;
import dev.instant4j.plan.Plan;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks at the data of an app before a push: what the push would fail on, and what it would delete. Reads page by page,
 * and of each kind of entity only what is in question; a push that checks and deletes nothing reads nothing.
 */
public final class Preflight {
    private static final int PAGE = 2000;

    private final InstantPlatform platform;

    /** @param platform with a token that may read the data of the app */
    public Preflight(InstantPlatform platform) {
        this.platform = platform;
    }

    /**
     * Looks at what a plan checks or deletes. Changes nothing. What the platform refuses to show is not checked, and
     * told so; fails with {@link dev.instant4j.error.TransportException} if no answer arrives.
     */
    public Future<Survey> survey(Plan plan) {
        Map<String, List<Probe>> byEntity = new LinkedHashMap<>();
        Probes.of(plan)
                .forEach(probe -> byEntity.computeIfAbsent(probe.entity(), key -> new ArrayList<>())
                        .add(probe));
        AdminClient data = platform.admin(plan.app());
        Future<Survey> survey = Future.succeededFuture(Survey.NOTHING);
        for (List<Probe> probes : byEntity.values()) {
            survey = survey.compose(found -> ask(data, probes).map(found::and));
        }
        return survey;
    }

    private static Future<Survey> ask(AdminClient data, List<Probe> probes) {
        return pageFrom(0, data, probes)
                .map(done -> new Survey(
                        probes.stream()
                                .flatMap(probe -> probe.result().stream())
                                .toList(),
                        List.of()))
                .recover(failure -> failure instanceof ApiException refused
                        ? Future.succeededFuture(unchecked(probes, refused))
                        : Future.failedFuture(failure));
    }

    private static Survey unchecked(List<Probe> probes, ApiException refused) {
        String reason = refused.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Survey(
                List.of(), probes.stream().map(probe -> probe.unchecked(reason)).toList());
    }

    private static Future<Void> pageFrom(int offset, AdminClient data, List<Probe> probes) {
        String entity = probes.get(0).entity();
        return data.query(query(entity, offset, probes)).compose(answer -> {
            JsonArray page = answer.getJsonArray(entity, new JsonArray());
            for (int i = 0; i < page.size(); i++) {
                JsonObject found = page.getJsonObject(i);
                probes.forEach(probe -> probe.look(found));
            }
            return page.size() < PAGE ? Future.succeededFuture() : pageFrom(offset + PAGE, data, probes);
        });
    }

    private static Query query(String entity, int offset, List<Probe> probes) {
        List<String> fields = new ArrayList<>(List.of("id"));
        JsonObject asked = new JsonObject();
        probes.forEach(probe -> probe.addTo(fields, asked));
        JsonObject byAge = new JsonObject().put("serverCreatedAt", "asc");
        JsonObject page =
                new JsonObject().put("order", byAge).put("limit", PAGE).put("offset", offset);
        asked.put("$", page.put("fields", new JsonArray(fields)));
        return Query.of(new JsonObject().put(entity, asked));
    }
}
