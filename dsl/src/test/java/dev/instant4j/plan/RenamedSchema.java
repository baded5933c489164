package dev.instant4j.plan;

import dev.instant4j.model.Entity;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Schema;
import java.util.List;

/** A schema with other names for its entities. */
final class RenamedSchema {
    private RenamedSchema() {}

    static Schema of(Schema schema, List<String> old, List<String> renamed) {
        return new Schema(
                schema.entities().stream()
                        .map(entity -> new Entity(
                                name(entity.name(), old, renamed), entity.attrs(), entity.hints(), entity.place()))
                        .toList(),
                schema.links().stream()
                        .map(link -> new Link(
                                link.name(),
                                end(link.forward(), old, renamed),
                                end(link.reverse(), old, renamed),
                                null,
                                link.place()))
                        .toList(),
                schema.rooms());
    }

    private static LinkEnd end(LinkEnd end, List<String> old, List<String> renamed) {
        return new LinkEnd(
                name(end.on(), old, renamed),
                end.label(),
                end.has(),
                end.isRequired(),
                end.onDelete(),
                end.renamedFrom(),
                end.place());
    }

    private static String name(String entity, List<String> old, List<String> renamed) {
        int index = old.indexOf(entity);
        return index < 0 ? entity : renamed.get(index);
    }
}
