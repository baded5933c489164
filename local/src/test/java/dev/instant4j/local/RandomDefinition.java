package dev.instant4j.local;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/**
 * Definitions made at random. Links that two of them share have the same names; all else may differ. Links that must be
 * there start at an entity that every definition has.
 */
final class RandomDefinition {
    private static final String ALWAYS = "d";
    private static final List<String> ENTITIES = List.of("a", "b", "c", "$users");
    private static final List<String> TYPES = List.of("string", "number", "boolean", "date", "json", "any");

    private final Random random;

    private RandomDefinition(Random random) {
        this.random = random;
    }

    static JsonObject of(long seed) {
        RandomDefinition made = new RandomDefinition(new Random(seed));
        return new JsonObject().put("entities", made.entities()).put("links", made.links());
    }

    private JsonObject entities() {
        JsonObject entities = new JsonObject();
        ENTITIES.stream()
                .filter(any -> random.nextBoolean())
                .forEach(etype -> entities.put(etype, new JsonObject().put("attrs", attrs(!etype.equals("$users")))));
        JsonObject always = new JsonObject().put("always", attr(true));
        return entities.put(ALWAYS, new JsonObject().put("attrs", always));
    }

    private JsonObject attrs(boolean mayBeRequired) {
        JsonObject attrs = new JsonObject();
        for (int i = 0; i < 5; i++) {
            if (random.nextBoolean()) {
                attrs.put("attr" + i, attr(mayBeRequired));
            }
        }
        return attrs;
    }

    private JsonObject attr(boolean mayBeRequired) {
        return new JsonObject()
                .put("valueType", TYPES.get(random.nextInt(TYPES.size())))
                .put("required", mayBeRequired && random.nextBoolean())
                .put(
                        "config",
                        new JsonObject().put("indexed", random.nextBoolean()).put("unique", random.nextBoolean()));
    }

    private JsonObject links() {
        JsonObject links = new JsonObject();
        for (int i = 0; i < 5; i++) {
            if (random.nextBoolean()) {
                links.put("link" + i, link(i));
            }
        }
        return links;
    }

    private JsonObject link(int number) {
        boolean isRequired = number < 2;
        JsonObject forward = end(isRequired ? ALWAYS : ENTITIES.get(number % ENTITIES.size()), "forward" + number);
        if (isRequired && random.nextBoolean()) {
            forward.put("required", true);
        }
        return new JsonObject()
                .put("forward", forward)
                .put("reverse", end(ENTITIES.get((number + number / 3) % ENTITIES.size()), "reverse" + number));
    }

    private JsonObject end(String etype, String label) {
        boolean hasOne = random.nextBoolean();
        JsonObject end = new JsonObject().put("on", etype).put("label", label).put("has", hasOne ? "one" : "many");
        return hasOne && random.nextBoolean() ? end.put("onDelete", "cascade") : end;
    }
}
