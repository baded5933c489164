package dev.instant4j.model.webhook;

/** What happened to an entity. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE
}
