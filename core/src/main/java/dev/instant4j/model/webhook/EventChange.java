package dev.instant4j.model.webhook;

/**
 * One changed entity of an event. Links are not part of it.
 *
 * @param namespace which entity in the schema
 * @param action what happened
 * @param id which one
 * @param before its values before, as JSON text; {@code null} as text if it was created
 * @param after its values after, as JSON text; {@code null} as text if it was deleted
 * @param idempotencyKey the same when it is told again
 */
public record EventChange(
        String namespace, Action action, String id, String before, String after, String idempotencyKey) {}
