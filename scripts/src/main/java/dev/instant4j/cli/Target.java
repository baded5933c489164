package dev.instant4j.cli;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.local.LocalApp;
import dev.instant4j.model.AppId;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.plan.SavedPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The app that a command is about.
 *
 * @param platform acts as someone who may change the app
 * @param app which one
 * @param description what kind of app it is, for people; empty if there is nothing to say
 */
record Target(InstantPlatform platform, AppId app, String description) {
    private static final List<String> APP_VARIABLES = List.of(
            "INSTANT_APP_ID",
            "NEXT_PUBLIC_INSTANT_APP_ID",
            "PUBLIC_INSTANT_APP_ID",
            "VITE_INSTANT_APP_ID",
            "EXPO_PUBLIC_INSTANT_APP_ID",
            "NUXT_PUBLIC_INSTANT_APP_ID",
            "BUN_PUBLIC_INSTANT_APP_ID");

    /**
     * Returns the app that is named by {@code --app} or the environment; empty with {@code --local}, which needs none.
     *
     * @throws UsageException if none is named where one is needed
     */
    static Optional<AppId> named(Env env, Arguments arguments) {
        if (!arguments.has(CommonOptions.LOCAL)) {
            return Optional.of(parse(idFrom(env, arguments)));
        }
        if (arguments.has(CommonOptions.APP)) {
            throw new UsageException("--local chooses the app by itself.", "Leave --app out.");
        }
        return Optional.empty();
    }

    /**
     * Finds the app: the one that was named, or on the embedded platform the one of the definition file, or a new
     * temporary one if it is in memory. Blocks.
     */
    static Target of(Connection connection, Optional<AppId> named, Env env, Arguments arguments, Path file) {
        if (named.isPresent()) {
            return new Target(connection.platform(), named.get(), "");
        }
        return arguments.has(CommonOptions.DATA) ? ofDefinition(connection, env, file) : temporary(connection, file);
    }

    /**
     * Finds the app of a saved plan. Blocks.
     *
     * @throws UsageException if the options name another one
     */
    static Target of(Connection connection, Env env, Arguments arguments, SavedPlan saved) {
        if (connection.local().isPresent()) {
            return checked(ofDefinition(connection, env, Path.of(saved.definition())), saved);
        }
        AppId named = named(env, arguments, saved.app());
        return checked(new Target(connection.platform(), named, ""), saved);
    }

    private static AppId named(Env env, Arguments arguments, AppId otherwise) {
        return idGiven(env, arguments).map(Target::parse).orElse(otherwise);
    }

    private static Target checked(Target target, SavedPlan saved) {
        if (!target.app().equals(saved.app())) {
            throw new UsageException("The plan is for the app " + saved.app() + ", not for " + target.app() + ".", "");
        }
        return target;
    }

    private static String idFrom(Env env, Arguments arguments) {
        return idGiven(env, arguments)
                .orElseThrow(() -> new UsageException(
                        "Which app is it?", "Name it with --app ID or INSTANT_APP_ID, or try --local."));
    }

    private static Optional<String> idGiven(Env env, Arguments arguments) {
        return arguments
                .value(CommonOptions.APP)
                .or(() -> APP_VARIABLES.stream()
                        .map(name -> env.variables().getOrDefault(name, "").strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst());
    }

    private static AppId parse(String id) {
        try {
            return AppId.parse(id);
        } catch (IllegalArgumentException e) {
            throw UsageException.of(e, "");
        }
    }

    private static Target temporary(Connection connection, Path file) {
        String title = String.valueOf(file.getFileName());
        TemporaryApp app = connection
                .platform()
                .apps()
                .createTemporary(NewApp.titled(title))
                .await();
        return new Target(
                connection.platform().withToken(app.adminToken()), app.id(), "temporary, gone with this command");
    }

    private static Target ofDefinition(Connection connection, Env env, Path file) {
        LocalApp app = connection
                .local()
                .orElseThrow()
                .appFor(env.directory().resolve(file))
                .await();
        return new Target(connection.platform().withToken(app.adminToken()), app.id(), "local");
    }
}
