package dev.instant4j.client;

import dev.instant4j.auth.SignIn;
import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Lost;
import dev.instant4j.client.internal.Paths;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.client.internal.Timers;
import dev.instant4j.error.ApiException;
import dev.instant4j.model.Token;
import dev.instant4j.wire.Hint;
import dev.instant4j.wire.SignInJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A sign-in that someone has to confirm in a browser, within about two minutes. */
public final class BrowserSignIn {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int FORGIVEN_FAILURES = 4;
    private static final String WAITING = "waiting-for-user";

    private final Requests requests;
    private final Timers timers;
    private final URI dashboard;
    private final Token secret;
    private final Token ticket;
    private volatile boolean isCancelled;
    private volatile Timers.@Nullable Wait wait;

    BrowserSignIn(Requests requests, Timers timers, URI dashboard, Token secret, Token ticket) {
        this.requests = requests;
        this.timers = timers;
        this.dashboard = dashboard;
        this.secret = secret;
        this.ticket = ticket;
    }

    /** Returns the page to show to the user. */
    public URI page() {
        return URI.create(dashboard.toString().replaceAll("/+$", "") + Paths.query("/dash", "ticket", ticket.reveal()));
    }

    /**
     * Asks once a second until the user has answered ({@code POST /dash/cli/auth/check}). Four failures to get an answer
     * in a row are forgiven.
     *
     * @return who has signed in; fails with {@link ApiException} if the user said no or it took too long, with
     *     {@link CancellationException} if it was cancelled. When the answer with the token is lost, it is lost for good:
     *     begin again
     */
    public Future<SignIn> await() {
        return ask(0);
    }

    /** Stops asking. The user may still confirm, to no effect. */
    public void cancel() {
        isCancelled = true;
        Timers.Wait running = wait;
        if (running != null) {
            running.cancel();
        }
    }

    private Future<SignIn> ask(int failures) {
        if (isCancelled) {
            return Future.failedFuture(new CancellationException("nobody waits for the sign-in any more"));
        }
        return requests.send(this::check).map(SignInJson::checked).recover(failure -> {
            if (isWaiting(failure)) {
                return later(0);
            }
            boolean isForgiven = Lost.isLost(failure) && failures < FORGIVEN_FAILURES;
            return isForgiven ? later(failures + 1) : Future.failedFuture(failure);
        });
    }

    private Future<SignIn> later(int failures) {
        Timers.Wait begun = timers.begin(INTERVAL);
        wait = begun;
        if (isCancelled) {
            begun.cancel();
        }
        return begun.elapsed().compose(elapsed -> ask(failures));
    }

    private Call check() {
        return Call.post("sign in through the browser", "/dash/cli/auth/check")
                .body(new JsonObject().put("secret", secret.reveal()))
                .secret(secret)
                .secret(ticket)
                .anonymous();
    }

    private static boolean isWaiting(Throwable failure) {
        return failure instanceof ApiException refusal
                && Hint.of(refusal).issue().filter(WAITING::equals).isPresent();
    }
}
