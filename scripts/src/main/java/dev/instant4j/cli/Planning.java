package dev.instant4j.cli;

import dev.instant4j.check.Checks;
import dev.instant4j.check.Protections;
import dev.instant4j.cli.PlatformChoice.Remote;
import dev.instant4j.diff.Renames;
import dev.instant4j.error.DefinitionException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.SavedPlan;
import dev.instant4j.push.Consent;
import dev.instant4j.push.Preflight;
import dev.instant4j.push.Push;
import dev.instant4j.push.PushProgress;
import dev.instant4j.push.Survey;
import dev.instant4j.rules.RuleFindings;
import dev.instant4j.script.DefinitionReader;
import dev.instant4j.terminal.StatusLine;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

import static java.util.stream.Collectors.toCollection;

/** What planning and pushing have in common: from the words on the command line to a plan. */
final class Planning implements AutoCloseable {
    static final String RENAME = "rename";

    /** Renames that can't be done, consent for nothing, deletes of what is protected, rules and data in the way. */
    private static final List<String> GUARDS =
            List.of("IDB121", "IDB204", "IDB221", "IDB234", "IDB241", "IDB242", "IDB243", "IDB244", "IDB245", "IDB251");

    private final Target target;
    private final Connection connection;
    private final Push push;
    private final Scope scope;
    private final Memory memory;
    private Renames renames;
    private Plan plan;

    private Planning(Connection connection, Memory memory, Push push, Renames renames, Plan plan, Scope scope) {
        this.connection = connection;
        this.target = memory.target();
        this.memory = memory;
        this.push = push;
        this.renames = renames;
        this.plan = plan;
        this.scope = scope;
    }

    static Options options() {
        return CommonOptions.platform()
                .addOption(CommonOptions.value("a", CommonOptions.APP))
                .addOption(CommonOptions.value(null, RENAME))
                .addOption(CommonOptions.value(null, Decision.ALLOW_DELETE))
                .addOption(CommonOptions.flag(null, Decision.ALLOW_DELETE_ALL));
    }

    /**
     * Reads the definition, finds the app and plans. The definition is evaluated while the platform starts: both take
     * their time. Blocks.
     *
     * @throws DefinitionException if the definition is wrong, whatever the app
     */
    static Planning begin(Command command, Env env, Arguments arguments) {
        Scope scope = Scope.of(command, arguments.operands());
        Renames renames = renames(arguments);
        PlatformChoice choice = PlatformChoice.of(env, arguments);
        Optional<AppId> app = Target.named(env, arguments);
        requireToken(choice);
        CompletableFuture<Definition> reading = read(env, scope);
        Connection connection = Connection.open(choice);
        try {
            Supplier<Target> target = () -> Target.of(connection, app, env, arguments, scope.file());
            Optional<Target> early = choice.isInMemory() ? Optional.of(prepared(target)) : Optional.empty();
            Definition wanted = checked(scope, join(reading));
            Target found = early.orElseGet(target);
            Push push = new Push(found.platform(), IdSource.random());
            Memory memory = new Memory(choice, found, env.directory().resolve(scope.file()));
            Plan plan = watched(push, memory, wanted, renames, env);
            return new Planning(connection, memory, push, renames, plan, scope);
        } catch (Exception | Error failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * Uses the time in which the definition is read: an app in memory is new, so nothing is lost by making it before,
     * and all rules will be judged.
     */
    private static Target prepared(Supplier<Target> target) {
        Target made = target.get();
        RuleFindings.prepare();
        return made;
    }

    private static Plan watched(Push push, Memory memory, Definition wanted, Renames renames, Env env) {
        try (StatusLine status = new StatusLine(env.err(), env.terminals().isErr())) {
            return plan(push, memory, wanted, renames, new PushStatus(status));
        }
    }

    private static Plan plan(Push push, Memory memory, Definition wanted, Renames renames, PushProgress progress) {
        Plan plan = push.plan(memory.target().app(), wanted, renames, progress).await();
        return plan.withFindings(memory.objections(plan));
    }

    /** Plans again, with one more rename. Blocks. */
    void rename(String asked) {
        renames = renames.and(Renames.parse(List.of(asked)));
        plan = plan(push, memory, plan.wanted(), renames, PushProgress.IGNORED);
    }

    /** Looks at the data that the plan checks or deletes, and adds what is found to the plan. Blocks. */
    Survey survey() {
        boolean isRefusedAlready = !plan.findings(Severity.ERROR).isEmpty();
        if (isRefusedAlready) {
            return Survey.NOTHING;
        }
        Survey survey = new Preflight(target.platform()).survey(plan).await();
        plan = plan.withFindings(survey.findings());
        return survey;
    }

    Target target() {
        return target;
    }

    Push push() {
        return push;
    }

    Plan plan() {
        return plan;
    }

    Scope scope() {
        return scope;
    }

    /** Returns the plan as it is kept for later, with the consent of today. */
    SavedPlan saved(Consent consent) {
        Stream<String> allowed = consent.isEverything()
                ? plan.findings(Severity.DANGER).stream().map(Finding::subject)
                : consent.names().stream();
        return SavedPlan.of(
                plan, memory.platform(), scope.file().toString(), allowed.collect(toCollection(TreeSet::new)));
    }

    /** Remembers what the definition protects, now that it has been pushed. Blocks. */
    void remember() {
        Schema schema = plan.wanted().schema();
        if (schema != null) {
            memory.remember(Protections.of(schema));
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Returns how a plan that can't be carried out ends; what a guard refuses may be right for another app. */
    static ExitCode codeOf(List<Finding> errors) {
        boolean isGuarded = errors.stream().map(Finding::code).allMatch(GUARDS::contains);
        return isGuarded ? ExitCode.REFUSED : ExitCode.INVALID_DEFINITION;
    }

    static void requireToken(PlatformChoice choice) {
        if (choice instanceof Remote remote && remote.options().token().isEmpty()) {
            throw new UsageException(
                    "Who are you?",
                    "Give a token by INSTANT_CLI_AUTH_TOKEN or INSTANT_APP_ADMIN_TOKEN, or by --token.");
        }
    }

    private static Renames renames(Arguments arguments) {
        try {
            return Renames.parse(arguments.values(RENAME));
        } catch (IllegalArgumentException e) {
            throw UsageException.of(e, "");
        }
    }

    private static CompletableFuture<Definition> read(Env env, Scope scope) {
        DefinitionReader reader = new DefinitionReader(
                env.directory(), failure -> env.lifetime().halt(new ErrorReport(env, false, false).tell(failure)));
        return CompletableFuture.supplyAsync(
                () -> reader.read(scope.file()), work -> new Thread(work, "instant4j-definition").start());
    }

    private static Definition join(CompletableFuture<Definition> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DefinitionException wrong) {
                throw wrong;
            }
            throw e;
        }
    }

    private static Definition checked(Scope scope, Definition definition) {
        List<Finding> errors = Checks.withoutExpressions(definition).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new DefinitionException(errors, null);
        }
        Definition wanted = scope.of(definition);
        if (wanted.schema() == null && wanted.rules() == null) {
            String what = scope.part() == Scope.Part.PERMS ? "rules" : "schema";
            throw new UsageException(scope.file() + " has no " + what + " to push.", "");
        }
        return wanted;
    }
}
