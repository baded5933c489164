package dev.instant4j.client.internal;

import dev.instant4j.client.PlatformOptions;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.InstantException;
import dev.instant4j.model.Token;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.FileSystemException;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings files from addresses that need no token into folders, whole or not at all. */
public final class Downloads {
    private static final String COMPRESSED = ".zst";
    private static final String PART = ".part";

    private final Vertx vertx;
    private final PlatformOptions options;
    private final Retries retries;
    private volatile @Nullable HttpClient client;

    Downloads(Vertx vertx, PlatformOptions options, Retries retries) {
        this.vertx = vertx;
        this.options = options;
        this.retries = retries;
    }

    /** Brings a file, in as many attempts as the policy allows; each gets an address anew. */
    public Future<Path> run(Fetch fetch, Cancellation cancellation) {
        return Future.succeededFuture(fetch)
                .map(Fetch::target)
                .compose(target -> retries.anytime(() -> attempt(fetch, target, cancellation)));
    }

    /** Tells whether a file was brought before. */
    public Future<Boolean> has(Fetch fetch) {
        return Future.succeededFuture(fetch)
                .map(Fetch::target)
                .compose(target -> exists(target)
                        .compose(exists -> exists ? Future.succeededFuture(true) : exists(compressed(target))));
    }

    /** Tells whether there is a file or a folder. */
    public Future<Boolean> exists(Path path) {
        return files().exists(path.toString());
    }

    /** Gives a folder its final name. */
    public Future<Path> rename(Path from, Path to) {
        return files().move(from.toString(), to.toString()).map(to);
    }

    Future<Void> close() {
        HttpClient opened = client;
        return opened == null ? Future.succeededFuture() : opened.close();
    }

    private Future<Path> attempt(Fetch fetch, Path target, Cancellation cancellation) {
        return cancellation
                .reason()
                .<Future<Path>>map(Future::failedFuture)
                .orElseGet(() -> fetch.url().get().compose(url -> transfer(fetch, url, target, cancellation)));
    }

    private Future<Path> transfer(Fetch fetch, Token url, Path target, Cancellation cancellation) {
        Answers answers = new Answers(fetch.operation(), hostOf(url), new Redaction(List.of(url)));
        return client().request(request(url))
                .compose(request -> {
                    Runnable end = request.exceptionHandler(reset -> {})::reset;
                    cancellation.during(end);
                    return request.send()
                            .compose(response -> store(fetch, response, target, cancellation))
                            .onComplete(done -> cancellation.after(end));
                })
                .recover(failure ->
                        Future.failedFuture(cancellation.reason().orElseGet(() -> meaning(answers, failure))));
    }

    private static Throwable meaning(Answers answers, Throwable failure) {
        boolean isClear = failure instanceof InstantException || failure instanceof FileSystemException;
        return isClear ? failure : answers.missing(failure, false);
    }

    private Future<Path> store(Fetch fetch, HttpClientResponse response, Path target, Cancellation cancellation) {
        if (response.statusCode() != 200) {
            discard(response);
            return Future.failedFuture(new ApiException(
                    fetch.operation(), response.statusCode(), "", "the file is not to be had", "null", null));
        }
        response.pause();
        boolean isCompressed = "zstd".equals(response.getHeader("content-encoding"));
        Path whole = isCompressed ? compressed(target) : target;
        String part = whole + PART;
        return files().mkdirs(String.valueOf(whole.getParent()))
                .compose(made -> files().open(part, new OpenOptions().setTruncateExisting(true)))
                .compose(file ->
                        response.pipeTo(new CountingFile(file, total(response), fetch.progress(), cancellation::end)))
                .compose(written -> files().move(part, whole.toString(), new CopyOptions().setReplaceExisting(true)))
                .map(whole)
                .recover(failure -> files().delete(part).transform(gone -> Future.failedFuture(failure)));
    }

    private static void discard(HttpClientResponse response) {
        HttpClientRequest request = response.exceptionHandler(reset -> {}).request();
        request.reset();
    }

    private static Path compressed(Path file) {
        return file.resolveSibling(file.getFileName() + COMPRESSED);
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

    private FileSystem files() {
        return vertx.fileSystem();
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

    /** Returns where an address leads without what makes it a secret. */
    private static URI hostOf(Token url) {
        URI whole = URI.create(url.reveal());
        return URI.create(whole.getScheme() + "://" + whole.getRawAuthority());
    }
}
