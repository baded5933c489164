package dev.instant4j.model;

import java.time.Instant;

/**
 * An attr that was deleted and can't be seen any more, but is not gone for good yet.
 *
 * @param attr as it is kept; its names are changed, so that the old ones are free
 * @param formerName what it was called
 * @param deletedAt when it was deleted
 */
public record DeletedAttr(StoredAttr attr, AttrName formerName, Instant deletedAt) {}
