package dev.instant4j.local.service;

import dev.instant4j.rules.RuleRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to read or write data.
 *
 * @param app the app it names
 * @param credential what it shows to be let in; null if it shows nothing
 * @param ip where it came from
 * @param origin its {@code Origin} header; empty if it has none
 */
public record DataRequest(UUID app, @Nullable Credential credential, ActAs as, String ip, String origin, Params body) {

    /** Returns what rules may know of this. */
    RuleRequest forRules(long now) {
        return new RuleRequest(
                Instant.ofEpochMilli(now), override("ip-override", ip), override("origin-override", origin));
    }

    private String override(String name, String otherwise) {
        return body.body().getValue(name) instanceof String given ? given : otherwise;
    }
}
