package dev.instant4j.model.backup;

/**
 * How far a download is.
 *
 * @param received how many bytes have come in
 * @param total how many there are, as they are sent; -1 if the sender does not say
 */
public record DownloadProgress(long received, long total) {}
