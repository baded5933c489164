package dev.instant4j.client.internal;

import dev.instant4j.auth.Credentials;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.model.Token;
import dev.instant4j.wire.JsonCursor;
import dev.instant4j.wire.OAuthJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renews an access token, once for all requests that find it refused. */
final class RenewingBearer implements Bearer {
    private final Credentials.Renewable credentials;
    private final Function<Call, Future<JsonCursor>> send;
    private final Vertx vertx;
    private final InstantSource clock;
    private Token current;
    private @Nullable Future<Optional<Token>> renewal;

    /** @param send sends a call as nobody */
    RenewingBearer(
            Credentials.Renewable credentials,
            Function<Call, Future<JsonCursor>> send,
            Vertx vertx,
            InstantSource clock) {
        this.credentials = credentials;
        this.send = send;
        this.vertx = vertx;
        this.clock = clock;
        this.current = credentials.access();
    }

    @Override
    public synchronized Optional<Token> token() {
        return Optional.of(current);
    }

    @Override
    public synchronized Future<Optional<Token>> better(Token refused) {
        if (!current.equals(refused)) {
            return Future.succeededFuture(Optional.of(current));
        }
        return new Caller(vertx).share(renewal == null ? begin() : renewal);
    }

    private synchronized Future<Optional<Token>> begin() {
        Future<Optional<Token>> begun = renew();
        renewal = begun;
        return begun.onComplete(done -> ended(begun));
    }

    private Future<Optional<Token>> renew() {
        return send.apply(OAuthCalls.refresh(credentials.client(), credentials.refresh()))
                .map(answer -> OAuthJson.tokens(answer, clock.instant()))
                .compose(tokens -> credentials.onRenewal().renewed(tokens).map(tokens))
                .map(this::take);
    }

    private synchronized Optional<Token> take(OAuthTokens tokens) {
        current = tokens.access();
        return Optional.of(current);
    }

    private synchronized void ended(Future<Optional<Token>> finished) {
        if (renewal == finished) {
            renewal = null;
        }
    }
}
