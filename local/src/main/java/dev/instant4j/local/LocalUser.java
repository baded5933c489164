package dev.instant4j.local;

import dev.instant4j.model.Token;
import java.util.UUID;

/**
 * A user of an embedded platform.
 *
 * @param id given by the platform
 * @param email what it was asked for with, in lower case
 * @param personalToken a new personal access token
 * @param loginToken what a login in the dashboard or with the command line gives
 */
public record LocalUser(UUID id, String email, Token personalToken, Token loginToken) {}
