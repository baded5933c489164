package dev.instant4j.client.internal;

import dev.instant4j.model.Token;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends calls as somebody. */
public final class Requests {
    private final HttpTransport transport;
    private final @Nullable Token token;

    /** @param token whom to send as; null if nobody */
    public Requests(HttpTransport transport, @Nullable Token token) {
        this.transport = transport;
        this.token = token;
    }

    /** Sends a call; what making it throws fails the future. */
    public Future<JsonCursor> send(Supplier<Call> call) {
        return Future.succeededFuture(call).map(Supplier::get).compose(made -> transport.exchange(made, token));
    }
}
