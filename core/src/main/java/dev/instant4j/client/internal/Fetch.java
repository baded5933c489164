package dev.instant4j.client.internal;

import dev.instant4j.model.Token;
import dev.instant4j.model.backup.DownloadProgress;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A file to bring into a folder.
 *
 * @param operation what is asked for, as a failure names it
 * @param url gets an address to try: a secret, as whoever knows it can do the same
 * @param folder where to
 * @param name below the folder; may have folders in it
 * @param progress is told after each piece
 */
public record Fetch(
        String operation,
        Supplier<Future<Token>> url,
        Path folder,
        String name,
        Consumer<? super DownloadProgress> progress) {

    /** Returns this wish with someone else who is told after each piece. */
    public Fetch told(Consumer<? super DownloadProgress> newProgress) {
        return new Fetch(operation, url, folder, name, newProgress);
    }

    /** Returns where the file is to be; throws {@link IllegalArgumentException} if that is not in the folder. */
    Path target() {
        Path base = folder.toAbsolutePath().normalize();
        Path file = base.resolve(name).normalize();
        if (!file.startsWith(base) || file.equals(base)) {
            throw new IllegalArgumentException("A file called \"" + name + "\" would not be in " + folder + ".");
        }
        return file;
    }
}
