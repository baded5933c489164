package dev.instant4j.local.service;

import dev.instant4j.local.service.Touched.Entity;
import dev.instant4j.rules.CompiledRules;
import dev.instant4j.rules.RuleAction;
import dev.instant4j.rules.RuleProgram;
import dev.instant4j.rules.RuleSubject;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the rules that changes must pass, of entities that existed before or of new ones. */
final class WriteChecks {
    private static final String ID = "id";

    private final CompiledRules rules;
    private final States states;
    private final Map<Entity, JsonObject> ruleParams;
    private final boolean isAboutExisting;
    private final Map<Entity, Set<String>> written = new LinkedHashMap<>();
    private final Set<WriteCheck> checks = new LinkedHashSet<>();

    WriteChecks(CompiledRules rules, States states, Map<Entity, JsonObject> ruleParams, boolean isAboutExisting) {
        this.rules = rules;
        this.states = states;
        this.ruleParams = ruleParams;
        this.isAboutExisting = isAboutExisting;
    }

    /** Returns each check once. */
    List<WriteCheck> of(List<Touched.Change> changes) {
        for (Touched.Change change : changes) {
            if (change instanceof Touched.Write write) {
                written(write.entity(), write.attr().name().label());
            } else if (change instanceof Touched.Relink link) {
                relink(link);
            } else if (change instanceof Touched.Deletion deletion) {
                delete(deletion.entity());
            }
        }
        List<WriteCheck> all = new ArrayList<>();
        written.forEach((entity, labels) -> all.add(write(entity, List.copyOf(labels))));
        all.addAll(checks);
        return all;
    }

    private boolean isMine(Entity entity) {
        return states.existed(entity) == isAboutExisting;
    }

    private void written(Entity entity, String label) {
        if (!isMine(entity)) {
            return;
        }
        Set<String> labels = written.computeIfAbsent(entity, added -> new LinkedHashSet<>());
        if (!label.equals(ID)) {
            labels.add(label);
        }
    }

    private WriteCheck write(Entity entity, List<String> labels) {
        RuleAction action = isAboutExisting ? RuleAction.UPDATE : RuleAction.CREATE;
        JsonObject data = states.data(entity);
        return check(entity, action, RuleSubject.written(data, states.newData(entity), labels));
    }

    private void delete(Entity entity) {
        if (isAboutExisting && states.existed(entity)) {
            checks.add(check(entity, RuleAction.DELETE, RuleSubject.of(states.data(entity))));
        }
    }

    private void relink(Touched.Relink link) {
        RuleAction action = link.isAdded() ? RuleAction.LINK : RuleAction.UNLINK;
        String forward = link.attr().name().label();
        String reverse = Objects.requireNonNull(link.attr().reverse()).name().label();
        Optional<RuleProgram> ofSource = linkRule(link.source(), action, forward);
        Optional<RuleProgram> ofTarget = linkRule(link.target(), action, reverse);
        if (ofSource.isEmpty() && ofTarget.isEmpty()) {
            written(link.source(), forward);
            view(link.target());
            return;
        }
        ofSource.ifPresent(rule -> link(rule, action, link.source(), link.target()));
        ofTarget.ifPresent(rule -> link(rule, action, link.target(), link.source()));
    }

    private Optional<RuleProgram> linkRule(Entity entity, RuleAction action, String label) {
        return RuleCheck.find(() -> rules.linkRule(entity.etype(), action, label));
    }

    private void link(RuleProgram rule, RuleAction action, Entity entity, Entity other) {
        boolean isSkipped = action == RuleAction.UNLINK && !states.existed(entity);
        if (isSkipped || !isMine(entity)) {
            return;
        }
        RuleSubject.Linked linked =
                new RuleSubject.Linked(other.etype(), linkedData(other), states.action(entity), states.action(other));
        RuleSubject subject = RuleSubject.linked(states.data(entity), states.newData(entity), linked);
        checks.add(new WriteCheck(
                WriteCheck.OBJECT,
                entity.etype(),
                entity.id().toString(),
                action,
                Optional.of(rule),
                subject,
                ruleParams.get(entity)));
    }

    private JsonObject linkedData(Entity entity) {
        return isAboutExisting && !states.existed(entity) ? states.newData(entity) : states.data(entity);
    }

    private void view(Entity entity) {
        if (isMine(entity)) {
            checks.add(check(entity, RuleAction.VIEW, RuleSubject.of(states.data(entity))));
        }
    }

    private WriteCheck check(Entity entity, RuleAction action, RuleSubject subject) {
        Optional<RuleProgram> rule = RuleCheck.find(() -> rules.rule(entity.etype(), action));
        return new WriteCheck(
                WriteCheck.OBJECT,
                entity.etype(),
                entity.id().toString(),
                action,
                rule,
                subject,
                ruleParams.get(entity));
    }
}
