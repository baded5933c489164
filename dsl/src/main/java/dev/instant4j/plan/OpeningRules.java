package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.RenamedRules;
import dev.instant4j.diff.ResolvedRenames;
import dev.instant4j.diff.RulesDiff;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the moment in which a schema changes. They are the old ones, and in no moment does anyone get more than
 * the old or the wanted ones give:
 *
 * <ul>
 *   <li>Entities that appear have the wanted rules, for without any they are open to everyone. What the wanted rules
 *       say by default is spelled out for them: the old default stays in force for the others.
 *   <li>A name that changes its bearer is closed, and so is the one it has meanwhile. So is an entity of which an attr
 *       goes that rules speak of: they would find nothing where they look for a reason to refuse.
 *   <li>Attrs and links that appear have the rules of their old names, or none may see and make them yet.
 * </ul>
 */
final class OpeningRules {
    private static final Rule NOBODY = new Rule(Rule.Kind.ALLOW, Namespace.DEFAULT, "false", Place.UNKNOWN);
    private static final List<Rule> CLOSED = List.of(
            NOBODY,
            new Rule(Rule.Kind.LINK, Namespace.DEFAULT, "false", Place.UNKNOWN),
            new Rule(Rule.Kind.UNLINK, Namespace.DEFAULT, "false", Place.UNKNOWN));

    private final Affected names;
    private final Collection<String> aside;
    private final Set<String> stored;
    private final Map<String, List<Rule>> old;
    private final Map<String, List<Rule>> renamed;
    private final Map<String, List<Rule>> wanted;
    private final Map<String, Namespace> opening = new LinkedHashMap<>();

    private OpeningRules(AppState base, Rules wanted, List<Change> changes, ResolvedRenames renames) {
        this.names = Affected.by(changes);
        this.aside = EntityCircles.aside(changes).values();
        this.stored = base.attrs().entities();
        this.old = byNamespace(base.rules());
        this.renamed = byNamespace(RenamedRules.of(base.rules(), renames));
        this.wanted = byNamespace(wanted);
        base.rules().namespaces().forEach(namespace -> opening.put(namespace.name(), namespace));
    }

    private static Map<String, List<Rule>> byNamespace(Rules rules) {
        Map<String, List<Rule>> byName = new HashMap<>();
        rules.namespaces().forEach(namespace -> byName.putIfAbsent(namespace.name(), namespace.rules()));
        return byName;
    }

    /** Returns the rules to set before the schema changes; null if the old ones do. */
    static @Nullable Rules of(AppState base, @Nullable Rules wanted, List<Change> changes, ResolvedRenames renames) {
        if (wanted == null || changes.isEmpty()) {
            return null;
        }
        Rules rules = new OpeningRules(base, wanted, changes, renames).run();
        return RulesDiff.between(base.rules(), rules).isEmpty() ? null : rules;
    }

    private Rules run() {
        names.labels().forEach(this::guard);
        names.gone().forEach(this::closeWhereMentioned);
        names.entities().forEach(this::admit);
        aside.forEach(this::close);
        return new Rules(List.copyOf(opening.values()));
    }

    private void admit(String entity) {
        if (stored.contains(entity)) {
            close(entity);
            return;
        }
        List<Rule> complete = withDefaults(rulesOf(wanted, entity), rulesOf(wanted, Namespace.DEFAULT));
        if (complete.isEmpty()) {
            opening.remove(entity);
        } else {
            opening.put(entity, new Namespace(entity, complete, Place.UNKNOWN));
        }
    }

    private void close(String namespace) {
        opening.put(namespace, new Namespace(namespace, CLOSED, Place.UNKNOWN));
    }

    private static List<Rule> withDefaults(List<Rule> rules, List<Rule> byDefault) {
        List<Rule> complete = new ArrayList<>(rules);
        boolean decidesAll = has(rules, Rule.Kind.ALLOW, Namespace.DEFAULT);
        for (Rule fallback : byDefault) {
            boolean applies = fallback.kind() == Rule.Kind.BIND || (fallback.kind() == Rule.Kind.ALLOW && !decidesAll);
            if (applies && !has(rules, fallback.kind(), fallback.name())) {
                complete.add(fallback);
            }
        }
        return complete;
    }

    /** Adds what keeps a new name of an attr or link as closed as it is, or is to be. */
    private void guard(AttrName label) {
        List<Rule> now = rulesOf(old, label.entity());
        List<Rule> before = rulesOf(renamed, label.entity());
        Predicate<Rule> isMissing = rule -> isAbout(rule, label.label()) && !has(now, rule.kind(), rule.name());
        List<Rule> followed = before.stream().filter(isMissing).toList();
        List<Rule> refused = rulesOf(wanted, label.entity()).stream()
                .filter(isMissing)
                .filter(rule -> !has(followed, rule.kind(), rule.name()))
                .map(rule -> new Rule(rule.kind(), rule.name(), "false", rule.place()))
                .toList();
        List<Rule> more = Stream.concat(followed.stream(), refused.stream()).toList();
        if (!more.isEmpty()) {
            Namespace none = new Namespace(label.entity(), List.of(), Place.UNKNOWN);
            Namespace given = opening.getOrDefault(label.entity(), none);
            List<Rule> all =
                    Stream.concat(given.rules().stream(), more.stream()).toList();
            opening.put(label.entity(), new Namespace(label.entity(), all, Place.UNKNOWN));
        }
    }

    private static boolean isAbout(Rule rule, String label) {
        return switch (rule.kind()) {
            case LINK, UNLINK, FIELD -> rule.name().equals(label);
            default -> false;
        };
    }

    private void closeWhereMentioned(AttrName gone) {
        List<Rule> own = rulesOf(old, gone.entity());
        List<Rule> common = rulesOf(old, Namespace.DEFAULT);
        if (Stream.concat(own.stream(), common.stream()).anyMatch(rule -> Mentions.name(rule, gone.label()))) {
            close(gone.entity());
        }
        old.forEach((namespace, rules) -> {
            boolean looksAtLinked = rules.stream()
                    .anyMatch(rule -> Mentions.name(rule, "linkedData") && Mentions.name(rule, gone.label()));
            if (looksAtLinked && !namespace.equals(Namespace.DEFAULT)) {
                close(namespace);
            }
        });
    }

    private static List<Rule> rulesOf(Map<String, List<Rule>> rules, String namespace) {
        return rules.getOrDefault(namespace, List.of());
    }

    private static boolean has(List<Rule> rules, Rule.Kind kind, String name) {
        return rules.stream()
                .anyMatch(rule -> rule.kind() == kind && rule.name().equals(name));
    }
}
