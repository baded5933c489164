package dev.instant4j.cli;

import dev.instant4j.plan.Plan;
import dev.instant4j.push.PushResult;
import dev.instant4j.push.Survey;
import dev.instant4j.render.FindingText;
import dev.instant4j.render.PlanText;
import dev.instant4j.render.ResultText;
import dev.instant4j.render.Style;
import dev.instant4j.render.SurveyText;

/** Tells a person, bit by bit: results on stdout, what went wrong on stderr. */
final class TextReport implements Report {
    private final Env env;

    TextReport(Env env) {
        this.env = env;
    }

    @Override
    public void plan(Target target, Plan plan, Survey survey) {
        String kind = target.description().isEmpty() ? "" : " (" + target.description() + ")";
        env.out().println(env.outPalette().paint(Style.HEADING, "App " + plan.app()) + kind);
        env.out().print("\n" + PlanText.of(plan, env.outPalette()));
        env.out().print(SurveyText.of(survey, env.outPalette()));
        env.out().flush();
    }

    @Override
    public void refused(Refusal refusal) {
        refusal.findings().forEach(finding -> env.err().println(FindingText.of(finding, env.errPalette())));
        if (!refusal.message().isEmpty()) {
            env.err().println(refusal.message());
        }
    }

    @Override
    public void result(PushResult result, String again) {
        env.err().print(ResultText.of(result, env.errPalette()));
        if (result.isComplete()) {
            env.out().println("Done.");
        } else {
            env.err().println("All else is done. Mend this, then go on with " + again);
        }
    }

    @Override
    public ExitCode end(ExitCode code) {
        return code;
    }
}
