package dev.instant4j.local.stress;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A platform in a process of its own, with little memory, which can be killed at any time. */
final class PlatformProcess implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Process process;
    private final URI uri;

    private PlatformProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts a platform over a directory, and returns when it answers. */
    static PlatformProcess start(Path directory) throws IOException {
        return start(directory, List.of("-cp", System.getProperty("java.class.path")));
    }

    /** Like {@link #start(Path)} with flags that say where the classes are. */
    static PlatformProcess start(Path directory, List<String> classes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(classes);
        command.addAll(List.of(ChildPlatform.class.getName(), directory.toString()));
        Path errors = directory.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(line).as(() -> errorsIn(errors)).isNotNull();
        return new PlatformProcess(process, URI.create(line));
    }

    private static String errorsIn(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            return "The platform has told nothing, not even to " + file;
        }
    }

    URI uri() {
        return uri;
    }

    /** Returns how much memory the process has had at most, as the system counts it. */
    long peakBytes() throws IOException {
        Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        assertThat(peak.find()).isTrue();
        return Long.parseLong(peak.group(1)) << 10;
    }

    /** Asks the process to stop by itself, and waits until it has. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }
}
