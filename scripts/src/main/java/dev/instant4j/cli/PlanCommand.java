package dev.instant4j.cli;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.render.PlanText;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code plan [schema|perms|all] FILE}: shows what a push would do. Changes nothing. */
final class PlanCommand implements Command {
    private static final String DETAILED_EXITCODE = "detailed-exitcode";

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String summary() {
        return "Shows what a push would do";
    }

    @Override
    public Options options() {
        return Planning.options().addOption(CommonOptions.flag(null, DETAILED_EXITCODE));
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        try (Planning planning = Planning.begin(this, env, arguments)) {
            Plan plan = planning.plan();
            env.out().print(PlanText.of(plan, env.outPalette()));
            List<Finding> errors = plan.findings(Severity.ERROR);
            if (!errors.isEmpty()) {
                return Planning.codeOf(errors);
            }
            boolean isPending = !plan.isEmpty() && arguments.has(DETAILED_EXITCODE);
            return isPending ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
        }
    }
}
