package dev.instant4j.admin;

import dev.instant4j.model.Token;

/**
 * A user of an app with a token to act by.
 *
 * @param user who it is
 * @param token acts for the user until signed out
 * @param isNew whether the user has just been made
 */
public record SignedInUser(AppUser user, Token token, boolean isNew) {}
