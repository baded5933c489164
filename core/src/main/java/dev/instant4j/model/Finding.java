package dev.instant4j.model;

/**
 * Something a user should know before a push.
 *
 * @param code stable, such as {@code IDB101}
 * @param severity how much it matters
 * @param subject what it is about: {@code todos.title}, an entity, a link
 * @param message what is the matter, one sentence
 * @param hint what to do about it; may be empty
 * @param place where the cause was written
 */
public record Finding(String code, Severity severity, String subject, String message, String hint, Place place) {}
