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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Renders a plan for a terminal: entity by entity, then links, rules, findings and a line that counts. */
public final class PlanText {
    private static final ChangeText TEXT = new ChangeText();

    private final Palette palette;
    private final StringBuilder out = new StringBuilder();

    private PlanText(Palette palette) {
        this.palette = palette;
    }

    /** Returns the whole plan, each line ended; {@code No changes.} if there are none. */
    public static String of(Plan plan, Palette palette) {
        PlanText text = new PlanText(palette);
        text.schema(plan.changes());
        text.rules(plan.ruleChanges());
        String findings = plan.findings().stream()
                .map(finding -> FindingText.of(finding, palette) + "\n")
                .collect(joining());
        String counts = (plan.isEmpty() ? "No changes." : counts(plan.counts())) + "\n";
        return Stream.of(text.out.toString(), findings, counts)
                .filter(part -> !part.isEmpty())
                .collect(joining("\n"));
    }

    private void schema(List<Change> changes) {
        for (Map.Entry<String, List<Change>> group : byEntity(changes).entrySet()) {
            List<Change> heads =
                    group.getValue().stream().filter(change -> !isAttr(change)).toList();
            List<Change> attrs =
                    group.getValue().stream().filter(PlanText::isAttr).toList();
            if (heads.isEmpty()) {
                line(0, Change.Kind.CHANGED, "entity " + group.getKey(), "", 0);
            }
            heads.forEach(change -> line(0, change, 0));
            int width = width(
                    attrs.stream().map(change -> change.match(TEXT).name()).toList());
            attrs.forEach(change -> line(1, change, width));
        }
        changes.stream().filter(PlanText::isLink).forEach(change -> line(0, change, 0));
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

    private void rules(List<RuleChange> changes) {
        Map<String, List<RuleChange>> groups = new LinkedHashMap<>();
        changes.forEach(change -> groups.computeIfAbsent(change.namespace(), key -> new ArrayList<>())
                .add(change));
        groups.forEach((namespace, rules) -> {
            line(0, kindOf(rules), "rules " + namespace, "", 0);
            int width = width(rules.stream().map(PlanText::nameOf).toList());
            rules.forEach(rule -> line(1, rule.change(), nameOf(rule), expressions(rule), width));
        });
    }

    private static Change.Kind kindOf(List<RuleChange> rules) {
        Change.Kind first = rules.get(0).change();
        return rules.stream().allMatch(rule -> rule.change() == first) ? first : Change.Kind.CHANGED;
    }

    private static String nameOf(RuleChange rule) {
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

    private void line(int depth, Change change, int width) {
        ChangeText.Line line = change.match(TEXT);
        line(depth, change.kind(), line.name(), line.detail(), width);
    }

    private void line(int depth, Change.Kind kind, String name, String detail, int width) {
        String padded = detail.isEmpty() ? name : name + " ".repeat(Math.max(0, width - name.length())) + "  ";
        out.append("    ".repeat(depth))
                .append(palette.paint(styleOf(kind), signOf(kind) + " " + padded.stripTrailing()))
                .append(padded.substring(padded.stripTrailing().length()))
                .append(palette.paint(kind == Change.Kind.DELETED ? Style.DANGER : Style.MUTED, detail))
                .append('\n');
    }

    private static int width(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String signOf(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case CHANGED -> "~";
            case RENAMED -> ">";
            case DELETED -> "-";
        };
    }

    private static Style styleOf(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> Style.ADDED;
            case CHANGED -> Style.CHANGED;
            case RENAMED -> Style.RENAMED;
            case DELETED -> Style.REMOVED;
        };
    }

    private static String counts(Counts counts) {
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
