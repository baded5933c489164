package dev.instant4j.model.backup;

/**
 * A file of a backup.
 *
 * @param name such as {@code config.json} or {@code entities/posts.jsonl}
 * @param bytes its size uncompressed
 */
public record BackupFile(String name, long bytes) {}
