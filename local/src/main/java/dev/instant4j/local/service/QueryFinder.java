package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.service.Condition.Operator;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Value;
import dev.instant4j.local.store.Value.Kind;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toCollection;

/** Finds the entities for which conditions hold. */
final class QueryFinder {
    private final EntityReader reader;
    private final ConditionCheck check;

    QueryFinder(EntityReader reader, JsonObject query) {
        this.reader = reader;
        this.check = new ConditionCheck(query);
    }

    /** Returns the entities of a type for which all conditions hold; empty if there are no conditions. */
    Optional<Set<UUID>> find(String etype, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        boolean isKnown =
                matches(conditions).filter(match -> !isKnown(etype, match)).count() == 0;
        return Optional.of(isKnown ? all(etype, conditions) : Set.of());
    }

    private static Stream<Match> matches(List<Condition> conditions) {
        return conditions.stream().flatMap(QueryFinder::matches);
    }

    private static Stream<Match> matches(Condition condition) {
        if (condition instanceof Condition.And and) {
            return matches(and.conditions());
        }
        return condition instanceof Condition.Or or ? matches(or.conditions()) : Stream.of((Match) condition);
    }

    /** A condition on something that the schema lacks makes the real platform answer with nothing at all. */
    private boolean isKnown(String etype, Match match) {
        Optional<Target> target = target(etype, match.path());
        target.map(Target::attr).ifPresent(attr -> check.check(match, attr));
        return target.isPresent();
    }

    private Set<UUID> all(String etype, List<Condition> conditions) {
        Set<UUID> found = new LinkedHashSet<>(one(etype, conditions.get(0)));
        conditions.subList(1, conditions.size()).forEach(condition -> found.retainAll(one(etype, condition)));
        return found;
    }

    private Set<UUID> one(String etype, Condition condition) {
        if (condition instanceof Condition.And and) {
            return all(etype, and.conditions());
        }
        if (condition instanceof Condition.Or or) {
            Set<UUID> found = new LinkedHashSet<>();
            or.conditions().forEach(option -> found.addAll(one(etype, option)));
            return found;
        }
        return match(etype, (Match) condition);
    }

    private Set<UUID> match(String etype, Match match) {
        List<String> path = match.path();
        if (match.operator() == Operator.IS_NULL) {
            return Boolean.TRUE.equals(match.value()) ? missing(etype, path, path.size()) : present(etype, path);
        }
        Target target = target(etype, path).orElseThrow();
        Set<UUID> found = new LinkedHashSet<>(back(target, holding(target, match)));
        if (match.operator() == Operator.NOT) {
            boolean hasNulls =
                    target.attr().constraints().isIndexed() && !target.attr().isLink();
            found.addAll(missing(etype, path, hasNulls ? path.size() - 1 : path.size()));
        }
        return found;
    }

    private Set<UUID> holding(Target target, Match match) {
        AttrRow attr = target.attr();
        if (target.reverse().isPresent()) {
            return ofReverse(target.reverse().get(), match);
        }
        boolean isPlain = !"date".equals(attr.constraints().checkedDataType());
        if (match.operator() == Operator.EQUAL && isPlain) {
            return entities(reader.having(attr, wanted(attr, match.value())).stream());
        }
        Predicate<Value> holds = Comparison.of(attr, match);
        return entities(reader.values(attr).stream().filter(triple -> holds.test(triple.value())));
    }

    private Set<UUID> ofReverse(LinkWay way, Match match) {
        Predicate<Value> holds = Comparison.of(way.attr(), match);
        Set<UUID> targets = reader.values(way.attr()).stream()
                .map(Triple::entity)
                .filter(entity -> holds.test(Value.link(entity)))
                .collect(toCollection(LinkedHashSet::new));
        return reader.sources(way, targets);
    }

    private static Value wanted(AttrRow attr, @Nullable Object json) {
        Optional<UUID> target = attr.isLink() && json instanceof String text ? Params.uuidIn(text) : Optional.empty();
        return target.map(Value::link).orElseGet(() -> Value.of(json));
    }

    private static Set<UUID> entities(Stream<Triple> triples) {
        return triples.map(Triple::entity).collect(toCollection(LinkedHashSet::new));
    }

    /** Returns the entities that lack a value on the way: under one of the first {@code count} parts of a path. */
    private Set<UUID> missing(String etype, List<String> path, int count) {
        Set<UUID> found = new LinkedHashSet<>();
        for (int length = 1; length <= count; length++) {
            Target target = target(etype, path.subList(0, length)).orElseThrow();
            Set<UUID> lacking = reader.schema()
                    .idAttr(target.etype())
                    .map(idAttr -> entities(reader.all(idAttr).stream()))
                    .orElseGet(LinkedHashSet::new);
            lacking.removeAll(having(target));
            found.addAll(back(target, lacking));
        }
        return found;
    }

    private Set<UUID> present(String etype, List<String> path) {
        Target target = target(etype, path).orElseThrow();
        return back(target, having(target));
    }

    /** Returns the entities with a value other than null. */
    private Set<UUID> having(Target target) {
        Stream<Triple> values = reader.values(target.attr()).stream()
                .filter(triple -> triple.value().kind() != Kind.NULL);
        Set<UUID> holders = entities(values);
        return target.reverse().map(way -> reader.sources(way, holders)).orElse(holders);
    }

    private Set<UUID> back(Target target, Set<UUID> found) {
        Set<UUID> entities = found;
        for (int i = target.ways().size() - 1; i >= 0; i--) {
            entities = reader.sources(target.ways().get(i), entities);
        }
        return entities;
    }

    /**
     * Where a path leads.
     *
     * @param ways the links on the way
     * @param etype the type of the entities that have the value
     * @param attr what the value is kept under
     * @param reverse the link that the path ends with, if it is kept at its other end
     */
    private record Target(List<LinkWay> ways, String etype, AttrRow attr, Optional<LinkWay> reverse) {}

    private Optional<Target> target(String etype, List<String> path) {
        List<LinkWay> ways = new ArrayList<>();
        String at = etype;
        for (String label : path.subList(0, path.size() - 1)) {
            Optional<LinkWay> way = LinkWay.of(reader.schema(), new AttrName(at, label));
            if (way.isEmpty()) {
                return Optional.empty();
            }
            ways.add(way.get());
            at = way.get().etype();
        }
        AttrName name = new AttrName(at, path.get(path.size() - 1));
        String end = at;
        Optional<LinkWay> last = LinkWay.of(reader.schema(), name);
        return last.map(LinkWay::attr)
                .or(() -> reader.schema().forward(name))
                .map(attr -> new Target(ways, end, attr, last.filter(way -> !way.isForward())));
    }
}
