package dev.instant4j.auth;

import dev.instant4j.model.Token;

/**
 * Someone who has signed in.
 *
 * @param token acts for the user until signed out
 * @param email of the account
 */
public record SignIn(Token token, String email) {}
