package dev.instant4j.local.service;

import dev.instant4j.rules.CompiledRules;
import dev.instant4j.rules.RuleAction;
import dev.instant4j.rules.RuleProgram;
import dev.instant4j.rules.RuleSubject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads entities for someone: what rules hide is not there. */
final class Viewer {
    private final EntityReader reader;
    private final @Nullable CompiledRules rules;
    private final RuleCheck check;
    private final Map<Touched.Entity, Optional<JsonObject>> seen = new HashMap<>();
    private final JsonArray results = new JsonArray();

    /** @param rules null: nothing is hidden */
    Viewer(EntityReader reader, @Nullable CompiledRules rules, RuleCheck check) {
        this.reader = reader;
        this.rules = rules;
        this.check = check;
    }

    boolean isAdmin() {
        return rules == null;
    }

    boolean maySee(UUID id, String etype) {
        return isAdmin() || see(id, etype).isPresent();
    }

    /** Returns an entity as one of a type, if it may be seen. */
    Optional<JsonObject> see(UUID id, String etype) {
        if (rules == null) {
            return Optional.of(reader.json(id, etype));
        }
        CompiledRules asked = rules;
        Touched.Entity entity = new Touched.Entity(id, etype);
        Optional<JsonObject> known = seen.get(entity);
        if (known == null) {
            known = look(asked, id, etype);
            seen.put(entity, known);
        }
        return known.map(JsonObject::copy);
    }

    /** Returns what rules said so far, as the platform shows it to those who test them. */
    JsonArray results() {
        return results;
    }

    private Optional<JsonObject> look(CompiledRules asked, UUID id, String etype) {
        JsonObject json = reader.json(id, etype);
        RuleProgram view =
                RuleCheck.find(() -> asked.rule(etype, RuleAction.VIEW)).orElse(null);
        Object result = view == null ? (Object) true : check.ask(view, RuleSubject.of(json));
        results.add(result(id, etype, null, json, view, result));
        return RuleProgram.passes(result) ? Optional.of(shownFields(asked, id, etype, json)) : Optional.empty();
    }

    private JsonObject shownFields(CompiledRules asked, UUID id, String etype, JsonObject json) {
        if (!asked.hasFieldRules(etype)) {
            return json;
        }
        JsonObject shown = json.copy();
        for (String label : json.fieldNames()) {
            RuleProgram field =
                    RuleCheck.find(() -> asked.fieldRule(etype, label)).orElse(null);
            Object result = field == null ? (Object) true : check.ask(field, RuleSubject.of(json));
            if (field != null) {
                results.add(result(id, etype, label, json, field, result));
            }
            if (!RuleProgram.passes(result)) {
                shown.remove(label);
            }
        }
        return shown;
    }

    private static JsonObject result(
            UUID id,
            String etype,
            @Nullable String label,
            JsonObject record,
            @Nullable RuleProgram rule,
            @Nullable Object result) {
        return new JsonObject()
                .put("id", id.toString())
                .put("entity", etype)
                .put("label", label)
                .put("record", record)
                .put("program", RuleCheck.shown(rule))
                .put("check", result);
    }
}
