package dev.instant4j.wire;

import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Has;
import dev.instant4j.model.Hints;
import dev.instant4j.model.Ident;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Place;
import dev.instant4j.model.Presence;
import dev.instant4j.model.Room;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.Topic;
import dev.instant4j.model.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random values of the model; the same seed gives the same values. */
final class Samples {
    private static final List<String> NAMES =
            List.of("todos", "title", "a b", "ü", "x~y", "1st", "$users", "select", "\"quoted\"", "", "owner", "日本");

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    StoredAttr storedAttr() {
        boolean isLink = random.nextBoolean();
        return new StoredAttr(
                attrId(),
                ident(),
                isLink ? ident() : null,
                isLink ? ValueType.REF : ValueType.BLOB,
                isLink ? one(Has.values()) : Has.ONE,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                isLink ? null : checkedType(),
                random.nextBoolean() ? List.of() : List.of("string", "json"),
                random.nextBoolean(),
                isLink ? onDelete() : null,
                isLink ? onDelete() : null,
                new StoredAttr.Running(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
    }

    /** Returns a step, one that deletes an attr only of {@code known}. */
    Step step(StoredAttr known) {
        return switch (random.nextInt(4)) {
            case 0 -> new Step.AddAttr(asNew(storedAttr()));
            case 1 ->
                new Step.UpdateAttr(
                        attrId(),
                        ident(),
                        random.nextBoolean() ? ident() : null,
                        one(Has.values()),
                        onDelete(),
                        onDelete());
            case 2 -> new Step.DeleteAttr(known.id(), known.name());
            default -> job(one(JobType.values()));
        };
    }

    Schema schema() {
        return new Schema(
                named(name -> new Entity(name, attrs(), Hints.NONE, Place.UNKNOWN)),
                named(name -> new Link(name, linkEnd(), linkEnd(), null, Place.UNKNOWN)),
                named(name -> new Room(
                        name, new Presence(attrs()), named(topic -> new Topic(topic, attrs())), Place.UNKNOWN)));
    }

    /** Returns rules in the order in which they are read back: binds, actions, links, unlinks, fields, the rest. */
    Rules rules() {
        return new Rules(named(name -> new Namespace(name, rulesOfNamespace(), Place.UNKNOWN)));
    }

    private List<Rule> rulesOfNamespace() {
        List<Rule> rules = new ArrayList<>();
        for (Rule.Kind kind : Rule.Kind.values()) {
            if (kind == Rule.Kind.OTHER) {
                rules.addAll(named(name -> new Rule(kind, RulePath.of(name), json(), Place.UNKNOWN)));
            } else {
                rules.addAll(named(name -> new Rule(kind, name, "auth.id == '" + text() + "'", Place.UNKNOWN)));
            }
        }
        rules.sort(Comparator.comparing(Rule::kind));
        return rules;
    }

    private String json() {
        return List.of("1", "true", "\"text\"", "[1,null]", "{\"a\":{\"b\":\"c\"}}", "{}")
                .get(random.nextInt(6));
    }

    private Step job(JobType type) {
        DataType checked = type == JobType.CHECK_DATA_TYPE ? DataType.STRING : null;
        return new Step.StartJob(attrId(), name(), type, checked);
    }

    private static StoredAttr asNew(StoredAttr attr) {
        return new StoredAttr(
                attr.id(),
                attr.forward(),
                attr.reverse(),
                attr.valueType(),
                attr.has(),
                attr.isUnique(),
                attr.isIndexed(),
                attr.isRequired(),
                attr.checkedType(),
                List.of(),
                false,
                attr.onDelete(),
                attr.onDeleteReverse(),
                StoredAttr.Running.NOTHING);
    }

    private List<Attr> attrs() {
        return named(name -> new Attr(
                name,
                one(DataType.values()),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                List.of(),
                Hints.NONE,
                Place.UNKNOWN));
    }

    private LinkEnd linkEnd() {
        return new LinkEnd(text(), text(), one(Has.values()), random.nextBoolean(), onDelete(), null, Place.UNKNOWN);
    }

    private <T> List<T> named(Function<String, T> make) {
        return new TreeSet<>(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> text())
                        .toList())
                .stream().map(make).toList();
    }

    private AttrId attrId() {
        return new AttrId(new UUID(random.nextLong(), random.nextLong()));
    }

    private Ident ident() {
        return new Ident(new UUID(random.nextLong(), random.nextLong()), name());
    }

    private AttrName name() {
        return new AttrName(text(), text());
    }

    private String text() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private @Nullable DataType checkedType() {
        return one(DataType.values()).checked().orElse(null);
    }

    private @Nullable OnDelete onDelete() {
        return random.nextBoolean() ? OnDelete.CASCADE : null;
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
