package dev.instant4j.model;

import java.util.List;

/**
 * The rules of one namespace: of an entity, or {@code $default}, {@code attrs}, {@code $rateLimits}.
 *
 * @param name the entity or the special word
 * @param rules in the order they were written
 * @param place where it was written
 */
public record Namespace(String name, List<Rule> rules, Place place) {
    /** The namespace whose rules hold where another has none. */
    public static final String DEFAULT = "$default";

    public Namespace {
        rules = List.copyOf(rules);
    }

    Namespace at(Places places) {
        return new Namespace(name, rules.stream().map(rule -> rule.at(places)).toList(), places.apply(place));
    }
}
