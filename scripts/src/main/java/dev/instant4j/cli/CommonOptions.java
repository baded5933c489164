package dev.instant4j.cli;

import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** The options that several commands have, each written once. */
final class CommonOptions {
    static final String APP = "app";
    static final String TOKEN = "token";
    static final String API_URI = "api-uri";
    static final String LOCAL = "local";
    static final String DATA = "data";
    static final String JSON = "json";
    static final String NO_COLOR = "no-color";
    static final String VERBOSE = "verbose";
    static final String HELP = "help";

    private CommonOptions() {}

    /** Returns the options that every command has. */
    static Options general() {
        return new Options()
                .addOption(flag("h", HELP))
                .addOption(flag(null, NO_COLOR))
                .addOption(flag(null, VERBOSE));
    }

    /** Returns the general options and those that say which platform to use, as whom. */
    static Options platform() {
        return general()
                .addOption(flag(null, LOCAL))
                .addOption(value(null, DATA))
                .addOption(value("t", TOKEN))
                .addOption(value(null, API_URI));
    }

    static Option flag(@Nullable String letter, String name) {
        return Option.builder(letter).longOpt(name).get();
    }

    static Option value(@Nullable String letter, String name) {
        return Option.builder(letter).longOpt(name).hasArg().get();
    }
}
