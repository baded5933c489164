package dev.instant4j.rules;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import java.util.List;

/** An expression can't be compiled. */
final class InvalidExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    InvalidExpressionException(String message) {
        this(List.of(new Issue(message, 0, 0)));
    }

    private InvalidExpressionException(List<Issue> issues) {
        super(issues.get(0).message(), null, false, false);
        this.issues = issues;
    }

    static InvalidExpressionException of(CelValidationException invalid) {
        return new InvalidExpressionException(
                invalid.getErrors().stream().map(Issue::of).toList());
    }

    List<Issue> issues() {
        return issues;
    }

    /**
     * One thing that is wrong.
     *
     * @param line in the compiled text, counted from 1; 0 if it is about no place in it
     * @param column counted from 0
     */
    record Issue(String message, int line, int column) {

        private static Issue of(CelIssue issue) {
            return new Issue(
                    issue.getMessage(),
                    issue.getSourceLocation().getLine(),
                    issue.getSourceLocation().getColumn());
        }
    }
}
