package dev.instant4j.cli;

import dev.instant4j.check.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the command that was asked for and runs it. */
final class Cli {
    private final List<Command> commands;
    private final Help help;

    Cli() {
        List<Command> all =
                List.of(new PlanCommand(), new PushCommand(), new ApplyCommand(), new RunCommand(), new LocalCommand());
        this.help = new Help(all);
        this.commands =
                Stream.concat(all.stream(), Stream.of(new HelpCommand(help))).toList();
    }

    /** Runs the command that {@code words} ask for. Never throws: what goes wrong is told on the error stream. */
    ExitCode run(Env env, List<String> words) {
        try {
            return dispatch(env, words);
        } catch (Exception | Error failure) {
            return new ErrorReport(env, false, words.contains("--" + CommonOptions.JSON)).tell(failure);
        } finally {
            env.out().flush();
            env.err().flush();
        }
    }

    private ExitCode dispatch(Env env, List<String> words) {
        if (words.isEmpty()) {
            env.err().print(help.overview());
            return ExitCode.USAGE;
        }
        String first = words.get(0);
        if (List.of("--version", "-v").contains(first)) {
            env.out().println(help.version());
            return ExitCode.DONE;
        }
        String name = List.of("--help", "-h").contains(first) ? HelpCommand.NAME : first;
        return execute(env, find(name), words.subList(1, words.size()));
    }

    private ExitCode execute(Env env, Command command, List<String> words) {
        Arguments arguments = Arguments.parse(command, words);
        if (arguments.has(CommonOptions.HELP)) {
            env.out().print(help.of(command.name()));
            return ExitCode.DONE;
        }
        Env shown = arguments.has(CommonOptions.NO_COLOR) ? env.withoutColors() : env;
        try {
            return command.execute(shown, arguments);
        } catch (Exception | Error failure) {
            boolean isJson = arguments.has(CommonOptions.JSON);
            return new ErrorReport(shown, arguments.has(CommonOptions.VERBOSE), isJson).tell(failure);
        }
    }

    private Command find(String name) {
        Optional<Command> found =
                commands.stream().filter(command -> command.name().equals(name)).findFirst();
        return found.orElseThrow(() -> {
            String question =
                    Nearest.question(name, commands.stream().map(Command::name).toList());
            return new UsageException(
                    "There is no command " + name + ".", question.isEmpty() ? "See instant4j help." : question);
        });
    }
}
