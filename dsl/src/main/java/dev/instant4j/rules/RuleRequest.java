package dev.instant4j.rules;

import java.time.Instant;

/**
 * What rules may know of the request they are evaluated for.
 *
 * @param time when it came
 * @param ip where it came from; empty if not known
 * @param origin its {@code Origin} header; empty if it has none
 */
public record RuleRequest(Instant time, String ip, String origin) {}
