package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.stream.Stream;

/** Forgets for good what was deleted or has expired, after a grace period. */
public final class Sweeper {
    private static final Duration DELETED_KEPT = Duration.ofDays(2);
    private static final Duration TEMPORARY_KEPT = Duration.ofDays(15);

    private static final Duration CONSENT_KEPT = Duration.ofDays(1);

    private final Store store;

    Sweeper(Store store) {
        this.store = store;
    }

    /** Removes apps, attrs, half-finished consents and sessions of browsers whose time is up. */
    public Future<Void> sweep() {
        return store.write(tx -> {
                    long deletedBefore = tx.now() - DELETED_KEPT.toMillis();
                    long madeBefore = tx.now() - TEMPORARY_KEPT.toMillis();
                    Stream.concat(
                                    tx.apps().deletedBefore(deletedBefore).stream(),
                                    tx.apps().createdBefore(TemporaryAppService.OWNER, madeBefore).stream())
                            .map(AppRow::id)
                            .distinct()
                            .forEach(tx.apps()::remove);
                    tx.attrs().forgetDeletedBefore(deletedBefore);
                    tx.grants().forgetBefore(tx.now() - CONSENT_KEPT.toMillis());
                    tx.sessions().forgetBefore(tx.now() - Identity.SESSION_LIFETIME.toMillis());
                    return deletedBefore;
                })
                .mapEmpty();
    }
}
