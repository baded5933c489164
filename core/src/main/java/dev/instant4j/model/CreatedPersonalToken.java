package dev.instant4j.model;

/**
 * A personal access token that has just been created.
 *
 * @param about what the platform will show of it from now on
 * @param token lets its bearer do everything in the name of its user; shown only here
 */
public record CreatedPersonalToken(PersonalToken about, Token token) {}
