package dev.instant4j.local.store;

/**
 * The rules of an app.
 *
 * @param code their JSON text
 * @param version 0 for the first ones
 */
public record RuleRow(String code, int version) {}
