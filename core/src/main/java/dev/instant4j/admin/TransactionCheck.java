package dev.instant4j.admin;

import java.util.List;

/**
 * What rules make of a transaction, which has not happened.
 *
 * @param checks one for each thing that a rule was asked about
 * @param isAllowed whether all of it is allowed
 */
public record TransactionCheck(List<RuleCheck> checks, boolean isAllowed) {

    public TransactionCheck {
        checks = List.copyOf(checks);
    }
}
