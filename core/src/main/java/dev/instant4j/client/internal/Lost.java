package dev.instant4j.client.internal;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.DecodeException;
import dev.instant4j.error.TransportException;
import java.util.Set;

/** Failures after which nobody knows whether the platform did what it was asked. */
public final class Lost {
    private static final Set<Integer> GATEWAY_TROUBLE = Set.of(502, 503, 504);

    private Lost() {}

    /** Tells whether it may have been done although the answer is missing or can't be read. */
    public static boolean isLost(Throwable failure) {
        if (failure instanceof TransportException missing) {
            return missing.mayHaveHappened();
        }
        return failure instanceof DecodeException || isGatewayTrouble(failure);
    }

    /** Tells whether something between client and platform answered in its place. */
    static boolean isGatewayTrouble(Throwable failure) {
        return failure instanceof ApiException refusal && GATEWAY_TROUBLE.contains(refusal.status());
    }
}
