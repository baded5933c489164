package dev.instant4j.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A story of the command in one text: files ({@code -- name --} and their lines), commands ({@code $ ...}) with what
 * was typed at a terminal ({@code < ...}), and what came of it: lines of stdout as they are, of stderr behind
 * {@code ! }, and {@code [exit N]} unless it was 0. Telling it again gives the same text, or something has changed.
 */
final class Story {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern FILE = Pattern.compile("-- (\\S+) --");
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");

    private final Path directory;
    private StringBuilder told = new StringBuilder();
    private List<String> lines = List.of();
    private int next;

    /** @param directory empty; the story's files are written there */
    Story(Path directory) {
        this.directory = directory;
    }

    /** Returns the story, or its next part, with what happens now in place of what is written. */
    String retell(String text) {
        told = new StringBuilder();
        lines = text.lines().toList();
        next = 0;
        while (next < lines.size()) {
            String line = lines.get(next++);
            if (FILE.matcher(line).matches()) {
                tell(line);
                write(line.substring(3, line.length() - 3));
            } else if (line.startsWith("$ ")) {
                tell(line);
                run(line.substring(2));
            } else if (line.isEmpty() || line.startsWith("#")) {
                tell(line);
            }
        }
        return told.toString();
    }

    private void write(String name) {
        StringBuilder content = new StringBuilder();
        while (next < lines.size() && !startsSomethingElse(lines.get(next))) {
            content.append(lines.get(next)).append('\n');
            tell(lines.get(next++));
        }
        try {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.writeString(directory.resolve(name), content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + name + ".", e);
        }
    }

    private static boolean startsSomethingElse(String line) {
        return line.startsWith("$ ") || FILE.matcher(line).matches();
    }

    private void run(String command) {
        List<String> typed = new ArrayList<>();
        while (next < lines.size() && lines.get(next).startsWith("< ")) {
            typed.add(lines.get(next).substring(2));
            tell(lines.get(next++));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = List.of(command.split(" +"));
        ExitCode code = new Cli().run(env(typed, out, err), words.subList(1, words.size()));
        Printed.by(words.subList(1, words.size()), out.toString(UTF_8), err.toString(UTF_8));
        out.toString(UTF_8).lines().map(Story::normal).forEach(this::tell);
        err.toString(UTF_8).lines().map(Story::normal).forEach(line -> tell(("! " + line).stripTrailing()));
        if (code != ExitCode.DONE) {
            tell("[exit " + code.code() + "]");
        }
        tell("");
        skipOldOutput();
    }

    private void skipOldOutput() {
        while (next < lines.size()
                && !startsSomethingElse(lines.get(next))
                && !lines.get(next).startsWith("# ")) {
            next++;
        }
    }

    private Env env(List<String> typed, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        boolean isTerminal = !typed.isEmpty();
        return new Env(
                new ByteArrayInputStream(String.join("\n", typed).getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                new Env.Terminals(isTerminal, false, isTerminal),
                Map.of("NO_COLOR", "1", "STORY", "told"),
                directory,
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC),
                new NoProcess());
    }

    private static String normal(String line) {
        String shown = line.replace("\r", "").replaceAll("\u001B\\[2K", "");
        return PORT.matcher(UUID.matcher(shown).replaceAll("<uuid>")).replaceAll("127.0.0.1:<port>");
    }

    private void tell(String line) {
        told.append(line).append('\n');
    }

    private record NoProcess() implements Env.Lifetime {

        @Override
        public void halt(ExitCode code) {
            throw new AssertionError("A story does not end its process.");
        }

        @Override
        public void onStop(Runnable close) {
            close.run();
        }
    }
}
