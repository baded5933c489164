package dev.instant4j.cli;

import dev.instant4j.cli.Env.Lifetime;
import dev.instant4j.cli.Env.Terminals;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.local.LocalApp;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A directory with definitions, and a long-lived app with data on a platform that the command reaches over HTTP. */
final class Workplace implements AutoCloseable {
    private final Path directory;
    private final Vertx vertx = Connection.vertx();
    private final LocalPlatform platform;
    private final LocalApp app;
    private final Map<String, String> variables = new LinkedHashMap<>();

    /**
     * What a command came to.
     *
     * @param out all it wrote to stdout
     * @param err all it wrote to stderr
     */
    record Run(ExitCode code, String out, String err) {

        /** Returns the one JSON document that was written. */
        JsonObject json() {
            return new JsonObject(out);
        }
    }

    Workplace(Path directory) {
        this(directory, request -> {});
    }

    /** @param log gets a line for each request that has been answered */
    Workplace(Path directory, Consumer<String> log) {
        this.directory = directory;
        LocalOptions options = LocalOptions.inMemory().withRequestLog(log);
        platform = LocalPlatform.start(vertx, options).await();
        app = platform.appFor(directory.resolve("kept")).await();
        variables.put("INSTANT_CLI_API_URI", platform.uri().toString());
        variables.put("INSTANT_APP_ID", app.id().toString());
        variables.put("INSTANT_APP_ADMIN_TOKEN", app.adminToken().reveal());
    }

    /** Writes a definition of that schema, with rules that deny everything. */
    Workplace define(String file, String... parts) throws IOException {
        String text = "var schema = schema(\n    " + String.join(",\n    ", parts) + ");\n"
                + "var rules = rules(byDefault(deny()));\n";
        Files.writeString(directory.resolve(file), text);
        return this;
    }

    Path path(String file) {
        return directory.resolve(file);
    }

    void set(String variable, String value) {
        variables.put(variable, value);
    }

    Map<String, String> variables() {
        return variables;
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** Goes on with an app that vanishes by itself. */
    void useTemporaryApp() {
        JsonObject made = post("/dash/apps/ephemeral", new JsonObject().put("title", "temporary"));
        variables.put("INSTANT_APP_ID", made.getJsonObject("app").getString("id"));
        variables.put("INSTANT_APP_ADMIN_TOKEN", made.getJsonObject("app").getString("admin-token"));
    }

    /** Goes on with a new app of someone who acts with a token that has some scopes only. */
    void useAppWithScopes(String scopes) {
        String token = platform.users()
                .credentials()
                .await()
                .getJsonObject("oauth")
                .getJsonObject("tokens")
                .getJsonObject(scopes)
                .getString("access_token");
        InstantPlatform client =
                InstantPlatform.create(vertx, PlatformOptions.at(platform.uri()).withToken(Token.of(token)));
        AppId made = client.apps().create(NewApp.titled("scoped")).await().id();
        client.close().await();
        variables.remove("INSTANT_APP_ADMIN_TOKEN");
        variables.put("INSTANT_CLI_AUTH_TOKEN", token);
        variables.put("INSTANT_APP_ID", made.toString());
    }

    /** Runs the command without a terminal. */
    Run run(String... words) {
        return run(Terminals.NONE, "", words);
    }

    /** Runs the command at a terminal at which these lines are typed. */
    Run runTyping(List<String> lines, String... words) {
        String typed = String.join("", lines.stream().map(line -> line + "\n").toList());
        return run(new Terminals(true, false, true), typed, words);
    }

    private Run run(Terminals terminals, String typed, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Env env = new Env(
                new ByteArrayInputStream(typed.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                terminals,
                variables,
                directory,
                Clock.systemUTC(),
                new Unending());
        ExitCode code = new Cli().run(env.withoutColors(), List.of(words));
        Printed.by(List.of(words), out.toString(UTF_8), err.toString(UTF_8));
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private record Unending() implements Lifetime {
        @Override
        public void halt(ExitCode code) {
            throw new AssertionError("halted with " + code);
        }

        @Override
        public void onStop(Runnable close) {
            throw new AssertionError("waits to be stopped");
        }
    }

    /** Writes one entity and returns its id. */
    String add(String entity, JsonObject attrs) {
        String id = UUID.randomUUID().toString();
        update(entity, id, attrs);
        return id;
    }

    void update(String entity, String id, JsonObject attrs) {
        transact(new JsonArray().add("update").add(entity).add(id).add(attrs));
    }

    void delete(String entity, String id) {
        transact(new JsonArray().add("delete").add(entity).add(id).add(new JsonObject()));
    }

    void link(String entity, String id, String label, String to) {
        transact(new JsonArray().add("link").add(entity).add(id).add(new JsonObject().put(label, to)));
    }

    private void transact(JsonArray step) {
        post("/admin/transact", new JsonObject().put("steps", new JsonArray().add(step)));
    }

    /** Returns all entities of one kind, with what is linked to them under {@code labels}. */
    JsonArray read(String entity, String... labels) {
        JsonObject nested = new JsonObject();
        List.of(labels).forEach(label -> nested.put(label, new JsonObject()));
        JsonObject query = new JsonObject().put("query", new JsonObject().put(entity, nested));
        return post("/admin/query", query).getJsonArray(entity);
    }

    private JsonObject post(String path, JsonObject body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(platform.uri() + path)
                .putHeader("content-type", "application/json")
                .putHeader("app-id", app.id().toString())
                .putHeader("authorization", "Bearer " + app.adminToken().reveal());
        JsonObject answer = vertx.createHttpClient()
                .request(options)
                .compose(request -> request.send(body.toBuffer()).compose(HttpClientResponse::body))
                .await()
                .toJsonObject();
        if (answer.containsKey("type") && answer.containsKey("message")) {
            throw new IllegalStateException(answer.encode());
        }
        return answer;
    }

    @Override
    public void close() {
        platform.close().await();
        vertx.close().await();
    }
}
