package dev.instant4j.local.node;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * The tools that {@code package.json} pins, as npm installs them: once, in a folder that outlives the build.
 *
 * @param node the program that runs them
 */
record NodeTools(Path node) {
    private static final Path FOLDER = Path.of("target", "node-tools").toAbsolutePath();
    private static final int INSTALL_MINUTES = 5;

    /** Makes temporary folders where Node finds the tools from. */
    static final class Beside implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(Files.createDirectories(FOLDER), "test");
        }
    }

    /**
     * Returns the tools, which are installed first if need be. Where that can't be, the tests are skipped, and it is
     * said why; in CI they fail if there is a Node that the tools could run on.
     */
    static synchronized NodeTools installed() throws IOException, InterruptedException {
        Optional<Path> node = program("node");
        if (node.isEmpty()) {
            return skip("there is no node on the path");
        }
        Files.createDirectories(FOLDER);
        try (FileChannel lock =
                FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!isInstalled() && !install()) {
                String reason = "npm can't install them: " + FOLDER.resolve("npm.log") + " says more";
                return isCi() ? fail(reason) : skip(reason);
            }
        }
        return new NodeTools(node.get());
    }

    /** Returns the program that {@code instant-cli} is. */
    Path cli() {
        return FOLDER.resolve(Path.of("node_modules", "instant-cli", "bin", "index.js"));
    }

    /** Returns a file of the project that comes with these tests. */
    static byte[] file(String name) throws IOException {
        try (InputStream in = NodeTools.class.getResourceAsStream("/node/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static boolean isInstalled() throws IOException {
        Path stamp = FOLDER.resolve("installed.json");
        return Files.exists(stamp) && Arrays.equals(Files.readAllBytes(stamp), file("package.json"));
    }

    private static boolean install() throws IOException, InterruptedException {
        Files.write(FOLDER.resolve("package.json"), file("package.json"));
        Process npm;
        try {
            npm = new ProcessBuilder(
                            "npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
        } catch (IOException missing) {
            Files.writeString(FOLDER.resolve("npm.log"), missing.getMessage());
            return false;
        }
        if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            npm.destroyForcibly().waitFor();
        }
        boolean isDone = npm.exitValue() == 0;
        if (isDone) {
            Files.write(FOLDER.resolve("installed.json"), file("package.json"));
        }
        return isDone;
    }

    private static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    private static NodeTools skip(String reason) {
        System.err.println("SKIPPED: the tests with the tools for Node, since " + reason + ".");
        return Assumptions.abort(reason);
    }

    private static NodeTools fail(String reason) {
        throw new AssertionError("The tools for Node are not there: " + reason + ".");
    }
}
