package dev.instant4j.render;

import dev.instant4j.push.Affected;
import dev.instant4j.push.Survey;

import static java.util.stream.Collectors.joining;

/** Renders samples of the data that a push would fail on or lose, for a person who may see values. */
public final class SurveyText {
    private static final int MOST_CHARACTERS = 60;

    private SurveyText() {}

    /** Returns a few entities with their values under each thing that is affected, each line ended; may be empty. */
    public static String of(Survey survey, Palette palette) {
        return survey.affected().stream()
                .map(affected -> text(affected, palette))
                .collect(joining());
    }

    private static String text(Affected affected, Palette palette) {
        String samples = affected.samples().stream()
                .map(sample -> "  " + sample.entityId() + "  " + cut(sample.value()) + "\n")
                .collect(joining());
        String more = affected.count() > affected.samples().size() ? "  and more\n" : "";
        return affected.finding().code() + " " + affected.finding().subject() + "\n"
                + palette.paint(Style.MUTED, samples + more);
    }

    private static String cut(String value) {
        return value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) + "…" : value;
    }
}
