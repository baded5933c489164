package dev.instant4j.cli;

import java.util.List;
import org.apache.commons.cli.Options;

/** {@code help [COMMAND|exit-codes]}: prints a help text. */
final class HelpCommand implements Command {
    static final String NAME = "help";

    private final Help help;

    HelpCommand(Help help) {
        this.help = help;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Explains a command";
    }

    @Override
    public Options options() {
        return CommonOptions.general();
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        List<String> topics = arguments.operands();
        env.out().print(topics.isEmpty() ? help.overview() : help.of(topics.get(0)));
        return ExitCode.DONE;
    }
}
