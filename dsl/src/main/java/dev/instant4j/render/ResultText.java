package dev.instant4j.render;

import dev.instant4j.diff.RuleChange;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobType;
import dev.instant4j.push.PushResult;
import java.util.List;

/** Renders what does not hold after a push: failed jobs with the values in their way, and other differences. */
public final class ResultText {
    private static final int MOST_SAMPLES = 3;

    private final Palette palette;
    private final StringBuilder out = new StringBuilder();

    private ResultText(Palette palette) {
        this.palette = palette;
    }

    /** Returns the report, each line ended; empty if the push is complete. */
    public static String of(PushResult result, Palette palette) {
        ResultText text = new ResultText(palette);
        result.failedJobs().forEach(text::failed);
        if (result.failedJobs().isEmpty()) {
            result.missing()
                    .forEach(change ->
                            text.differs(change.match(new ChangeText()).name()));
        }
        result.missingRules().stream().map(ResultText::nameOf).forEach(text::differs);
        return text.out.toString();
    }

    private void failed(Job job) {
        String name = job.attrName() == null ? job.attr().toString() : job.attrName();
        String error = job.failed().map(Job.Failure::error).orElse("unknown");
        line(Style.ERROR, "Failed to " + goal(job.type(), name) + " (" + error + ").");
        List<Job.Sample> samples = job.failed().map(Job.Failure::samples).orElse(List.of());
        samples.stream()
                .limit(MOST_SAMPLES)
                .forEach(sample -> line(Style.MUTED, "  " + sample.entityId() + "  " + sample.value()));
        if (samples.size() > MOST_SAMPLES) {
            line(Style.MUTED, "  and more");
        }
    }

    private static String goal(JobType type, String name) {
        return switch (type) {
            case INDEX -> "index " + name;
            case REMOVE_INDEX -> "remove the index of " + name;
            case UNIQUE -> "make " + name + " unique: a value occurs twice";
            case REMOVE_UNIQUE -> "let values of " + name + " occur twice";
            case REQUIRED -> "make " + name + " required: entities lack it";
            case REMOVE_REQUIRED -> "make " + name + " optional";
            case CHECK_DATA_TYPE -> "set the type of " + name + ": values of another type are stored";
            case REMOVE_DATA_TYPE -> "remove the type of " + name;
        };
    }

    private void differs(String what) {
        line(Style.WARNING, "Differs from the definition after the push: " + what + ".");
    }

    private static String nameOf(RuleChange change) {
        return "rules " + change.namespace() + " " + change.name();
    }

    private void line(Style style, String text) {
        out.append(palette.paint(style, text)).append('\n');
    }
}
