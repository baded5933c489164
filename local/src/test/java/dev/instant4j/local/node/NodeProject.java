package dev.instant4j.local.node;

import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A Node project in a folder of its own, whose tools know one platform and nothing of the machine: their home and what
 * they leave behind are in that folder too.
 *
 * @param tools what is run
 * @param folder where the project is
 * @param environment all variables that the tools see
 */
record NodeProject(NodeTools tools, Path folder, Map<String, String> environment) {
    private static final List<String> FILES =
            List.of("package.json", "instant.schema.ts", "instant.perms.ts", "platform.mjs", "admin.mjs");

    /** Makes a project in a new folder below {@code parent}, which was made {@link NodeTools.Beside} the tools. */
    static NodeProject in(Path parent, NodeTools tools, URI platform) throws IOException {
        Path folder = Files.createTempDirectory(parent, "project");
        for (String file : FILES) {
            Files.write(folder.resolve(file), NodeTools.file(file));
        }
        String home = Files.createTempDirectory(parent, "home").toString();
        return new NodeProject(
                tools,
                folder,
                Map.of(
                        "PATH",
                        System.getenv("PATH"),
                        "HOME",
                        home,
                        "XDG_CONFIG_HOME",
                        home,
                        "TMPDIR",
                        home,
                        "CI",
                        "true",
                        "INSTANT_CLI_NO_BROWSER",
                        "1",
                        "INSTANT_CLI_DASH_URI",
                        platform.toString(),
                        "INSTANT_CLI_API_URI",
                        platform.toString(),
                        "NO_COLOR",
                        "1"));
    }

    /** Returns this project with a variable set. */
    NodeProject with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new NodeProject(tools, folder, more);
    }

    /** Returns this project as it is for whoever has a token of an account. */
    NodeProject as(Token token) {
        return with("INSTANT_CLI_AUTH_TOKEN", token.reveal());
    }

    /** Returns this project as it is for whoever administers an app. */
    NodeProject of(AppId app, Token adminToken) {
        return with("INSTANT_APP_ID", app.toString()).with("INSTANT_APP_ADMIN_TOKEN", adminToken.reveal());
    }

    /** Runs the command line tool to its end. */
    NodeRun.Outcome cli(String... words) throws IOException, InterruptedException {
        return startCli(words).outcome();
    }

    /** Starts the command line tool. */
    NodeRun startCli(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(tools.cli().toString()));
        command.addAll(List.of(words));
        return start(command, "");
    }

    /** Runs a script of the project on an input, and returns its answer. */
    JsonObject script(String name, JsonObject input) throws IOException, InterruptedException {
        return new JsonObject(
                start(List.of(name), input.encode()).outcome().succeeded().out());
    }

    private NodeRun start(List<String> words, String input) throws IOException {
        List<String> command = new ArrayList<>(List.of(tools.node().toString()));
        command.addAll(words);
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        return new NodeRun(process, errors);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
