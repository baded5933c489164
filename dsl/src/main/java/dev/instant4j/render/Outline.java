package dev.instant4j.render;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.AttrAdded;
import dev.instant4j.diff.Change.AttrChanged;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.EntityRenamed;
import dev.instant4j.diff.RuleChange;
import dev.instant4j.plan.Counts;
import dev.instant4j.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a plan, before anyone decides what they look like: entity by entity, then links, then rules. */
final class Outline {
    private static final ChangeText TEXT = new ChangeText();

    private Outline() {}

    /**
     * One line.
     *
     * @param isInner whether it belongs to the line before it that is not inner
     * @param kind what it does
     * @param name what it is about
     * @param detail how it changes; may be empty
     * @param width how wide the names of the lines around it are
     */
    record Line(boolean isInner, Change.Kind kind, String name, String detail, int width) {

        /** Returns the sign that stands for what it does. */
        char sign() {
            return switch (kind) {
                case ADDED -> '+';
                case CHANGED -> '~';
                case RENAMED -> '>';
                case DELETED -> '-';
            };
        }

        /** Returns the spaces between name and detail; none if there is no detail. */
        String gap() {
            return detail.isEmpty() ? "" : " ".repeat(Math.max(0, width - name.length()) + 2);
        }
    }

    /** Returns the lines about the schema. */
    static List<Line> schema(Plan plan) {
        List<Line> lines = new ArrayList<>();
        byEntity(plan.changes()).forEach((entity, changes) -> addEntity(lines, entity, changes));
        plan.changes().stream().filter(Outline::isLink).forEach(change -> lines.add(line(false, change, 0)));
        return lines;
    }

    private static void addEntity(List<Line> lines, String entity, List<Change> changes) {
        List<Change> heads = changes.stream().filter(change -> !isAttr(change)).toList();
        List<Change> attrs = changes.stream().filter(Outline::isAttr).toList();
        if (heads.isEmpty()) {
            lines.add(new Line(false, Change.Kind.CHANGED, "entity " + entity, "", 0));
        }
        heads.forEach(change -> lines.add(line(false, change, 0)));
        int width =
                width(attrs.stream().map(change -> change.match(TEXT).name()).toList());
        attrs.forEach(change -> lines.add(line(true, change, width)));
    }

    private static Line line(boolean isInner, Change change, int width) {
        ChangeText.Line text = change.match(TEXT);
        return new Line(isInner, change.kind(), text.name(), text.detail(), width);
    }

    /** Groups the changes of entities and their attrs; what an entity loses stands under its new name. */
    private static Map<String, List<Change>> byEntity(List<Change> changes) {
        Map<String, String> newNames = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof EntityRenamed renamed) {
                newNames.put(renamed.from(), renamed.to());
            }
        }
        Map<String, List<Change>> groups = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> !isLink(change))
                .forEach(change -> groups.computeIfAbsent(
                                newNames.getOrDefault(change.entity(), change.entity()), key -> new ArrayList<>())
                        .add(change));
        return groups;
    }

    private static boolean isAttr(Change change) {
        return change instanceof AttrAdded || change instanceof AttrChanged || change instanceof AttrDeleted;
    }

    private static boolean isLink(Change change) {
        return change instanceof Change.LinkAdded
                || change instanceof Change.LinkChanged
                || change instanceof Change.LinkDeleted;
    }

    /** Returns the lines about the rules. */
    static List<Line> rules(Plan plan) {
        Map<String, List<RuleChange>> groups = new LinkedHashMap<>();
        plan.ruleChanges()
                .forEach(change -> groups.computeIfAbsent(change.namespace(), key -> new ArrayList<>())
                        .add(change));
        List<Line> lines = new ArrayList<>();
        groups.forEach((namespace, rules) -> {
            lines.add(new Line(false, kindOf(rules), "rules " + namespace, "", 0));
            int width = width(rules.stream().map(Outline::nameOf).toList());
            rules.forEach(rule -> lines.add(new Line(true, rule.change(), nameOf(rule), expressions(rule), width)));
        });
        return lines;
    }

    private static Change.Kind kindOf(List<RuleChange> rules) {
        Change.Kind first = rules.get(0).change();
        return rules.stream().allMatch(rule -> rule.change() == first) ? first : Change.Kind.CHANGED;
    }

    static String nameOf(RuleChange rule) {
        return switch (rule.kind()) {
            case ALLOW, OTHER -> rule.name();
            case BIND -> "bind " + rule.name();
            case LINK -> "link " + rule.name();
            case UNLINK -> "unlink " + rule.name();
            case FIELD -> "field " + rule.name();
        };
    }

    private static String expressions(RuleChange rule) {
        String from = oneLine(rule.from());
        String to = oneLine(rule.to());
        return switch (rule.change()) {
            case ADDED -> to;
            case DELETED -> from;
            default -> from + " -> " + to;
        };
    }

    private static String oneLine(@Nullable String expression) {
        return expression == null ? "" : expression.strip().replaceAll("\\s+", " ");
    }

    private static int width(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Returns how much a plan does, such as {@code 3 to add, 1 to delete}; {@code No changes.} if nothing. */
    static String counts(Plan plan) {
        if (plan.isEmpty()) {
            return "No changes.";
        }
        Counts counts = plan.counts();
        List<String> parts = new ArrayList<>();
        add(parts, counts.added(), "to add");
        add(parts, counts.changed(), "to change");
        add(parts, counts.renamed(), "to rename");
        add(parts, counts.deleted(), "to delete");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
