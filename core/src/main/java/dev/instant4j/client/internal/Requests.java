package dev.instant4j.client.internal;

import dev.instant4j.error.ApiException;
import dev.instant4j.model.Token;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends calls as somebody: with the token of the moment, again if that makes sense. */
public final class Requests {
    private final HttpTransport transport;
    private final Bearer bearer;
    private final Retries retries;

    Requests(HttpTransport transport, Bearer bearer, Retries retries) {
        this.transport = transport;
        this.bearer = bearer;
        this.retries = retries;
    }

    /** Sends a call; what making it throws fails the future. */
    public Future<JsonCursor> send(Supplier<Call> call) {
        return Future.succeededFuture(call).map(Supplier::get).compose(made -> retries.run(made, () -> attempt(made)));
    }

    /** Returns the token that a call would be sent with now. */
    public Optional<Token> token() {
        return bearer.token();
    }

    private Future<JsonCursor> attempt(Call call) {
        Optional<Token> token = call.isAnonymous() ? Optional.empty() : bearer.token();
        if (token.isEmpty()) {
            return transport.exchange(call, null);
        }
        return transport.exchange(call, token.get()).recover(failure -> refused(call, token.get(), failure));
    }

    private Future<JsonCursor> refused(Call call, Token token, Throwable failure) {
        if (!(failure instanceof ApiException refusal)) {
            return Future.failedFuture(failure);
        }
        return truth(call, token, refusal).compose(reason -> {
            if (!TokenSigns.isExpired(reason)) {
                return Future.failedFuture(reason);
            }
            return bearer.better(token)
                    .compose(better ->
                            better.isEmpty() ? Future.failedFuture(reason) : transport.exchange(call, better.get()));
        });
    }

    /** Asks an endpoint that gives the real reason, when the one that was called hides it behind a fault of its own. */
    private Future<ApiException> truth(Call call, Token token, ApiException refusal) {
        Optional<Call> probe = TokenSigns.probe(call, token, refusal);
        if (probe.isEmpty()) {
            return Future.succeededFuture(refusal);
        }
        return transport
                .exchange(probe.get(), token)
                .map(refusal)
                .recover(reason -> Future.succeededFuture(reason instanceof ApiException told ? told : refusal));
    }
}
