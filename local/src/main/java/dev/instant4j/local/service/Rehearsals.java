package dev.instant4j.local.service;

import dev.instant4j.local.service.Touched.Entity;
import dev.instant4j.local.store.Tx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toCollection;

/** Tries out what a transaction will do, and leaves no trace of it. */
final class Rehearsals {
    private final Tx tx;
    private final EntityReader reader;
    private final Function<Touched, TripleWriter> writers;

    Rehearsals(Tx tx, EntityReader reader, Function<Touched, TripleWriter> writers) {
        this.tx = tx;
        this.reader = reader;
        this.writers = writers;
    }

    private record Outcome(List<Touched.Change> changes, Map<Entity, JsonObject> after) {}

    /** Carries out all steps and takes them back. */
    Rehearsal of(List<List<TripleStep>> groups) {
        Outcome outcome = tx.rehearse(() -> outcome(groups));
        Set<Entity> existing = entities(outcome.changes())
                .filter(entity -> reader.exists(entity.id(), entity.etype()))
                .collect(toCollection(LinkedHashSet::new));
        return new Rehearsal(outcome.changes(), existing, outcome.after());
    }

    private Outcome outcome(List<List<TripleStep>> groups) {
        Touched touched = new Touched();
        TripleWriter writer = writers.apply(touched);
        groups.forEach(group -> group.forEach(step -> step.run(writer)));
        Map<Entity, JsonObject> after = new HashMap<>();
        entities(touched.changes()).forEach(entity -> after.put(entity, reader.json(entity.id(), entity.etype())));
        touched.changes().forEach(change -> showLink(after, change));
        return new Outcome(List.copyOf(touched.changes()), after);
    }

    /** The real platform shows the last link of several under its label. */
    private static void showLink(Map<Entity, JsonObject> after, Touched.Change change) {
        if (change instanceof Touched.Relink link && link.isAdded()) {
            JsonObject source = after.get(link.source());
            if (source != null) {
                source.put(link.attr().name().label(), link.target().id().toString());
            }
        }
    }

    private static Stream<Entity> entities(List<Touched.Change> changes) {
        return changes.stream().flatMap(Rehearsals::entities).distinct();
    }

    private static Stream<Entity> entities(Touched.Change change) {
        if (change instanceof Touched.Write write) {
            return Stream.of(write.entity());
        }
        return change instanceof Touched.Relink link
                ? Stream.of(link.source(), link.target())
                : Stream.of(((Touched.Deletion) change).entity());
    }
}
