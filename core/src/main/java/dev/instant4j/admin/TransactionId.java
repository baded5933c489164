package dev.instant4j.admin;

/** Numbers the transactions of a platform; later ones are greater. */
public record TransactionId(long value) {}
