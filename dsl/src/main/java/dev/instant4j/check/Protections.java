package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.model.Attr;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Link;
import dev.instant4j.model.Place;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What no push may delete: names of entities, attrs and links (by their forward end), each with the reason.
 *
 * @param reasons by name, such as {@code todos} or {@code todos.title}
 */
public record Protections(NavigableMap<String, String> reasons) {
    public static final Protections NONE = new Protections(new TreeMap<>());

    public Protections {
        reasons = new TreeMap<>(reasons);
    }

    /** Returns what a definition protects. */
    public static Protections of(Schema schema) {
        NavigableMap<String, String> reasons = new TreeMap<>();
        for (Entity entity : schema.entities()) {
            put(reasons, entity.name(), entity.hints().protection());
            for (Attr attr : entity.attrs()) {
                put(reasons, entity.name() + "." + attr.name(), attr.hints().protection());
            }
        }
        for (Link link : schema.links()) {
            put(reasons, link.forward().name().toString(), link.protection());
        }
        return new Protections(reasons);
    }

    private static void put(NavigableMap<String, String> reasons, String name, @Nullable String reason) {
        if (reason != null) {
            reasons.put(name, reason);
        }
    }

    /** IDB221: a change deletes what was protected when the definition was pushed last. */
    public List<Finding> objections(List<Change> changes) {
        List<Finding> findings = new ArrayList<>();
        for (Change change : changes) {
            change.deletedNames().stream()
                    .filter(reasons::containsKey)
                    .findFirst()
                    .ifPresent(name -> findings.add(objection(name)));
        }
        return findings;
    }

    private Finding objection(String name) {
        return new Finding(
                "IDB221",
                Severity.ERROR,
                name,
                name + " is protected: " + reasons.get(name) + ".",
                "Push the definition without its protect(...) first, then delete it.",
                Place.UNKNOWN);
    }
}
