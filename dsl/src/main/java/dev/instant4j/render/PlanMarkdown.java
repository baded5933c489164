package dev.instant4j.render;

import dev.instant4j.diff.Change;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.render.Outline.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import static java.util.stream.Collectors.joining;

/** Renders a plan for a pull request: counts first, losses in red, long parts folded. Values of data are never in it. */
public final class PlanMarkdown {
    /** What a comment on the usual forges may hold, with room for what is said around it. */
    private static final int MOST_CHARACTERS = 60_000;

    private static final int MOST_UNFOLDED = 40;
    private static final String CUT = "  … and more: see the whole plan with `instant4j plan`";

    private PlanMarkdown() {}

    /** Returns the plan, each line ended, in at most 60,000 characters. */
    public static String of(Plan plan) {
        List<String> parts = new ArrayList<>();
        parts.add("**" + Outline.counts(plan).replaceAll("\\.$", "") + "**");
        add(parts, losses(plan.findings(Severity.DANGER)));
        add(parts, list("Can't be pushed", plan.findings(Severity.ERROR)));
        add(parts, list("Mind", plan.findings(Severity.WARNING)));
        int left = MOST_CHARACTERS
                - parts.stream().mapToInt(part -> part.length() + 2).sum();
        String schema = block("Schema", Outline.schema(plan), left / 2);
        add(parts, schema);
        add(parts, block("Rules", Outline.rules(plan), left - schema.length() - 2));
        return String.join("\n\n", parts) + "\n";
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private static String losses(List<Finding> findings) {
        return findings.isEmpty() ? "" : "> [!CAUTION]\n> Data is lost.\n" + cut("> - ", findings, Finding::message);
    }

    private static String list(String title, List<Finding> findings) {
        return findings.isEmpty()
                ? ""
                : title + ":\n\n" + cut("- ", findings, finding -> finding.message() + hint(finding));
    }

    private static String hint(Finding finding) {
        return finding.hint().isEmpty() ? "" : " " + finding.hint();
    }

    private static String cut(String bullet, List<Finding> findings, Function<Finding, String> text) {
        int most = MOST_UNFOLDED;
        String shown = findings.stream()
                .limit(most)
                .map(finding -> bullet + text.apply(finding))
                .collect(joining("\n"));
        return findings.size() > most ? shown + "\n" + bullet + "… and " + (findings.size() - most) + " more" : shown;
    }

    private static String block(String title, List<Line> lines, int most) {
        if (lines.isEmpty()) {
            return "";
        }
        String body = "```diff\n" + within(lines, most - 120) + "\n```";
        return lines.size() <= MOST_UNFOLDED
                ? body
                : "<details><summary>" + title + ": " + lines.size() + " lines</summary>\n\n" + body + "\n\n</details>";
    }

    private static String within(List<Line> lines, int most) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String next = text(line);
            if (text.length() + next.length() + 1 + CUT.length() > most) {
                return text + "\n" + CUT;
            }
            text.append(text.length() == 0 ? "" : "\n").append(next);
        }
        return text.toString();
    }

    private static String text(Line line) {
        String sign = line.kind() == Change.Kind.CHANGED || line.kind() == Change.Kind.RENAMED ? "!" : "" + line.sign();
        return sign + (line.isInner() ? "     " : " ") + line.name() + line.gap() + line.detail();
    }
}
