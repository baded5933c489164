package dev.instant4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What README.md shows is what happens: its files and commands, in their order, are one story. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Pattern BLOCK = Pattern.compile("```(java|console)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void what_the_readme_shows_is_what_happens() throws IOException {
        String written = Files.readString(README);
        Story story = new Story(directory);
        String told = BLOCK.matcher(written).replaceAll(block -> Matcher.quoteReplacement(retell(story, block)));
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(README, told);
        }
        assertThat(told).isEqualTo(written);
    }

    @Test
    void the_readme_begins_with_the_commands_of_a_fresh_machine() throws IOException {
        assertThat(Files.readString(README)).containsOnlyOnce("""
                ```sh
                scripts/bin/instant4j push examples/todos.jsh --local --yes
                mvn -B verify
                ```
                """);
    }

    private static String retell(Story story, MatchResult block) {
        boolean isFile = block.group(1).equals("java");
        String name = block.group(2).lines().findFirst().orElse("").replaceFirst("^// ", "");
        String part = isFile ? "-- " + name + " --\n" + block.group(2) : block.group(2);
        String told = story.retell(part);
        String shown = isFile ? told.lines().skip(1).collect(Collectors.joining("\n")) : told.stripTrailing();
        return "```" + block.group(1) + "\n" + shown + "\n```";
    }
}
