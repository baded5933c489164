package dev.instant4j.push;

import dev.instant4j.model.Attr;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.RandomSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every entity, value and link is still there after everything got another name; the seed is the name of the test. */
class RenamingProperties {
    private static final PushedApp APP = new PushedApp();

    static Stream<Long> seeds() {
        return LongStream.range(0, Long.getLong("stress.pairs", 60)).boxed();
    }

    @AfterAll
    static void close() {
        APP.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_is_lost_when_everything_gets_another_name(long seed) {
        Schema before = withoutRequiredLinks(new RandomSchemas(seed).next());
        Renaming renaming = new Renaming(before, seed);
        Schema after = renaming.after();
        APP.startAnew();
        APP.push(before);
        fill(before);
        Map<String, JsonObject> data = read(before);

        Plan plan = APP.plan(new Definition(after, null), renaming.asked());
        PushResult result = APP.push(plan);

        assertThat(plan.counts().deleted()).isZero();
        assertThat(plan.counts().added()).isZero();
        assertThat(result.isComplete()).as("%s", result).isTrue();
        assertThat(APP.plan(after).isEmpty()).isTrue();
        assertThat(read(after)).isEqualTo(renamed(data, before, renaming));
    }

    private static Schema withoutRequiredLinks(Schema schema) {
        return new Schema(
                schema.entities(),
                schema.links().stream()
                        .map(link ->
                                new Link(link.name(), optional(link.forward()), link.reverse(), null, link.place()))
                        .toList(),
                List.of());
    }

    private static LinkEnd optional(LinkEnd end) {
        return new LinkEnd(end.on(), end.label(), end.has(), false, end.onDelete(), null, end.place());
    }

    /** Makes one entity of each kind with all it can have, linked to the others: no constraint can stand in the way. */
    private static void fill(Schema schema) {
        Map<String, String> ids = new HashMap<>();
        for (Entity entity : schema.entities()) {
            JsonObject values = new JsonObject();
            entity.attrs().forEach(attr -> values.put(attr.name(), value(attr)));
            ids.put(entity.name(), APP.write(entity.name(), values));
        }
        for (Link link : schema.links()) {
            APP.link(
                    link.forward().on(),
                    ids.getOrDefault(link.forward().on(), ""),
                    link.forward().label(),
                    ids.getOrDefault(link.reverse().on(), ""));
        }
    }

    private static Object value(Attr attr) {
        return switch (attr.type()) {
            case STRING -> "text of " + attr.name();
            case NUMBER -> attr.name().length();
            case BOOLEAN -> true;
            case DATE -> "2026-01-01";
            case JSON, ANY -> new JsonArray().add(attr.name());
        };
    }

    /** Returns all entities by kind and id, with the ids of what they are linked to in place of links. */
    private static Map<String, JsonObject> read(Schema schema) {
        Map<String, JsonObject> found = new TreeMap<>();
        for (Entity entity : schema.entities()) {
            List<String> ends = ends(schema, entity.name());
            for (Object each : APP.read(entity.name(), ends.toArray(String[]::new))) {
                JsonObject values = ((JsonObject) each).copy();
                ends.forEach(label -> values.put(label, ids(values.getValue(label))));
                found.put(entity.name() + " " + values.getString("id"), values);
            }
        }
        return found;
    }

    private static List<String> ends(Schema schema, String entity) {
        return schema.links().stream()
                .flatMap(link -> Stream.of(link.forward(), link.reverse()))
                .filter(end -> end.on().equals(entity))
                .map(LinkEnd::label)
                .toList();
    }

    private static JsonArray ids(Object linked) {
        List<String> ids = new ArrayList<>();
        ((JsonArray) linked).forEach(each -> ids.add(((JsonObject) each).getString("id")));
        return new JsonArray(ids.stream().sorted().toList());
    }

    private static Map<String, JsonObject> renamed(Map<String, JsonObject> data, Schema before, Renaming renaming) {
        Map<String, JsonObject> renamed = new TreeMap<>();
        for (Entity entity : before.entities()) {
            data.forEach((key, values) -> {
                if (key.equals(entity.name() + " " + values.getString("id"))) {
                    JsonObject changed = new JsonObject();
                    values.forEach(
                            value -> changed.put(renaming.label(entity.name(), value.getKey()), value.getValue()));
                    renamed.put(renaming.entity(entity.name()) + " " + values.getString("id"), changed);
                }
            });
        }
        return renamed;
    }
}
