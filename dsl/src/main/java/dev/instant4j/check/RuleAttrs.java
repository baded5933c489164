package dev.instant4j.check;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Link;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IDB114: a rule speaks of an attr or a link that its entity does not have: it would always find nothing there. */
final class RuleAttrs {
    private static final Pattern SELECTED = Pattern.compile("\\b(?:data|newData)\\.([A-Za-z_]\\w*)(?!\\w*\\s*\\()");
    private static final Pattern PATH = Pattern.compile("\\bdata\\.ref\\(\\s*(['\"])([^'\"]+)\\1\\s*\\)");

    /** What the attrs and ends of links of each entity lead to; themselves nowhere if they are attrs. */
    private final Map<String, Map<String, String>> labels = new HashMap<>();

    private final Set<Mention> unknown = new LinkedHashSet<>();

    private RuleAttrs(Schema schema) {
        for (Entity entity : schema.entities()) {
            Map<String, String> known = labels.computeIfAbsent(entity.name(), key -> new HashMap<>());
            known.put("id", "");
            entity.attrs().forEach(attr -> known.put(attr.name(), ""));
        }
        for (Link link : schema.links()) {
            put(link.forward().name(), link.reverse().on());
            put(link.reverse().name(), link.forward().on());
        }
    }

    private void put(AttrName end, String target) {
        labels.computeIfAbsent(end.entity(), key -> new HashMap<>()).put(end.label(), target);
    }

    /**
     * A name that rules speak of.
     *
     * @param where the rule that does
     */
    record Mention(AttrName name, String where, Rule rule) {}

    static List<Finding> check(Rules rules, Schema schema) {
        RuleAttrs attrs = new RuleAttrs(schema);
        return attrs.in(rules).stream().map(attrs::finding).toList();
    }

    /** Returns the names that rules speak of and a schema doesn't have; those of system entities are not judged. */
    static List<Mention> unknown(Rules rules, Schema schema) {
        return new RuleAttrs(schema).in(rules);
    }

    private List<Mention> in(Rules rules) {
        for (Namespace namespace : rules.namespaces()) {
            if (isJudged(namespace.name())) {
                namespace.rules().forEach(rule -> judge(namespace.name(), rule));
            }
        }
        return new ArrayList<>(unknown);
    }

    private boolean isJudged(String entity) {
        return !entity.startsWith("$") && labels.containsKey(entity);
    }

    private void judge(String entity, Rule rule) {
        switch (rule.kind()) {
            case LINK, UNLINK, FIELD -> {
                if (!rule.name().equals(Namespace.DEFAULT)) {
                    follow(entity, rule.name(), entity, rule);
                }
            }
            default -> {}
        }
        SELECTED.matcher(rule.expression())
                .results()
                .map(found -> found.group(1))
                .forEach(label -> follow(entity, label, entity, rule));
        PATH.matcher(rule.expression()).results().forEach(found -> walk(entity, found.group(2), rule));
    }

    private void walk(String entity, String path, Rule rule) {
        String at = entity;
        for (String label : path.split("\\.", -1)) {
            if (!isJudged(at)) {
                return;
            }
            String target = follow(at, label, entity, rule);
            if (target == null) {
                return;
            }
            at = target;
        }
    }

    /** Returns the entity that a label leads to; empty for an attr, null if there is no such label. */
    private @Nullable String follow(String entity, String label, String namespace, Rule rule) {
        String target = labels.getOrDefault(entity, Map.of()).get(label);
        if (target == null) {
            unknown.add(new Mention(new AttrName(entity, label), namespace + "." + rule.name(), rule));
        }
        return target;
    }

    private Finding finding(Mention mention) {
        String entity = mention.name().entity();
        Set<String> known = new TreeSet<>(labels.getOrDefault(entity, Map.of()).keySet());
        return new Finding(
                "IDB114",
                Severity.WARNING,
                mention.where(),
                "The rule " + mention.where() + " speaks of " + mention.name() + ", which is not defined.",
                Nearest.question(mention.name().label(), known),
                mention.rule().place());
    }
}
