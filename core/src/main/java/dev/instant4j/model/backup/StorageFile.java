package dev.instant4j.model.backup;

import dev.instant4j.model.Token;

/**
 * A file that users of the app have stored, as part of a backup.
 *
 * @param locationId its name within the backup
 * @param path what its users call it
 * @param url where to get it, without a token, for twelve hours: a secret
 */
public record StorageFile(String locationId, String path, Token url) {}
