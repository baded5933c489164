package dev.instant4j.error;

import dev.instant4j.model.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** A definition can't be read or is wrong. Found before anything is sent. */
public final class DefinitionException extends InstantException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** @param findings what is wrong, at least one, in the order to show */
    public DefinitionException(List<Finding> findings, @Nullable Throwable cause) {
        super(findings.stream().map(Finding::message).collect(joining("\n")), cause);
        this.findings = List.copyOf(findings);
    }

    /** Returns what is wrong, in the order to show. */
    public List<Finding> findings() {
        return findings;
    }
}
