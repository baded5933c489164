package dev.instant4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Tells every story again. With {@code -Dgoldens=write} what happens now becomes the story. */
class StoriesTest {
    private static final Path STORIES = Path.of("src/test/resources/stories");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> a_story_told_again_is_the_same() throws IOException {
        return stories().map(story -> DynamicTest.dynamicTest(nameOf(story), () -> tellAgain(story)));
    }

    @Test
    void there_are_stories() throws IOException {
        assertThat(stories()).hasSizeGreaterThan(5);
    }

    private void tellAgain(Path story) throws IOException {
        Path place = Files.createDirectory(directory.resolve(nameOf(story)));
        String written = Files.readString(story);
        String told = new Story(place).retell(written);
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(story, told);
        }
        assertThat(told).isEqualTo(written);
    }

    private static String nameOf(Path story) {
        return story.getFileName().toString().replace(".txt", "");
    }

    private static Stream<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.sorted().toList().stream();
        }
    }
}
