package dev.instant4j.render;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Severity;
import java.util.Locale;

/** Renders a finding as one line: where, how bad, what, what to do, and its code. */
public final class FindingText {
    private FindingText() {}

    /** Returns the line, not ended. */
    public static String of(Finding finding, Palette palette) {
        String where = finding.place().isKnown() ? finding.place() + ": " : "";
        String severity = palette.paint(styleOf(finding.severity()), word(finding.severity()) + ":");
        String hint = finding.hint().isEmpty() ? "" : " " + finding.hint();
        String code = palette.paint(Style.MUTED, " [" + finding.code() + "]");
        return where + severity + " " + finding.message() + hint + code;
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Style styleOf(Severity severity) {
        return switch (severity) {
            case NOTE -> Style.MUTED;
            case WARNING -> Style.WARNING;
            case DANGER -> Style.DANGER;
            case ERROR -> Style.ERROR;
        };
    }
}
