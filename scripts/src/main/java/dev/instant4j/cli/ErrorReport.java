package dev.instant4j.cli;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.DefinitionException;
import dev.instant4j.error.DestructivePlanException;
import dev.instant4j.error.InstantException;
import dev.instant4j.error.StalePlanException;
import dev.instant4j.local.store.StoreException;
import dev.instant4j.model.Finding;
import dev.instant4j.render.PlanJson;
import dev.instant4j.render.Style;
import dev.instant4j.script.ScriptException;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, and which exit code that is: the one place that knows both. */
final class ErrorReport {
    private final Env env;
    private final boolean isVerbose;
    private final boolean isJson;

    /**
     * @param isVerbose whether to show stacks too
     * @param isJson whether a program reads this
     */
    ErrorReport(Env env, boolean isVerbose, boolean isJson) {
        this.env = env;
        this.isVerbose = isVerbose;
        this.isJson = isJson;
    }

    /** Tells {@code failure} on the error stream, or as a result if it is JSON, and returns what to end with. */
    ExitCode tell(Throwable failure) {
        ExitCode code = say(failure);
        if (isVerbose) {
            failure.printStackTrace(env.err());
        }
        return code;
    }

    private ExitCode say(Throwable failure) {
        if (failure instanceof UsageException usage) {
            return error(usage.getMessage(), usage.hint(), ExitCode.USAGE);
        }
        if (failure instanceof DefinitionException definition) {
            return findings(definition.findings(), ExitCode.INVALID_DEFINITION);
        }
        if (failure instanceof ScriptException script) {
            return findings(script.findings(), ExitCode.FAILED);
        }
        if (failure instanceof DestructivePlanException destructive) {
            return findings(destructive.findings(), ExitCode.REFUSED);
        }
        if (failure instanceof InstantException expected) {
            return error(expected.getMessage(), hint(expected), codeOf(expected));
        }
        if (failure instanceof UncheckedIOException file) {
            return error(file.getMessage(), String.valueOf(file.getCause()), ExitCode.FAILED);
        }
        if (failure instanceof StoreException store) {
            return error(store.getMessage(), "", ExitCode.FAILED);
        }
        return bug(failure);
    }

    private static ExitCode codeOf(InstantException failure) {
        return failure instanceof StalePlanException ? ExitCode.STALE : ExitCode.FAILED;
    }

    private static String hint(InstantException failure) {
        if (!(failure instanceof ApiException refused)) {
            return "";
        }
        String details = refused.hint().equals("null") ? "" : "Details: " + refused.hint();
        String trace = refused.traceId() == null ? "" : " (trace id " + refused.traceId() + ")";
        return details + trace;
    }

    private ExitCode findings(List<Finding> findings, ExitCode code) {
        if (isJson) {
            return document(new JsonObject().put("findings", PlanJson.findings(findings)), code);
        }
        FindingReport report = new FindingReport(env.directory(), env.errPalette());
        findings.forEach(finding -> env.err().print(report.of(finding)));
        return code;
    }

    private ExitCode bug(Throwable failure) {
        return error(
                "This is a bug of instant4j: " + failure + ".",
                isVerbose
                        ? "Please report it with what follows."
                        : "Please report it with what --verbose adds to this.",
                ExitCode.FAILED);
    }

    private ExitCode error(@Nullable String message, String hint, ExitCode code) {
        if (isJson) {
            return document(new JsonObject().put("message", message).put("hint", hint.strip()), code);
        }
        env.err().println(env.errPalette().paint(Style.ERROR, "error:") + " " + message);
        if (!hint.isBlank()) {
            env.err().println(hint.strip());
        }
        return code;
    }

    private ExitCode document(JsonObject error, ExitCode code) {
        JsonObject document = new JsonObject()
                .put("formatVersion", JsonReport.FORMAT_VERSION)
                .put("error", error)
                .put("exitCode", code.code());
        env.out().println(document.encodePrettily());
        return code;
    }
}
