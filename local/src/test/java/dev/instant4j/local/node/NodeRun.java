package dev.instant4j.local.node;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/** A program under way, which is ended when it takes far too long. */
final class NodeRun {
    private static final int DEADLINE_SECONDS = 120;

    private final Process process;
    private final BufferedReader out;
    private final Path errors;
    private final CompletableFuture<Process> end;

    NodeRun(Process process, Path errors) {
        this.process = process;
        this.out = process.inputReader(UTF_8);
        this.errors = errors;
        this.end =
                process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).exceptionally(late -> killed(process));
    }

    /** Ends a process, but leaves readable what it has said: {@link Process#destroyForcibly} would not. */
    private static Process killed(Process process) {
        process.toHandle().destroyForcibly();
        return process;
    }

    /**
     * What a program has come to.
     *
     * @param code its exit code
     * @param out what it wrote to stdout that was not read before
     * @param err what it wrote to stderr
     */
    record Outcome(int code, String out, String err) {
        /** Returns this if the program has ended well. */
        Outcome succeeded() {
            if (code != 0) {
                throw new AssertionError("Ended with " + code + ".\n" + out + err);
            }
            return this;
        }

        JsonObject json() {
            return new JsonObject(out);
        }
    }

    /** Reads on until a line with {@code text}, and returns what follows the text in it. */
    String awaitLineWith(String text) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains(text)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new AssertionError("Ended without saying: " + text);
        }
        return line.substring(line.indexOf(text) + text.length());
    }

    /** Waits for the end. */
    Outcome outcome() throws IOException, InterruptedException {
        String rest = out.lines().map(line -> line + "\n").collect(joining());
        end.join();
        return new Outcome(process.waitFor(), rest, Files.readString(errors));
    }
}
