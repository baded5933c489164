package dev.instant4j.cli;

import dev.instant4j.check.Checks;
import dev.instant4j.cli.PlatformChoice.Remote;
import dev.instant4j.diff.Renames;
import dev.instant4j.error.DefinitionException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.push.Push;
import dev.instant4j.script.DefinitionReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.cli.Options;

/** What planning and pushing have in common: from the words on the command line to a plan. */
final class Planning implements AutoCloseable {
    static final String RENAME = "rename";

    private final Target target;
    private final Connection connection;
    private final Push push;
    private final Plan plan;

    private Planning(Connection connection, Target target, Push push, Plan plan) {
        this.connection = connection;
        this.target = target;
        this.push = push;
        this.plan = plan;
    }

    static Options options() {
        return CommonOptions.platform()
                .addOption(CommonOptions.value("a", CommonOptions.APP))
                .addOption(CommonOptions.value(null, RENAME));
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
            Definition wanted = checked(scope, join(reading));
            Target target = Target.of(connection, app, env, arguments, scope.file());
            Push push = new Push(target.platform(), IdSource.random());
            Plan plan = push.plan(target.app(), wanted, renames).await();
            return new Planning(connection, target, push, plan);
        } catch (Exception | Error failure) {
            connection.close();
            throw failure;
        }
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

    @Override
    public void close() {
        connection.close();
    }

    /** Returns how a plan that can't be carried out ends; renames that can't be done are refused by a guard. */
    static ExitCode codeOf(List<Finding> errors) {
        boolean isRenamesOnly =
                errors.stream().allMatch(finding -> finding.code().equals("IDB121"));
        return isRenamesOnly ? ExitCode.REFUSED : ExitCode.INVALID_DEFINITION;
    }

    private static void requireToken(PlatformChoice choice) {
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
                env.directory(), failure -> env.lifetime().halt(new ErrorReport(env, false).tell(failure)));
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
        List<Finding> errors = Checks.of(definition).stream()
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
