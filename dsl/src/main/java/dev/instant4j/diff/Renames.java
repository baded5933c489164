package dev.instant4j.diff;

import dev.instant4j.diff.Rename.OfAttr;
import dev.instant4j.diff.Rename.OfEntity;
import dev.instant4j.diff.Rename.Origin;
import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Place;
import dev.instant4j.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All renames that are asked for.
 *
 * @param all in the order they were asked for; those of a request after those of the definition
 */
public record Renames(List<Rename> all) {
    public static final Renames NONE = new Renames(List.of());

    public Renames {
        all = List.copyOf(all);
    }

    /**
     * Returns the renames that these texts ask for, each of the form that {@link Rename#parse} reads.
     *
     * @throws IllegalArgumentException if one has another form
     */
    public static Renames parse(List<String> texts) {
        return new Renames(texts.stream().map(Rename::parse).toList());
    }

    /** Returns the renames that stand in a definition, and these. */
    public Renames with(Schema definition) {
        List<Rename> found = new ArrayList<>();
        for (Entity entity : definition.entities()) {
            String oldName = entity.hints().renamedFrom();
            if (oldName != null) {
                found.add(new OfEntity(oldName, entity.name(), Origin.DEFINITION, entity.place()));
            }
            entity.attrs().forEach(attr -> addAttr(found, entity, attr));
        }
        for (Link link : definition.links()) {
            addEnd(found, link.forward());
            addEnd(found, link.reverse());
        }
        return new Renames(Stream.concat(found.stream(), all.stream()).toList());
    }

    /** Returns these renames and then {@code more}. */
    public Renames and(Renames more) {
        return new Renames(Stream.concat(all.stream(), more.all().stream()).toList());
    }

    private static void addAttr(List<Rename> found, Entity entity, Attr attr) {
        AttrName name = new AttrName(entity.name(), attr.name());
        add(found, name, attr.hints().renamedFrom(), attr.place());
    }

    private static void addEnd(List<Rename> found, LinkEnd end) {
        add(found, end.name(), end.renamedFrom(), end.place());
    }

    private static void add(List<Rename> found, AttrName name, @Nullable String oldLabel, Place place) {
        if (oldLabel != null) {
            found.add(new OfAttr(new AttrName(name.entity(), oldLabel), name, Origin.DEFINITION, place));
        }
    }
}
