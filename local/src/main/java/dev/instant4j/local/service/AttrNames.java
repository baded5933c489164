package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of an app's own attrs as their rows have them. They differ from the names in use where an update named
 * another ident.
 */
final class AttrNames {
    private final Set<AttrName> forwards = new HashSet<>();
    private final Set<AttrName> reverses = new HashSet<>();

    private AttrNames() {}

    /** Returns the names in a schema. */
    static AttrNames of(AppSchema schema) {
        AttrNames names = new AttrNames();
        schema.all().filter(attr -> !schema.isSystem(attr)).forEach(names::put);
        return names;
    }

    /** Adds the names of a new attr, or refuses it if they are taken. */
    void add(AttrRow attr) {
        refuse(crosses(attr) || isTaken(attr));
        put(attr);
    }

    /** Replaces the names of an attr, or refuses the new ones if they are taken. */
    void replace(AttrRow stored, AttrRow changed) {
        refuse(crosses(changed));
        forwards.remove(stored.name());
        Ident reverse = stored.reverse();
        if (reverse != null) {
            reverses.remove(reverse.name());
        }
        refuse(isTaken(changed));
        put(changed);
    }

    private boolean crosses(AttrRow attr) {
        Ident reverse = attr.reverse();
        return reverses.contains(attr.name()) || (reverse != null && forwards.contains(reverse.name()));
    }

    private boolean isTaken(AttrRow attr) {
        Ident reverse = attr.reverse();
        return forwards.contains(attr.name()) || (reverse != null && reverses.contains(reverse.name()));
    }

    private static void refuse(boolean isTaken) {
        if (isTaken) {
            throw Refusal.notUnique("attr");
        }
    }

    private void put(AttrRow attr) {
        forwards.add(attr.name());
        Ident reverse = attr.reverse();
        if (reverse != null) {
            reverses.add(reverse.name());
        }
    }
}
