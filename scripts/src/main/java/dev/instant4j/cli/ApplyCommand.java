package dev.instant4j.cli;

import dev.instant4j.error.DefinitionException;
import dev.instant4j.model.Finding;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.PlanFile;
import dev.instant4j.plan.SavedPlan;
import dev.instant4j.push.Consent;
import dev.instant4j.push.Preflight;
import dev.instant4j.push.Push;
import dev.instant4j.push.Survey;
import dev.instant4j.terminal.StatusLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code apply PLAN.json}: carries out a saved plan, and goes on with one that was interrupted. Asks for nothing. */
final class ApplyCommand implements Command {

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public String summary() {
        return "Carries out a saved plan";
    }

    @Override
    public Options options() {
        return CommonOptions.platform()
                .addOption(CommonOptions.value("a", CommonOptions.APP))
                .addOption(CommonOptions.flag(null, CommonOptions.JSON))
                .addOption(CommonOptions.flag("y", Decision.YES))
                .addOption(CommonOptions.flag(null, Decision.UNCHECKED));
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        List<String> operands = arguments.operands();
        if (operands.size() != 1) {
            throw new UsageException("apply takes one saved plan.", "Write instant4j apply PLAN.json.");
        }
        Path file = Path.of(operands.get(0));
        SavedPlan saved = read(env, file);
        PlatformChoice choice = PlatformChoice.of(env, arguments);
        refuseOther(choice, saved);
        Planning.requireToken(choice);
        try (Connection connection = Connection.open(choice)) {
            Target target = Target.of(connection, env, arguments, saved);
            Memory memory = new Memory(choice, target, env.directory().resolve(saved.definition()));
            Report report = Report.of(env, arguments);
            return report.end(apply(saved, file, memory, new Decision(env, arguments), env, report));
        }
    }

    /** Refuses to send a token to any place but the one that the user names. */
    private static void refuseOther(PlatformChoice choice, SavedPlan saved) {
        if (!choice.address().equals(saved.platform())) {
            throw new UsageException(
                    "The plan is for the platform " + saved.platform() + ", not for " + choice.address() + ".",
                    "Name its platform with --api-uri, or with --local --data.");
        }
    }

    private static ExitCode apply(
            SavedPlan saved, Path file, Memory memory, Decision decision, Env env, Report report) {
        Target target = memory.target();
        Push push = new Push(target.platform(), IdSource.random());
        Plan plan = resumed(push, saved, env);
        Survey survey = new Preflight(target.platform()).survey(plan).await();
        Plan guarded = plan.withFindings(memory.objections(plan)).withFindings(survey.findings());
        report.plan(target, guarded, survey);
        List<Finding> errors = guarded.findings(Severity.ERROR);
        if (!errors.isEmpty()) {
            return Planning.codeOf(errors);
        }
        if (plan.isEmpty()) {
            env.err().println("Nothing is left to do: the app is what " + file + " makes of it.");
        }
        if (decision.mustBeChecked(survey, false)) {
            report.refused(Decision.UNCHECKED_DATA);
            return Decision.UNCHECKED_DATA.code();
        }
        Consent consent = Consent.to(List.copyOf(saved.allowed()));
        List<Finding> objections = plan.isEmpty() ? List.of() : consent.objections(plan);
        if (!objections.isEmpty()) {
            String message = "Nothing was pushed: " + file + " was made without these flags. Plan again with them.";
            report.refused(new Refusal(ExitCode.REFUSED, message, objections));
            return ExitCode.REFUSED;
        }
        ExitCode code = plan.isEmpty()
                ? ExitCode.DONE
                : Pushing.carryOut(push, guarded, consent, env, report, "instant4j apply " + file);
        if (code == ExitCode.DONE) {
            memory.remember(saved.protections());
        }
        return code;
    }

    private static Plan resumed(Push push, SavedPlan saved, Env env) {
        try (StatusLine status = new StatusLine(env.err(), env.terminals().isErr())) {
            return push.resume(saved, new PushStatus(status)).await();
        }
    }

    private static SavedPlan read(Env env, Path file) {
        try {
            return PlanFile.decode(Files.readString(env.directory().resolve(file)));
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is no such file", missing);
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException malformed) {
            throw unreadable(file, String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private static DefinitionException unreadable(Path file, String reason, @Nullable Throwable cause) {
        Finding finding = new Finding(
                "IDB011",
                Severity.ERROR,
                file.toString(),
                file + " can't be read as a saved plan: " + reason + ".",
                "Make one with instant4j plan FILE --out " + file + ".",
                Place.UNKNOWN);
        return new DefinitionException(List.of(finding), cause);
    }
}
