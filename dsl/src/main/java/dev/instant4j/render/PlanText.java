package dev.instant4j.render;

import dev.instant4j.diff.Change;
import dev.instant4j.plan.Plan;
import dev.instant4j.render.Outline.Line;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** Renders a plan for a terminal: what changes, what a user should know, and a line that counts. */
public final class PlanText {
    private PlanText() {}

    /** Returns the whole plan, each line ended; {@code No changes.} if there are none. */
    public static String of(Plan plan, Palette palette) {
        Stream<Line> lines = Stream.concat(Outline.schema(plan).stream(), Outline.rules(plan).stream());
        String changes = lines.map(line -> text(line, palette) + "\n").collect(joining());
        String findings = plan.findings().stream()
                .map(finding -> FindingText.of(finding, palette) + "\n")
                .collect(joining());
        return Stream.of(changes, findings, Outline.counts(plan) + "\n")
                .filter(part -> !part.isEmpty())
                .collect(joining("\n"));
    }

    private static String text(Line line, Palette palette) {
        String indent = line.isInner() ? "    " : "";
        Style detail = line.kind() == Change.Kind.DELETED ? Style.DANGER : Style.MUTED;
        return indent
                + palette.paint(styleOf(line.kind()), line.sign() + " " + line.name())
                + line.gap()
                + (line.detail().isEmpty() ? "" : palette.paint(detail, line.detail()));
    }

    private static Style styleOf(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> Style.ADDED;
            case CHANGED -> Style.CHANGED;
            case RENAMED -> Style.RENAMED;
            case DELETED -> Style.REMOVED;
        };
    }
}
