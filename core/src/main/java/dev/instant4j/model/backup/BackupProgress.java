package dev.instant4j.model.backup;

/**
 * How far the download of a whole backup is.
 *
 * @param done how many files are there, those included that were there before
 * @param total how many there will be
 * @param received how many bytes have come in, as they are sent; what failed and was asked for again counts again
 */
public record BackupProgress(int done, int total, long received) {}
