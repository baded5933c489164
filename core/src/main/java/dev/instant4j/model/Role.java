package dev.instant4j.model;

/** What someone may do with an app or an org. */
public enum Role {
    /** Is a member of an app of the org, not of the org. */
    APP_MEMBER,
    COLLABORATOR,
    ADMIN,
    OWNER,
    /** Is to become the owner of an app that is handed over. */
    CREATOR
}
