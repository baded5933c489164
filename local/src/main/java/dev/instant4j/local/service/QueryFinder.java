package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.service.Condition.Operator;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.EntitySet;
import dev.instant4j.local.store.ValueTest;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the database for which entities conditions hold. */
final class QueryFinder {
    private final UUID app;
    private final AppSchema schema;
    private final ConditionCheck check;

    QueryFinder(UUID app, AppSchema schema, JsonObject query) {
        this.app = app;
        this.schema = schema;
        this.check = new ConditionCheck(query);
    }

    /**
     * Tells whether the schema has all that conditions on entities of a type are about. A condition on something that
     * it lacks makes the real platform answer with nothing at all.
     *
     * @throws Refusal if a condition can't be met by what it is about
     */
    boolean isKnown(String etype, List<Condition> conditions) {
        return conditions.stream()
                .flatMap(QueryFinder::matches)
                .filter(match -> !isKnown(etype, match))
                .findAny()
                .isEmpty();
    }

    private static Stream<Match> matches(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().flatMap(QueryFinder::matches);
        }
        return condition instanceof Condition.Or or
                ? or.conditions().stream().flatMap(QueryFinder::matches)
                : Stream.of((Match) condition);
    }

    private boolean isKnown(String etype, Match match) {
        Optional<Target> target = target(etype, match.path());
        target.map(Target::attr).ifPresent(attr -> check.check(match, attr));
        return target.isPresent();
    }

    /**
     * Returns the entities of a type for which all conditions hold, all of which are known; null if there are none.
     *
     * @throws Refusal if there are too many conditions
     */
    @Nullable
    EntitySet find(String etype, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return null;
        }
        EntitySet found = all(etype, conditions);
        if (found.isTooLarge()) {
            throw Refusal.tooManyParameters();
        }
        return found;
    }

    private EntitySet all(String etype, List<Condition> conditions) {
        return conditions.isEmpty()
                ? everything(etype)
                : EntitySet.all(conditions.stream()
                        .map(condition -> one(etype, condition))
                        .toList());
    }

    private EntitySet everything(String etype) {
        return schema.idAttr(etype)
                .map(idAttr -> EntitySet.having(app, idAttr.id(), ValueTest.notNull()))
                .orElseGet(EntitySet::none);
    }

    private EntitySet one(String etype, Condition condition) {
        if (condition instanceof Condition.And and) {
            return all(etype, and.conditions());
        }
        if (condition instanceof Condition.Or or) {
            return EntitySet.any(
                    or.conditions().stream().map(option -> one(etype, option)).toList());
        }
        return match(etype, (Match) condition);
    }

    private EntitySet match(String etype, Match match) {
        List<String> path = match.path();
        Target target = target(etype, path).orElseThrow();
        if (match.operator() == Operator.IS_NULL) {
            return Boolean.TRUE.equals(match.value())
                    ? missing(etype, path, path.size())
                    : back(target, having(target));
        }
        EntitySet found = back(target, holding(target, match));
        if (match.operator() != Operator.NOT) {
            return found;
        }
        boolean hasNulls =
                target.attr().constraints().isIndexed() && !target.attr().isLink();
        int lacking = hasNulls ? path.size() - 1 : path.size();
        return lacking == 0 ? found : EntitySet.any(List.of(found, missing(etype, path, lacking)));
    }

    private EntitySet holding(Target target, Match match) {
        AttrRow attr = target.attr();
        return target.reverse()
                .map(way -> EntitySet.linkedFrom(app, attr.id(), sources(way, match)))
                .orElseGet(() -> EntitySet.having(app, attr.id(), MatchTest.of(attr, match)));
    }

    private EntitySet sources(LinkWay way, Match match) {
        EntitySet named = EntitySet.of(MatchTest.ids(match));
        return match.operator() == Operator.NOT
                ? EntitySet.having(app, way.attr().id(), ValueTest.notNull()).minus(named)
                : named;
    }

    /** Returns the entities that lack a value on the way: under one of the first {@code count} parts of a path. */
    private EntitySet missing(String etype, List<String> path, int count) {
        List<EntitySet> found = new ArrayList<>();
        for (int length = 1; length <= count; length++) {
            Target target = target(etype, path.subList(0, length)).orElseThrow();
            found.add(back(target, everything(target.etype()).minus(having(target))));
        }
        return EntitySet.any(found);
    }

    /** Returns the entities with a value other than null. */
    private EntitySet having(Target target) {
        EntitySet holders = EntitySet.having(app, target.attr().id(), ValueTest.notNull());
        return target.reverse().isPresent()
                ? EntitySet.linkedFrom(app, target.attr().id(), holders)
                : holders;
    }

    private EntitySet back(Target target, EntitySet found) {
        EntitySet entities = found;
        for (int i = target.ways().size() - 1; i >= 0; i--) {
            LinkWay way = target.ways().get(i);
            entities = way.isForward()
                    ? EntitySet.linkedTo(app, way.attr().id(), entities)
                    : EntitySet.linkedFrom(app, way.attr().id(), entities);
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
            Optional<LinkWay> way = LinkWay.follow(schema, new AttrName(at, label));
            if (way.isEmpty()) {
                return Optional.empty();
            }
            ways.add(way.get());
            at = way.get().etype();
        }
        AttrName name = new AttrName(at, path.get(path.size() - 1));
        String end = at;
        Optional<LinkWay> last = LinkWay.of(schema, name);
        return last.map(LinkWay::attr)
                .or(() -> schema.forward(name))
                .map(attr -> new Target(ways, end, attr, last.filter(way -> !way.isForward())));
    }
}
