package dev.instant4j.cli;

import dev.instant4j.model.Finding;
import java.util.List;

/**
 * Why nothing is pushed.
 *
 * @param code what to end with
 * @param message what to do about it; may be empty if the findings say it all
 * @param findings what stands in the way; may be empty
 */
record Refusal(ExitCode code, String message, List<Finding> findings) {

    Refusal {
        findings = List.copyOf(findings);
    }
}
