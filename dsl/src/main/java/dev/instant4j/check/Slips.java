package dev.instant4j.check;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds to findings about rules which bind or variable was probably meant. */
final class Slips {
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '(\\w+)'");
    private static final List<String> VARIABLES =
            List.of("data", "newData", "linkedData", "auth", "ruleParams", "request", "rateLimit", "actions");

    private final Set<String> names = new LinkedHashSet<>();

    Slips(Rules rules) {
        for (Namespace namespace : rules.namespaces()) {
            namespace.rules().stream()
                    .filter(rule -> rule.kind() == Rule.Kind.BIND)
                    .map(Rule::name)
                    .forEach(names::add);
        }
        names.addAll(VARIABLES);
    }

    /** Returns the finding with a question for its hint, if it has none and there is one to ask. */
    Finding asked(Finding finding) {
        Matcher unknown = UNKNOWN.matcher(finding.message());
        if (!finding.hint().isEmpty() || !unknown.find() || names.contains(unknown.group(1))) {
            return finding;
        }
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.subject(),
                finding.message(),
                Nearest.question(unknown.group(1), names),
                finding.place());
    }
}
