package dev.instant4j.model;

/**
 * Someone who belongs to an app or an org.
 *
 * @param id of the membership, not of the person
 * @param email empty if the platform does not show it
 * @param role what the member may do
 */
public record Member(MemberId id, String email, Role role) {}
