package dev.instant4j.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargeSurveyTest {
    /** A hundred thousand take some minutes on a busy machine. */
    private static final int ENTITIES = Integer.getInteger("stress.entities", 6_000);

    @Test
    void a_preflight_needs_less_memory_than_the_data_it_looks_at() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                        java,
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeSurvey.class.getName(),
                        String.valueOf(ENTITIES))
                .redirectErrorStream(true)
                .start();

        String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(told.lines()).as(told).endsWith(String.valueOf(ENTITIES / 2));
        assertThat(child.waitFor()).isZero();
    }
}
