package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.error.ApiException;
import io.vertx.core.Future;

/** Whether a platform is well. */
public final class HealthApi {
    private static final int SERVER_ERROR = 500;

    private final Requests requests;

    HealthApi(Requests requests) {
        this.requests = requests;
    }

    /**
     * Asks whether the platform is well ({@code GET /health/system}). Needs no token.
     *
     * @return false if it says that its replication is broken
     */
    public Future<Boolean> isWell() {
        return requests.send(() -> Call.get("ask for the health of the platform", "/health/system")
                        .anonymous())
                .map(answer -> answer.member("wal").text().equals("ok"))
                .recover(failure -> failure instanceof ApiException refusal && refusal.status() == SERVER_ERROR
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure));
    }
}
