package dev.instant4j.local.stress;

import dev.instant4j.client.InstantPlatform;
import io.vertx.core.Future;

/** Does one kind of thing to a platform, again and again, and knows what must be there after a kill. */
interface Witness {

    /** Does it once more; succeeds when the platform has acknowledged it. */
    Future<Void> act();

    /** Asserts that all is there that was acknowledged, and nothing in part, on a platform that was started again. */
    void check(InstantPlatform restarted);
}
