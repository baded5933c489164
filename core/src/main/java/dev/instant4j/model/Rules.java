package dev.instant4j.model;

import java.util.List;
import java.util.Optional;

/**
 * Who may do what: the permissions of an app.
 *
 * @param namespaces in the order they were written; their order means nothing to a platform
 */
public record Rules(List<Namespace> namespaces) {
    /** No rules at all: everyone may do everything but with system entities. */
    public static final Rules NONE = new Rules(List.of());

    public Rules {
        namespaces = List.copyOf(namespaces);
    }

    /** Returns the first namespace of that name. */
    public Optional<Namespace> namespace(String name) {
        return namespaces.stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst();
    }

    /** Returns these rules with every place in them translated. */
    public Rules at(Places places) {
        return new Rules(
                namespaces.stream().map(namespace -> namespace.at(places)).toList());
    }
}
