package dev.instant4j.local;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The steps from one definition to another as the description of the additive plan has them, each as a short text. */
final class ExpectedPlan {
    private static final Set<String> CHECKED = Set.of("string", "number", "boolean", "date");

    private final Map<String, JsonObject> before;
    private final boolean checksTypes;
    private final boolean usesJobs;
    private final List<String> steps = new ArrayList<>();

    private ExpectedPlan(JsonObject before, boolean checksTypes, boolean usesJobs) {
        this.before = attrs(before);
        this.checksTypes = checksTypes;
        this.usesJobs = usesJobs;
    }

    static List<String> between(JsonObject from, JsonObject to, boolean checksTypes, boolean usesJobs) {
        ExpectedPlan plan = new ExpectedPlan(from, checksTypes, usesJobs);
        plan.ids(to);
        attrs(to).forEach(plan::blob);
        Map<String, JsonObject> links = links(from);
        links(to).forEach((name, link) -> plan.link(name, links.get(name), link));
        return plan.steps;
    }

    private void ids(JsonObject to) {
        for (Map.Entry<String, Object> entity : to.getJsonObject("entities")) {
            String etype = entity.getKey();
            boolean isNew = before.keySet().stream().noneMatch(name -> name.startsWith(etype + "."));
            boolean hasAttrs =
                    !((JsonObject) entity.getValue()).getJsonObject("attrs").isEmpty();
            if (isNew && hasAttrs && !etype.startsWith("$")) {
                steps.add("add-attr " + etype + ".id");
            }
        }
    }

    private void blob(String name, JsonObject attr) {
        JsonObject stored = before.get(name);
        if (stored == null) {
            steps.add("add-attr " + name + flags(attr) + (checksTypes ? " " + type(attr) : " null"));
            return;
        }
        boolean differs = flag(stored, "indexed") != flag(attr, "indexed")
                || flag(stored, "unique") != flag(attr, "unique")
                || required(stored) != required(attr);
        if (!usesJobs && differs) {
            steps.add("update-attr " + name + flags(attr));
        }
        job("index", name, flag(stored, "indexed"), flag(attr, "indexed"));
        job("unique", name, flag(stored, "unique"), flag(attr, "unique"));
        job("required", name, required(stored), required(attr));
        if (checksTypes && !Objects.equals(type(stored), type(attr))) {
            steps.add(type(attr) == null ? "remove-data-type " + name : "check-data-type " + name + " " + type(attr));
        }
    }

    private void job(String kind, String name, boolean has, boolean wants) {
        if (usesJobs && has != wants) {
            steps.add((wants ? "" : "remove-") + kind + " " + name);
        }
    }

    private void link(String name, @Nullable JsonObject stored, JsonObject link) {
        if (stored == null) {
            steps.add("add-attr " + name + described(link));
            return;
        }
        boolean requiredDiffers = required(stored.getJsonObject("forward")) != required(link.getJsonObject("forward"));
        boolean otherDiffers = !unrequired(stored).equals(unrequired(link));
        job("required", name, required(stored.getJsonObject("forward")), required(link.getJsonObject("forward")));
        if (otherDiffers || (requiredDiffers && !usesJobs)) {
            steps.add("update-attr " + name + described(link));
        }
    }

    private static String described(JsonObject link) {
        return " required=" + required(link.getJsonObject("forward")) + unrequired(link);
    }

    private static String unrequired(JsonObject link) {
        JsonObject forward = link.getJsonObject("forward");
        JsonObject reverse = link.getJsonObject("reverse");
        return " " + forward.getString("has") + " unique=" + "one".equals(reverse.getString("has")) + " "
                + forward.getString("onDelete") + " " + reverse.getString("onDelete");
    }

    private static Map<String, JsonObject> attrs(JsonObject definition) {
        Map<String, JsonObject> attrs = new TreeMap<>();
        definition
                .getJsonObject("entities")
                .forEach(entity -> ((JsonObject) entity.getValue())
                        .getJsonObject("attrs")
                        .forEach(attr ->
                                attrs.put(entity.getKey() + "." + attr.getKey(), (JsonObject) attr.getValue())));
        return attrs;
    }

    private static Map<String, JsonObject> links(JsonObject definition) {
        Map<String, JsonObject> links = new TreeMap<>();
        definition.getJsonObject("links").forEach(entry -> {
            JsonObject forward = ((JsonObject) entry.getValue()).getJsonObject("forward");
            links.put(forward.getString("on") + "." + forward.getString("label"), (JsonObject) entry.getValue());
        });
        return links;
    }

    private static String flags(JsonObject attr) {
        return " " + flag(attr, "unique") + " " + flag(attr, "indexed") + " " + required(attr);
    }

    private static boolean flag(JsonObject attr, String name) {
        return attr.getJsonObject("config").getBoolean(name);
    }

    private static boolean required(JsonObject json) {
        return json.getBoolean("required", false);
    }

    private static @Nullable String type(JsonObject attr) {
        String type = attr.getString("valueType");
        return CHECKED.contains(type) ? type : null;
    }

    /** Returns a step of an answer in the form of those that are expected. */
    static String shown(String type, JsonObject argument) {
        String name = argument.getJsonArray("forward-identity").getString(1) + "."
                + argument.getJsonArray("forward-identity").getString(2);
        boolean isChange = type.equals("add-attr") || type.equals("update-attr");
        if (!isChange || name.endsWith(".id")) {
            String checked = argument.getString("checked-data-type");
            return type + " " + name + (checked == null ? "" : " " + checked);
        }
        if (argument.getString("value-type").equals("ref")) {
            return type + " " + name + " required=" + argument.getBoolean("required?") + " "
                    + argument.getString("cardinality") + " unique=" + argument.getBoolean("unique?") + " "
                    + argument.getString("on-delete") + " " + argument.getString("on-delete-reverse");
        }
        String flags = " " + argument.getBoolean("unique?") + " " + argument.getBoolean("index?") + " "
                + argument.getBoolean("required?");
        return type + " " + name + flags
                + (type.equals("add-attr") ? " " + argument.getString("checked-data-type") : "");
    }
}
