package dev.instant4j.admin;

/**
 * What a rule said of one entity.
 *
 * @param entity the entity in the schema
 * @param entityId which one
 * @param action what was to be done: {@code view}, {@code create}, {@code update}, {@code delete}, {@code link}
 * @param code the rule; empty if there is none
 * @param result what it came to, as JSON text
 * @param isAllowed whether that allows it
 */
public record RuleCheck(String entity, String entityId, String action, String code, String result, boolean isAllowed) {}
