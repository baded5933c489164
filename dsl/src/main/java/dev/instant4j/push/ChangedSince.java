package dev.instant4j.push;

import dev.instant4j.diff.RuleChange;
import dev.instant4j.diff.RulesDiff;
import dev.instant4j.model.Ident;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.plan.AppState;
import java.util.ArrayList;
import java.util.List;

/** Puts into words what somebody else has changed in an app. Attrs are told by their ids, so renames are seen. */
final class ChangedSince {
    private static final int MOST = 10;

    private ChangedSince() {}

    /** Returns what is different, such as {@code posts.slug is gone}; empty if nothing is. */
    static String between(AppState then, AppState now) {
        List<String> changes = new ArrayList<>();
        for (StoredAttr old : then.attrs().own()) {
            now.attrs()
                    .byId(old.id())
                    .ifPresentOrElse(attr -> compare(changes, old, attr), () -> changes.add(name(old) + " is gone"));
        }
        now.attrs().busy().forEach(attr -> changes.add("jobs of another push work on " + name(attr)));
        now.attrs().own().stream()
                .filter(attr -> then.attrs().byId(attr.id()).isEmpty())
                .forEach(attr -> changes.add(name(attr) + " is new"));
        RulesDiff.between(then.rules(), now.rules()).stream()
                .map(RuleChange::namespace)
                .distinct()
                .forEach(namespace -> changes.add("the rules of " + namespace + " are others"));
        int more = changes.size() - MOST;
        return String.join("; ", changes.subList(0, Math.min(MOST, changes.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private static void compare(List<String> changes, StoredAttr old, StoredAttr attr) {
        if (!name(old).equals(name(attr))) {
            changes.add(name(old) + " is now " + name(attr));
        } else if (!old.settled().equals(attr.settled())) {
            changes.add(name(old) + " has other properties");
        }
    }

    private static String name(StoredAttr attr) {
        Ident reverse = attr.reverse();
        return reverse == null ? attr.name().toString() : attr.name() + " <-> " + reverse.name();
    }
}
