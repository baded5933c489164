package dev.instant4j.cli;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.push.Consent;
import dev.instant4j.push.Survey;
import dev.instant4j.render.FindingText;
import dev.instant4j.terminal.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** Whether a plan may be carried out: by flags, or by what someone at a terminal answers. */
final class Decision {
    static final String YES = "yes";
    static final String ALLOW_DELETE = "allow-delete";
    static final String ALLOW_DELETE_ALL = "allow-delete-all";

    static final String UNCHECKED = "unchecked";
    static final Refusal UNCHECKED_DATA = new Refusal(
            ExitCode.DECISION_NEEDED,
            "Nothing was pushed: the token may not read the data to check it. To push all the same, add --" + UNCHECKED
                    + ".",
            List.of());
    static final Refusal DECLINED = new Refusal(ExitCode.DECISION_NEEDED, "Nothing was pushed.", List.of());

    private final Env env;
    private final boolean isYes;
    private final boolean isUnchecked;
    private final Consent flags;
    private Consent consent;

    Decision(Env env, Arguments arguments) {
        this.env = env;
        this.isYes = arguments.has(YES);
        this.isUnchecked = arguments.has(UNCHECKED);
        this.flags = flags(arguments);
        this.consent = flags;
    }

    /** Returns which data may be deleted, by the flags alone. */
    static Consent flags(Arguments arguments) {
        return new Consent(arguments.has(ALLOW_DELETE_ALL), Set.copyOf(arguments.values(ALLOW_DELETE)));
    }

    /** Returns which data may be deleted, by the flags and by what was answered. */
    Consent consent() {
        return consent;
    }

    /**
     * Tells whether data that could not be looked at keeps a plan from being carried out.
     *
     * @param mayAsk whether someone sees the plan and is asked
     */
    boolean mustBeChecked(Survey survey, boolean mayAsk) {
        return !survey.unchecked().isEmpty() && !isUnchecked && !mayAsk;
    }

    /** Returns why the plan may not be carried out, if it may not; asks if there is someone to ask. */
    Optional<Refusal> refusal(Plan plan) {
        List<Finding> objections = flags.objections(plan);
        List<Finding> mistakes = objections.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!mistakes.isEmpty() || (isYes && !objections.isEmpty())) {
            return Optional.of(new Refusal(ExitCode.REFUSED, "", objections));
        }
        if (isYes || plan.isEmpty()) {
            return Optional.empty();
        }
        return env.canAsk() ? ask(objections) : undecided(objections);
    }

    private static Optional<Refusal> undecided(List<Finding> objections) {
        String needed = Stream.concat(
                        Stream.of("--" + YES),
                        objections.stream().map(finding -> "--" + ALLOW_DELETE + " " + finding.subject()))
                .collect(joining(" "));
        String message = "Nothing was pushed: there is no terminal to ask at. To push this, add " + needed + ".";
        return Optional.of(new Refusal(ExitCode.DECISION_NEEDED, message, List.of()));
    }

    private Optional<Refusal> ask(List<Finding> losses) {
        Prompt prompt = new Prompt(env.in(), env.err());
        for (Finding loss : losses) {
            tell(loss);
            if (!prompt.ask("To delete it with its data, type " + loss.subject() + ":")
                    .equals(loss.subject())) {
                return Optional.of(DECLINED);
            }
        }
        if (losses.isEmpty() && !List.of("y", "yes").contains(prompt.ask("Push these changes? [y/N]"))) {
            return Optional.of(DECLINED);
        }
        List<String> allowed = Stream.concat(
                        flags.names().stream(), losses.stream().map(Finding::subject))
                .toList();
        consent = flags.isEverything() ? flags : Consent.to(allowed);
        return Optional.empty();
    }

    private void tell(Finding finding) {
        env.err().println(FindingText.of(finding, env.errPalette()));
    }
}
