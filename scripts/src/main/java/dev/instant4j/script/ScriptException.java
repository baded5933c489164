package dev.instant4j.script;

import dev.instant4j.model.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** A script did not run to its end. What it did before the line that is named has been done. */
public final class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    ScriptException(List<Finding> findings, @Nullable Throwable cause) {
        super(findings.stream().map(ScriptException::line).collect(joining("\n")), cause);
        this.findings = List.copyOf(findings);
    }

    ScriptException(Finding finding) {
        this(List.of(finding), null);
    }

    /** Returns what is wrong, at least one, each with the file and line in its place. */
    public List<Finding> findings() {
        return findings;
    }

    private static String line(Finding finding) {
        return finding.place().isKnown() ? finding.place() + ": " + finding.message() : finding.message();
    }
}
