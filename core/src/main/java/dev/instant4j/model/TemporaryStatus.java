package dev.instant4j.model;

import java.time.Instant;

/**
 * What a platform tells everyone about a temporary app.
 *
 * @param app the app
 * @param expiresAt when the platform may remove it
 */
public record TemporaryStatus(App app, Instant expiresAt) {}
