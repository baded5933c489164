package dev.instant4j.model;

/** What happens to an entity when the one it is linked to is deleted; without a rule only the link goes. */
public enum OnDelete {
    /** The entity is deleted too. */
    CASCADE
}
