package dev.instant4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/** The texts that explain the command. */
final class Help {
    static final String EXIT_CODES = "exit-codes";

    private final List<Command> commands;

    Help(List<Command> commands) {
        this.commands = commands;
    }

    /** Returns what the command is for, and its commands. */
    String overview() {
        String list = commands.stream()
                .map(command -> "  %-19s %s\n".formatted(command.name(), command.summary()))
                .collect(joining());
        return resource("overview").replace("{commands}\n", list);
    }

    /**
     * Returns the text about a command, or about the exit codes.
     *
     * @throws UsageException if there is no such topic
     */
    String of(String topic) {
        if (topic.equals(EXIT_CODES)) {
            return exitCodes();
        }
        boolean isKnown = topic.equals(HelpCommand.NAME)
                || commands.stream().anyMatch(command -> command.name().equals(topic));
        if (!isKnown) {
            throw new UsageException("There is no help about " + topic + ".", "See instant4j help.");
        }
        return topic.equals(HelpCommand.NAME) ? overview() : resource(topic);
    }

    String version() {
        return "instant4j "
                + Objects.requireNonNullElse(Help.class.getPackage().getImplementationVersion(), "(unpackaged)");
    }

    private static String exitCodes() {
        return Arrays.stream(ExitCode.values())
                .map(code -> "%3d  %s\n".formatted(code.code(), code.meaning()))
                .collect(joining());
    }

    private static String resource(String name) {
        try (InputStream text = Help.class.getResourceAsStream("help/" + name + ".txt")) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the help text " + name + ".", e);
        }
    }
}
