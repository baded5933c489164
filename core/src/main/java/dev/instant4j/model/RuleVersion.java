package dev.instant4j.model;

import java.time.Instant;

/**
 * One change of an app's rules.
 *
 * @param version counted from the first rules, which are 0 and not listed
 * @param createdAt when the rules were changed
 * @param edits what leads back to the version before, as JSON text
 */
public record RuleVersion(int version, Instant createdAt, String edits) {}
