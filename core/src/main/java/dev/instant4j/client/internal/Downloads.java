package dev.instant4j.client.internal;

import dev.instant4j.client.PlatformOptions;
import dev.instant4j.error.ApiException;
import dev.instant4j.model.Token;
import dev.instant4j.model.backup.DownloadProgress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings files from addresses that need no token into a folder, whole or not at all. */
public final class Downloads {
    private final Vertx vertx;
    private final PlatformOptions options;
    private volatile @Nullable HttpClient client;

    Downloads(Vertx vertx, PlatformOptions options) {
        this.vertx = vertx;
        this.options = options;
    }

    /**
     * Downloads a file.
     *
     * @param url where from: a secret, as whoever knows it can do the same
     */
    public Future<Path> run(
            String operation, Token url, Path folder, String name, Consumer<? super DownloadProgress> progress) {
        Answers answers = new Answers(operation, hostOf(url), new Redaction(List.of(url)));
        return Future.succeededFuture(name)
                .map(wanted -> within(folder, wanted))
                .compose(file -> client().request(request(url))
                        .compose(HttpClientRequest::send)
                        .compose(response -> store(operation, response, file, progress))
                        .recover(failure -> failure instanceof ApiException
                                ? Future.failedFuture(failure)
                                : Future.failedFuture(answers.missing(failure, false))));
    }

    Future<Void> close() {
        HttpClient opened = client;
        return opened == null ? Future.succeededFuture() : opened.close();
    }

    private Future<Path> store(
            String operation, HttpClientResponse response, Path file, Consumer<? super DownloadProgress> progress) {
        if (response.statusCode() != 200) {
            response.request().reset();
            return Future.failedFuture(
                    new ApiException(operation, response.statusCode(), "", "the file is not to be had", "null", null));
        }
        response.pause();
        boolean isCompressed = "zstd".equals(response.getHeader("content-encoding"));
        Path whole = isCompressed ? file.resolveSibling(file.getFileName() + ".zst") : file;
        String part = whole + ".part";
        return vertx.fileSystem()
                .mkdirs(String.valueOf(whole.getParent()))
                .compose(made -> vertx.fileSystem().open(part, new OpenOptions().setTruncateExisting(true)))
                .compose(opened -> pipe(response, opened, progress))
                .compose(written ->
                        vertx.fileSystem().move(part, whole.toString(), new CopyOptions().setReplaceExisting(true)))
                .map(whole)
                .recover(failure -> vertx.fileSystem().delete(part).transform(gone -> Future.failedFuture(failure)));
    }

    private static Future<Void> pipe(
            HttpClientResponse response, AsyncFile file, Consumer<? super DownloadProgress> progress) {
        return response.pipeTo(new CountingFile(file, total(response), progress));
    }

    private static long total(HttpClientResponse response) {
        String length = response.getHeader("content-length");
        return length == null ? -1 : Long.parseLong(length);
    }

    private RequestOptions request(Token url) {
        return new RequestOptions()
                .setAbsoluteURI(url.reveal())
                .setFollowRedirects(false)
                .setIdleTimeout(options.limits().deadline().toMillis());
    }

    private synchronized HttpClient client() {
        HttpClient opened = client;
        if (opened == null) {
            opened = vertx.createHttpClient(new HttpClientOptions()
                    .setConnectTimeout(
                            Math.toIntExact(options.limits().connectTimeout().toMillis())));
            client = opened;
        }
        return opened;
    }

    private static Path within(Path folder, String name) {
        Path base = folder.toAbsolutePath().normalize();
        Path file = base.resolve(name).normalize();
        if (!file.startsWith(base) || file.equals(base)) {
            throw new IllegalArgumentException("A file called \"" + name + "\" would not be in " + folder + ".");
        }
        return file;
    }

    /** Returns where an address leads without what makes it a secret. */
    private static URI hostOf(Token url) {
        URI whole = URI.create(url.reveal());
        return URI.create(whole.getScheme() + "://" + whole.getRawAuthority());
    }
}
