package dev.instant4j.local.wire;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The differences that an embedded platform may show. */
final class Allowances {
    private static final int SERVER_FAULT = 500;
    private static final int REFUSED = 400;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final List<Allowance> allowances;

    private Allowances(List<Allowance> allowances) {
        this.allowances = allowances;
    }

    private record Allowance(Pattern scenario, Pattern path) {}

    static Allowances read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return new Allowances(lines.map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(Allowances::allowance)
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Allowance allowance(String line) {
        int space = line.lastIndexOf(' ');
        String scenario = space < 0 ? "*" : line.substring(0, space).strip();
        String path = line.substring(space + 1);
        return new Allowance(
                Pattern.compile(glob(scenario, ".*")),
                Pattern.compile(glob(path.replace("**", "\u0000"), "[^/]*").replace("\u0000", "\\E.*\\Q") + "(/.*)?"));
    }

    private static String glob(String pattern, String star) {
        return "\\Q" + pattern.replace("*", "\\E" + star + "\\Q") + "\\E";
    }

    /** Tells whether a difference at a path of a scenario does not count. */
    boolean cover(String scenario, String path) {
        return allowances.stream()
                .anyMatch(allowance -> allowance.scenario().matcher(scenario).matches()
                        && allowance.path().matcher(path).matches());
    }

    /** Tells whether the recorded answer is a fault of the real platform that need not be copied. */
    static boolean forgive(JsonObject recorded, int status) {
        int expected = recorded.getInteger("status");
        boolean isEmpty = expected == OK && "".equals(recorded.getValue("text"));
        return expected == SERVER_FAULT ? status >= REFUSED : isEmpty && status == NOT_FOUND;
    }
}
