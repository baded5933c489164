package dev.instant4j.model.webhook;

import dev.instant4j.model.Token;
import java.net.URI;

/**
 * What a platform posts to a webhook: that there is something to read.
 *
 * @param payload where to read it
 * @param token lets its bearer read it, for an hour
 */
public record WebhookCall(URI payload, Token token) {}
