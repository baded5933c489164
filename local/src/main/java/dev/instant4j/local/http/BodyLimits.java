package dev.instant4j.local.http;

import java.time.Duration;

/**
 * What a body may take.
 *
 * @param maxBytes its size
 * @param deadline the time until all of it has come, however slowly it drips
 */
public record BodyLimits(long maxBytes, Duration deadline) {}
