package dev.instant4j.model;

import java.util.UUID;

/**
 * One name of a stored attr. A rename must send the stored id, or the platform keeps the old name reserved.
 *
 * @param id of the name itself, not of the attr
 * @param name the entity and the label
 */
public record Ident(UUID id, AttrName name) {

    /** Returns this ident with another name. */
    public Ident renamed(AttrName newName) {
        return new Ident(id, newName);
    }
}
