package dev.instant4j.cli;

import dev.instant4j.check.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.CommandLineParser;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** What was written behind the name of a command. */
final class Arguments {
    private final CommandLine line;

    private Arguments(CommandLine line) {
        this.line = line;
    }

    /**
     * Reads the arguments of {@code command}.
     *
     * @throws UsageException if it has no such option, or an option lacks its value
     */
    static Arguments parse(Command command, List<String> words) {
        Options options = command.options();
        CommandLineParser parser =
                DefaultParser.builder().setAllowPartialMatching(false).get();
        try {
            CommandLine line = parser.parse(options, words.toArray(new String[0]), command.passesArgumentsOn());
            if (command.passesArgumentsOn()) {
                refuseUnknownOption(command, line.getArgList());
            }
            return new Arguments(line);
        } catch (UnrecognizedOptionException e) {
            throw unknownOption(command, e.getOption());
        } catch (MissingArgumentException e) {
            String name = nameOf(e.getOption());
            throw new UsageException(name + " needs a value.", helpHint(command));
        } catch (ParseException e) {
            throw new UsageException(e.getMessage() + ".", helpHint(command));
        }
    }

    boolean has(String option) {
        return line.hasOption(option);
    }

    /** Returns the value of an option; the last one if it was given more than once. */
    Optional<String> value(String option) {
        List<String> values = values(option);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** Returns all values of an option, in the order they were given. */
    List<String> values(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** Returns what is no option. */
    List<String> operands() {
        return line.getArgList();
    }

    /** Returns a sentence that says where to read more. */
    static String helpHint(Command command) {
        return "See instant4j help " + command.name() + ".";
    }

    private static void refuseUnknownOption(Command command, List<String> operands) {
        if (!operands.isEmpty() && operands.get(0).startsWith("-")) {
            throw unknownOption(command, operands.get(0));
        }
    }

    private static UsageException unknownOption(Command command, String option) {
        String name = option.replaceFirst("=.*", "");
        List<String> known = command.options().getOptions().stream()
                .flatMap(each -> Stream.of("--" + each.getLongOpt()))
                .sorted()
                .toList();
        String question = Nearest.question(name, known);
        return new UsageException(
                command.name() + " has no option " + name + ".", question.isEmpty() ? helpHint(command) : question);
    }

    private static String nameOf(Option option) {
        return "--" + option.getLongOpt();
    }
}
