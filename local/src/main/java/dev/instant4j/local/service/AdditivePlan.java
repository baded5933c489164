package dev.instant4j.local.service;

import dev.instant4j.local.service.WantedAttr.Name;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Ident;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the steps that add what a definition has and an app lacks. Never deletes, never renames. */
final class AdditivePlan {
    private static final String ID = "id";

    private final AppSchema current;
    private final Options options;
    private final IdSource ids;
    private final List<JsonArray> steps = new ArrayList<>();

    /**
     * How a client wants changes of what exists.
     *
     * @param checksTypes whether types of attrs are compared
     * @param usesJobs whether constraints change in the background
     */
    record Options(boolean checksTypes, boolean usesJobs) {}

    private AdditivePlan(AppSchema current, Options options, IdSource ids) {
        this.current = current;
        this.options = options;
        this.ids = ids;
    }

    /** Returns the steps: new entities, then attrs, then links. */
    static List<JsonArray> between(AppSchema current, Definition wanted, Options options, IdSource ids) {
        AdditivePlan plan = new AdditivePlan(current, options, ids);
        plan.addEntities(wanted);
        wanted.blobs().forEach(plan::blob);
        wanted.links().forEach(plan::link);
        return plan.steps;
    }

    private void addEntities(Definition wanted) {
        Map<String, WantedAttr> firsts = new LinkedHashMap<>();
        wanted.blobs().forEach(blob -> firsts.putIfAbsent(blob.place().entity(), blob));
        firsts.forEach((etype, first) -> {
            boolean exists =
                    current.attrsOf(etype).stream().anyMatch(attr -> !attr.isLink() && current.isVisible(attr));
            if (!exists) {
                String name = first.forward().complete().entity();
                add(new JsonObject()
                        .put("id", newId())
                        .put("forward-identity", new Name(name, ID).identity(newId()))
                        .put("value-type", "blob")
                        .put("cardinality", "one")
                        .put("unique?", true)
                        .put("index?", false));
            }
        });
    }

    private void blob(WantedAttr wanted) {
        if (wanted.forward().complete().label().equals(ID)) {
            return;
        }
        AttrRow attr = current.forward(wanted.place())
                .filter(found -> !found.isLink() && current.isVisible(found))
                .orElse(null);
        if (attr == null) {
            addBlob(wanted);
        } else {
            changeBlob(attr, wanted);
        }
    }

    private void addBlob(WantedAttr wanted) {
        JsonObject json = wanted.constraints()
                .put("id", newId())
                .put("forward-identity", wanted.forward().identity(newId()))
                .put("value-type", "blob")
                .put("cardinality", wanted.cardinality());
        if (options.checksTypes() && wanted.checkedDataType() != null) {
            json.put("checked-data-type", wanted.checkedDataType());
        }
        add(json);
    }

    private void changeBlob(AttrRow attr, WantedAttr wanted) {
        Constraints has = attr.constraints();
        boolean differs = has.isUnique() != wanted.isUnique()
                || has.isIndexed() != wanted.isIndexed()
                || has.isRequired() != wanted.isRequired();
        if (options.usesJobs()) {
            flag(attr, "index", has.isIndexed(), wanted.isIndexed());
            flag(attr, "unique", has.isUnique(), wanted.isUnique());
            flag(attr, "required", has.isRequired(), wanted.isRequired());
        } else if (differs) {
            steps.add(step("update-attr", update(attr, wanted)));
        }
        if (options.checksTypes() && !Objects.equals(has.checkedDataType(), wanted.checkedDataType())) {
            changeType(attr, wanted.checkedDataType());
        }
    }

    private void changeType(AttrRow attr, @Nullable String type) {
        steps.add(
                type == null
                        ? step("remove-data-type", job(attr))
                        : step("check-data-type", job(attr).put("checked-data-type", type)));
    }

    private void flag(AttrRow attr, String kind, boolean has, boolean wants) {
        if (has != wants) {
            steps.add(step(wants ? kind : "remove-" + kind, job(attr)));
        }
    }

    private void link(WantedAttr wanted) {
        AttrRow attr = current.forward(wanted.place())
                .filter(found -> isSameLink(found, wanted))
                .orElse(null);
        if (attr == null) {
            addLink(wanted);
            return;
        }
        boolean requiredDiffers = attr.constraints().isRequired() != wanted.isRequired();
        boolean otherDiffers = !attr.cardinality().equals(wanted.cardinality())
                || attr.constraints().isUnique() != wanted.isUnique()
                || !Objects.equals(attr.onDelete(), wanted.onDelete())
                || !Objects.equals(attr.onDeleteReverse(), wanted.onDeleteReverse());
        if (options.usesJobs()) {
            flag(attr, "required", attr.constraints().isRequired(), wanted.isRequired());
        }
        if (otherDiffers || (requiredDiffers && !options.usesJobs())) {
            steps.add(step("update-attr", updateLink(attr, wanted)));
        }
    }

    private boolean isSameLink(AttrRow attr, WantedAttr wanted) {
        Ident reverse = attr.reverse();
        return attr.isLink()
                && current.isVisible(attr)
                && reverse != null
                && Name.of(reverse.name()).equals(wanted.reverse());
    }

    private void addLink(WantedAttr wanted) {
        Name reverse = Objects.requireNonNull(wanted.reverse());
        add(wanted.constraints()
                .put("id", newId())
                .put("forward-identity", wanted.forward().identity(newId()))
                .put("reverse-identity", reverse.identity(newId()))
                .put("value-type", "ref")
                .put("cardinality", wanted.cardinality())
                .put(AttrJson.ON_DELETE, wanted.onDelete())
                .put(AttrJson.ON_DELETE_REVERSE, wanted.onDeleteReverse()));
    }

    private static JsonObject update(AttrRow attr, WantedAttr wanted) {
        return wanted.constraints()
                .put("id", attr.id().toString())
                .put("forward-identity", AttrJson.identity(attr.forward()))
                .put("value-type", attr.valueType())
                .put("cardinality", wanted.cardinality());
    }

    private static JsonObject updateLink(AttrRow attr, WantedAttr wanted) {
        return update(attr, wanted)
                .put("reverse-identity", AttrJson.identity(Objects.requireNonNull(attr.reverse())))
                .put(AttrJson.ON_DELETE, wanted.onDelete())
                .put(AttrJson.ON_DELETE_REVERSE, wanted.onDeleteReverse());
    }

    private void add(JsonObject attr) {
        steps.add(step("add-attr", attr));
    }

    private static JsonArray step(String type, JsonObject argument) {
        return new JsonArray().add(type).add(argument);
    }

    private static JsonObject job(AttrRow attr) {
        return new JsonObject()
                .put("attr-id", attr.id().toString())
                .put("forward-identity", AttrJson.identity(attr.forward()));
    }

    private String newId() {
        return ids.next().toString();
    }

    /** Returns the name that an identity of a step gives. */
    static AttrName nameOf(JsonArray identity) {
        return new AttrName(String.valueOf(identity.getValue(1)), String.valueOf(identity.getValue(2)));
    }
}
