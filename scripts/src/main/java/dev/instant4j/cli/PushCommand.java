package dev.instant4j.cli;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.push.Consent;
import dev.instant4j.push.PushResult;
import dev.instant4j.render.PlanText;
import dev.instant4j.render.ResultText;
import dev.instant4j.render.Style;
import dev.instant4j.terminal.StatusLine;
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
                .addOption(CommonOptions.flag("y", Decision.YES))
                .addOption(CommonOptions.value(null, Decision.ALLOW_DELETE))
                .addOption(CommonOptions.flag(null, Decision.ALLOW_DELETE_ALL));
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        try (Planning planning = Planning.begin(this, env, arguments)) {
            return push(planning, env, arguments);
        }
    }

    private static ExitCode push(Planning planning, Env env, Arguments arguments) {
        Plan plan = planning.plan();
        env.out().println(env.outPalette().paint(Style.HEADING, "App " + plan.app()) + described(planning.target()));
        env.out().print("\n" + PlanText.of(plan, env.outPalette()));
        env.out().flush();
        List<Finding> errors = plan.findings(Severity.ERROR);
        if (!errors.isEmpty()) {
            return Planning.codeOf(errors);
        }
        Decision decision = new Decision(env, arguments);
        Optional<ExitCode> refusal = decision.refusal(plan);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return plan.isEmpty() ? ExitCode.DONE : apply(planning, decision.consent(), env);
    }

    private static ExitCode apply(Planning planning, Consent consent, Env env) {
        PushResult result;
        try (StatusLine status = new StatusLine(env.err(), env.terminals().isErr())) {
            result = planning.push()
                    .push(planning.plan(), consent, new PushStatus(status))
                    .await();
        }
        env.err().print(ResultText.of(result, env.errPalette()));
        if (result.isComplete()) {
            env.out().println("Done.");
            return ExitCode.DONE;
        }
        return result.failedJobs().isEmpty() ? ExitCode.FAILED : ExitCode.JOBS_FAILED;
    }

    private static String described(Target target) {
        return target.description().isEmpty() ? "" : " (" + target.description() + ")";
    }
}
