package dev.instant4j.rules;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rule.Kind;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Severity;
import dev.instant4j.rules.Expression.Spot;
import dev.instant4j.rules.InvalidExpressionException.Issue;
import dev.instant4j.rules.RulesValidator.Problem;
import dev.instant4j.wire.RulesJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * IDB141 and IDB142: rules that a platform refuses, and rules that it takes but that fail when they are used. Loads CEL,
 * which takes a good half second the first time.
 */
public final class RuleFindings {
    private final Rules rules;
    private final StoredRules stored;

    private RuleFindings(Rules rules) {
        this.rules = rules;
        this.stored = StoredRules.of(RulesJson.encode(rules));
    }

    /** Loads what judging takes, for a caller with time to spare. Blocks. */
    public static void prepare() {
        Rule owner =
                new Rule(Kind.BIND, "isOwner", "auth.id != null && auth.id in data.ref('owner.id')", Place.UNKNOWN);
        Rule otherwise = new Rule(Kind.ALLOW, Namespace.DEFAULT, "isOwner", Place.UNKNOWN);
        of(new Rules(List.of(new Namespace("any", List.of(owner, otherwise), Place.UNKNOWN))));
    }

    /**
     * Returns what is wrong with the expressions, binds and rate limits of rules, in their order, each once. Names of
     * namespaces are not judged, nor what is given twice.
     */
    public static List<Finding> of(Rules rules) {
        RuleFindings findings = new RuleFindings(rules);
        List<Finding> all = new ArrayList<>();
        RulesValidator.problems(findings.stored).stream()
                .filter(problem -> !RulesValidator.isReserved(problem.in().get(0)))
                .filter(problem -> !isRepeatedBind(problem.in()))
                .forEach(problem -> all.add(findings.refused(problem)));
        findings.unlooked().forEach(problem -> all.add(findings.fails(problem)));
        return all.stream().distinct().toList();
    }

    private static boolean isRepeatedBind(List<String> in) {
        return in.size() == 3 && in.get(1).equals("bind");
    }

    /** Returns the problems of rules that a platform doesn't look at when they are set. */
    private List<Problem> unlooked() {
        List<Problem> problems = new ArrayList<>();
        for (Namespace namespace : rules.namespaces()) {
            for (Rule rule : namespace.rules()) {
                unlooked(namespace, rule).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<Problem> unlooked(Namespace namespace, Rule rule) {
        String name = namespace.name();
        return switch (rule.kind()) {
            case LINK -> first(name, RuleAction.LINK, List.of(name, "allow", "link", rule.name()));
            case UNLINK -> first(name, RuleAction.UNLINK, List.of(name, "allow", "unlink", rule.name()));
            case ALLOW -> rule.name().equals(Namespace.DEFAULT) ? ofDefault(name) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Problem> ofDefault(String namespace) {
        return RuleAction.ON_ENTITIES.stream()
                .filter(action -> stored.at(namespace, "allow", action.key()) == null)
                .map(action -> first(namespace, action, List.of(namespace, "allow", Namespace.DEFAULT)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Problem> first(String namespace, RuleAction action, List<String> path) {
        Object expression = stored.at(path);
        return expression == null
                ? Optional.empty()
                : RulesValidator.problems(stored, namespace, action, expression, path).stream()
                        .findFirst();
    }

    private Finding refused(Problem problem) {
        return finding("IDB141", Severity.ERROR, problem, "is refused by a platform", "");
    }

    private Finding fails(Problem problem) {
        String hint = "A platform takes such a rule, but every request that needs it fails.";
        return finding("IDB142", Severity.WARNING, problem, "can't be used", hint);
    }

    private Finding finding(String code, Severity severity, Problem problem, String what, String hint) {
        String namespace = problem.in().get(0);
        Spot spot = spot(problem);
        boolean isInBind = !spot.bind().isEmpty();
        String subject = isInBind ? namespace + "." + spot.bind() : String.join(".", problem.in());
        String message = (isInBind ? "The bind \"" : "The rule \"") + subject + "\" " + what + ": "
                + problem.issue().message().replaceAll("\\.$", "")
                + (spot.isKnown() ? ", at character " + (spot.offset() + 1) : "") + ".";
        Place place = isInBind ? placeOfBind(namespace, spot.bind()) : placeOf(problem.in());
        return new Finding(code, severity, subject, message, hint, place);
    }

    private static Spot spot(Problem problem) {
        Issue issue = problem.issue();
        Expression expression = problem.expression();
        return expression == null || issue.line() == 0 ? Spot.UNKNOWN : expression.locate(issue.line(), issue.column());
    }

    private Place placeOfBind(String namespace, String bind) {
        return bind(namespace, bind)
                .or(() -> bind(Namespace.DEFAULT, bind))
                .map(Rule::place)
                .orElse(Place.UNKNOWN);
    }

    private Optional<Rule> bind(String namespace, String name) {
        return rules.namespace(namespace).stream()
                .flatMap(found -> found.rules().stream())
                .filter(rule -> rule.kind() == Kind.BIND && rule.name().equals(name))
                .findFirst();
    }

    private Place placeOf(List<String> in) {
        boolean isAboutId = in.size() == 2 && in.contains("fields");
        String last = isAboutId ? "id" : in.get(in.size() - 1);
        return rules.namespaces().stream()
                .filter(namespace -> namespace.name().equals(in.get(0)))
                .flatMap(namespace -> namespace.rules().stream())
                .filter(rule -> rule.name().equals(last) && isOf(rule.kind(), in))
                .map(Rule::place)
                .findFirst()
                .or(() -> rules.namespace(in.get(0)).map(Namespace::place))
                .orElse(Place.UNKNOWN);
    }

    private static boolean isOf(Kind kind, List<String> in) {
        return switch (kind) {
            case BIND -> in.contains("bind");
            case ALLOW -> in.size() == 3 && in.contains("allow");
            case LINK -> in.contains("link");
            case UNLINK -> in.contains("unlink");
            case FIELD -> in.contains("fields");
            case OTHER -> true;
        };
    }
}
