package dev.instant4j.cli;

import dev.instant4j.check.Protections;
import dev.instant4j.cli.PlatformChoice.Embedded;
import dev.instant4j.error.ApiException;
import dev.instant4j.model.Finding;
import dev.instant4j.plan.Plan;
import dev.instant4j.push.LockFile;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is protected in an app, remembered beside its definition. Nothing is ever remembered of apps that vanish by
 * themselves, nor of the embedded platform.
 */
final class Memory {
    private final Target target;
    private final URI platform;
    private final boolean isLocal;
    private final Path definition;

    /** @param definition the file beside which to remember */
    Memory(PlatformChoice choice, Target target, Path definition) {
        this.target = target;
        this.platform = choice.address();
        this.isLocal = choice instanceof Embedded;
        this.definition = definition;
    }

    URI platform() {
        return platform;
    }

    Target target() {
        return target;
    }

    /** Returns what a plan deletes although it was protected when its definition was pushed last. Blocks. */
    List<Finding> objections(Plan plan) {
        return isLocal ? List.of() : remembered().objections(plan.changes());
    }

    /** Remembers what is protected now, if this is an app to remember. Blocks. */
    void remember(Protections protections) {
        Path directory = definition.getParent();
        boolean isPlaceThere = directory != null && Files.isDirectory(directory);
        if (isLocal || !isPlaceThere || protections.equals(remembered()) || isTemporary()) {
            return;
        }
        try {
            LockFile.beside(definition).remember(platform, target.app(), protections);
        } catch (IOException e) {
            throw new UncheckedIOException("It was pushed, but what is protected can't be remembered.", e);
        }
    }

    private Protections remembered() {
        try {
            return LockFile.beside(definition).protections(platform, target.app());
        } catch (IOException e) {
            throw new UncheckedIOException("What is protected can't be read.", e);
        } catch (IllegalArgumentException damaged) {
            throw UsageException.of(damaged, "");
        }
    }

    private boolean isTemporary() {
        return target.platform()
                .apps()
                .temporary()
                .get(target.app())
                .map(status -> true)
                .recover(failure ->
                        failure instanceof ApiException ? Future.succeededFuture(false) : Future.failedFuture(failure))
                .await();
    }
}
