package dev.instant4j.error;

import dev.instant4j.model.Finding;
import java.util.List;

import static java.util.stream.Collectors.joining;

/** A push would lose data and was not allowed to. Nothing was changed. */
public final class DestructivePlanException extends InstantException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** @param findings what would be lost, each with the consent it needs as its hint */
    public DestructivePlanException(List<Finding> findings) {
        super(
                "The push would lose data, nothing was changed: "
                        + findings.stream().map(Finding::message).collect(joining(" ")),
                null);
        this.findings = List.copyOf(findings);
    }

    /** Returns what would be lost, each with the consent it needs as its hint. */
    public List<Finding> findings() {
        return findings;
    }
}
