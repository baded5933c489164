package dev.instant4j.cli;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.push.Survey;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code push [schema|perms|all] FILE}: plans, asks, applies, waits for the jobs and compares the result. */
final class PushCommand implements Command {

    @Override
    public String name() {
        return "push";
    }

    @Override
    public String summary() {
        return "Makes an app what its definition says";
    }

    @Override
    public Options options() {
        return Planning.options()
                .addOption(CommonOptions.flag(null, CommonOptions.JSON))
                .addOption(CommonOptions.flag("y", Decision.YES))
                .addOption(CommonOptions.flag(null, Decision.UNCHECKED));
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        try (Planning planning = Planning.begin(this, env, arguments)) {
            Report report = Report.of(env, arguments);
            return report.end(push(planning, env, arguments, report));
        }
    }

    private static ExitCode push(Planning planning, Env env, Arguments arguments, Report report) {
        boolean mayAsk = env.canAsk() && !arguments.has(Decision.YES);
        if (mayAsk && !new RenameOffer(env).settle(planning)) {
            return refuse(Decision.DECLINED, report);
        }
        Survey survey = planning.survey();
        Plan plan = planning.plan();
        report.plan(planning.target(), plan, survey);
        List<Finding> errors = plan.findings(Severity.ERROR);
        if (!errors.isEmpty()) {
            return Planning.codeOf(errors);
        }
        Decision decision = new Decision(env, arguments);
        if (decision.mustBeChecked(survey, mayAsk)) {
            return refuse(Decision.UNCHECKED_DATA, report);
        }
        Optional<Refusal> refusal = decision.refusal(plan);
        if (refusal.isPresent()) {
            return refuse(refusal.get(), report);
        }
        ExitCode code = plan.isEmpty()
                ? ExitCode.DONE
                : Pushing.carryOut(planning.push(), plan, decision.consent(), env, report, again(planning));
        if (code == ExitCode.DONE) {
            planning.remember();
        }
        return code;
    }

    private static ExitCode refuse(Refusal refusal, Report report) {
        report.refused(refusal);
        return refusal.code();
    }

    private static String again(Planning planning) {
        return "instant4j push " + planning.scope().file() + " --app "
                + planning.plan().app();
    }
}
