package dev.instant4j.push;

import dev.instant4j.diff.Renames;
import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** New names for entities, attrs and links of a schema at random: among each other, in circles, and fresh ones. */
final class Renaming {
    private final Schema before;
    private final Random random;
    private final Map<String, String> entities = new HashMap<>();
    private final Map<AttrName, String> labels = new HashMap<>();

    Renaming(Schema before, long seed) {
        this.before = before;
        this.random = new Random(seed);
        shuffle(
                        before.entities().stream()
                                .map(Entity::name)
                                .filter(name -> !name.startsWith("$"))
                                .toList(),
                        "fresh")
                .forEach(entities::put);
        for (Entity entity : before.entities()) {
            putLabels(entity.name(), entity.attrs().stream().map(Attr::name).toList(), "fresh attr");
            putLabels(entity.name(), ends(entity.name()), "fresh link");
        }
    }

    private List<String> ends(String entity) {
        return before.links().stream()
                .flatMap(link -> Stream.of(link.forward(), link.reverse()))
                .filter(end -> end.on().equals(entity))
                .map(LinkEnd::label)
                .toList();
    }

    private void putLabels(String entity, List<String> old, String fresh) {
        shuffle(old, fresh).forEach((from, to) -> labels.put(new AttrName(entity, from), to));
    }

    private Map<String, String> shuffle(List<String> old, String fresh) {
        List<String> pool = new ArrayList<>(old);
        pool.add(fresh);
        Collections.shuffle(pool, random);
        Map<String, String> chosen = new HashMap<>();
        for (int i = 0; i < old.size(); i++) {
            chosen.put(old.get(i), pool.get(i));
        }
        return chosen;
    }

    String entity(String old) {
        return entities.getOrDefault(old, old);
    }

    String label(String entity, String old) {
        return labels.getOrDefault(new AttrName(entity, old), old);
    }

    Renames asked() {
        List<String> texts = new ArrayList<>();
        entities.forEach((from, to) -> addIfNew(texts, from, to));
        labels.forEach((from, to) ->
                addIfNew(texts, entity(from.entity()) + "." + from.label(), entity(from.entity()) + "." + to));
        Collections.sort(texts);
        return Renames.parse(texts);
    }

    private static void addIfNew(List<String> texts, String from, String to) {
        if (!from.equals(to)) {
            texts.add(from + ":" + to);
        }
    }

    Schema after() {
        return new Schema(
                before.entities().stream().map(this::renamed).toList(),
                before.links().stream()
                        .map(link -> new Link(
                                link.name(), renamed(link.forward()), renamed(link.reverse()), null, link.place()))
                        .toList(),
                List.of());
    }

    private Entity renamed(Entity entity) {
        List<Attr> attrs = entity.attrs().stream()
                .map(attr -> new Attr(
                        label(entity.name(), attr.name()),
                        attr.type(),
                        attr.isUnique(),
                        attr.isIndexed(),
                        attr.isRequired(),
                        attr.values(),
                        attr.hints(),
                        attr.place()))
                .toList();
        return new Entity(entity(entity.name()), attrs, entity.hints(), entity.place());
    }

    private LinkEnd renamed(LinkEnd end) {
        return new LinkEnd(
                entity(end.on()),
                label(end.on(), end.label()),
                end.has(),
                end.isRequired(),
                end.onDelete(),
                null,
                end.place());
    }
}
