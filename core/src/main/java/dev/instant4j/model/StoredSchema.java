package dev.instant4j.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a definition would say of attrs that a platform stores. */
final class StoredSchema {
    private final Map<String, List<Attr>> attrs = new TreeMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> linkNames = new TreeSet<>();

    private StoredSchema(Attrs stored) {
        stored.own().stream().sorted(Comparator.comparing(StoredAttr::name)).forEach(this::add);
    }

    static Schema of(Attrs stored) {
        StoredSchema definition = new StoredSchema(stored);
        List<Entity> entities = definition.attrs.entrySet().stream()
                .map(entity -> new Entity(entity.getKey(), entity.getValue(), Hints.NONE, Place.UNKNOWN))
                .toList();
        return new Schema(entities, definition.links, List.of());
    }

    private void add(StoredAttr attr) {
        if (attr.reverse() != null) {
            addLink(attr, attr.reverse().name());
        } else if (!attr.name().label().equals("id")) {
            entity(attr.name().entity()).add(blob(attr));
        } else {
            entity(attr.name().entity());
        }
    }

    private void addLink(StoredAttr attr, AttrName reverse) {
        AttrName forward = attr.name();
        List.of(forward.entity(), reverse.entity()).stream()
                .filter(entity -> !entity.startsWith("$"))
                .forEach(this::entity);
        links.add(new Link(
                unusedName(forward),
                new LinkEnd(
                        forward.entity(),
                        forward.label(),
                        attr.has(),
                        attr.isRequired(),
                        attr.onDelete(),
                        null,
                        Place.UNKNOWN),
                new LinkEnd(
                        reverse.entity(),
                        reverse.label(),
                        attr.isUnique() ? Has.ONE : Has.MANY,
                        false,
                        attr.onDeleteReverse(),
                        null,
                        Place.UNKNOWN),
                null,
                Place.UNKNOWN));
    }

    private List<Attr> entity(String name) {
        return attrs.computeIfAbsent(name, first -> new ArrayList<>());
    }

    private static Attr blob(StoredAttr attr) {
        DataType type = attr.checkedType() == null ? DataType.ANY : attr.checkedType();
        return new Attr(
                attr.name().label(),
                type,
                attr.isUnique(),
                attr.isIndexed(),
                attr.isRequired(),
                List.of(),
                Hints.NONE,
                Place.UNKNOWN);
    }

    private String unusedName(AttrName forward) {
        String label = forward.label();
        String capitalised = label.isEmpty() ? "" : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
        String name = forward.entity() + capitalised;
        String unused = name;
        for (int number = 2; !linkNames.add(unused); number++) {
            unused = name + number;
        }
        return unused;
    }
}
