package dev.instant4j.model;

import java.util.List;

/**
 * An org with all that belongs to it.
 *
 * @param org the org
 * @param apps its apps, in no order
 * @param members who belongs to it, in no order
 * @param invites who was asked to join, in no order
 */
public record OrgDetails(Org org, List<SharedApp> apps, List<Member> members, List<Invite> invites) {

    public OrgDetails {
        apps = List.copyOf(apps);
        members = List.copyOf(members);
        invites = List.copyOf(invites);
    }
}
