package dev.instant4j.cli;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.PlanFile;
import dev.instant4j.push.Consent;
import dev.instant4j.push.Survey;
import dev.instant4j.render.FindingText;
import dev.instant4j.render.PlanJson;
import dev.instant4j.render.PlanMarkdown;
import dev.instant4j.render.PlanText;
import dev.instant4j.render.SurveyJson;
import dev.instant4j.render.SurveyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code plan [schema|perms|all] FILE}: shows what a push would do, and keeps it for later. Changes nothing. */
final class PlanCommand implements Command {
    private static final String OUT = "out";
    private static final String MARKDOWN = "markdown";
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
        return Planning.options()
                .addOption(CommonOptions.value(null, OUT))
                .addOption(CommonOptions.flag(null, CommonOptions.JSON))
                .addOption(CommonOptions.flag(null, MARKDOWN))
                .addOption(CommonOptions.flag(null, DETAILED_EXITCODE));
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        if (arguments.has(CommonOptions.JSON) && arguments.has(MARKDOWN)) {
            throw new UsageException("--json and --markdown contradict each other.", "Leave one of them out.");
        }
        try (Planning planning = Planning.begin(this, env, arguments)) {
            Survey survey = planning.survey();
            Consent consent = Decision.flags(arguments);
            Plan plan = planning.plan().withFindings(mistakes(consent, planning.plan()));
            env.out().print(rendered(plan, survey, env, arguments));
            List<Finding> errors = plan.findings(Severity.ERROR);
            if (!errors.isEmpty()) {
                return Planning.codeOf(errors);
            }
            arguments.value(OUT).ifPresent(file -> save(planning, consent, file, env));
            boolean isPending = !plan.isEmpty() && arguments.has(DETAILED_EXITCODE);
            return isPending ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
        }
    }

    private static List<Finding> mistakes(Consent consent, Plan plan) {
        return consent.objections(plan).stream()
                .filter(objection -> objection.severity() == Severity.ERROR)
                .toList();
    }

    private static String rendered(Plan plan, Survey survey, Env env, Arguments arguments) {
        if (arguments.has(CommonOptions.JSON)) {
            return PlanJson.of(plan).put("preflight", SurveyJson.of(survey)).encodePrettily() + "\n";
        }
        return arguments.has(MARKDOWN)
                ? PlanMarkdown.of(plan)
                : PlanText.of(plan, env.outPalette()) + SurveyText.of(survey, env.outPalette());
    }

    private static void save(Planning planning, Consent consent, String file, Env env) {
        try {
            Files.writeString(env.directory().resolve(file), PlanFile.encode(planning.saved(consent)));
        } catch (IOException e) {
            throw new UncheckedIOException("The plan can't be saved.", e);
        }
        List<Finding> objections = consent.objections(planning.plan());
        if (!objections.isEmpty()) {
            objections.forEach(objection -> env.err().println(FindingText.of(objection, env.errPalette())));
            env.err().println("Saved, but it can't be applied like this: plan again with these flags.");
            return;
        }
        String platform = planning.target().description().startsWith("temporary")
                ? "Saved. The app is gone with this command, so the plan can't be applied."
                : "Saved. To carry it out: instant4j apply " + file;
        env.err().println(platform);
    }
}
