package dev.instant4j.model;

/**
 * An invitation to accept or decline.
 *
 * @param id given by the platform
 * @param title of the app or org
 * @param role what the user would be there
 * @param inviterEmail who asks
 */
public record ReceivedInvite(InviteId id, String title, Role role, String inviterEmail) {}
