package dev.instant4j.cli;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {

    @ParameterizedTest
    @MethodSource("commands")
    void every_option_of_a_command_is_explained(Command command) {
        String text = new Help(commands().toList()).of(command.name());
        List<String> explained = text.lines()
                .filter(line -> line.strip().startsWith("-"))
                .map(line -> line.replaceFirst("^ *(-\\w, )?(--[\\w-]+).*", "$2"))
                .toList();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(command.options().getOptions().stream()
                        .map(option -> "--" + option.getLongOpt())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_option_takes_a_value_exactly_if_its_explanation_says_so(Command command) {
        String text = new Help(commands().toList()).of(command.name());
        assertThat(command.options().getOptions())
                .allSatisfy(option -> assertThat(text)
                        .containsPattern(
                                "--" + option.getLongOpt() + (option.hasArg() ? " [A-Z:]+ " : " +[A-Z][a-z]")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void letters_of_options_are_explained(Command command) {
        String text = new Help(commands().toList()).of(command.name());
        assertThat(command.options().getOptions())
                .filteredOn(option -> option.getOpt() != null)
                .map(Option::getOpt)
                .allSatisfy(letter -> assertThat(text).contains("  -" + letter + ", --"));
    }

    private static Stream<Command> commands() {
        return Stream.of(
                new PlanCommand(), new PushCommand(), new ApplyCommand(), new RunCommand(), new LocalCommand());
    }
}
