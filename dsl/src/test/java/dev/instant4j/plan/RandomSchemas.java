package dev.instant4j.plan;

import dev.instant4j.dsl.Dsl;
import dev.instant4j.model.Attr;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Place;
import dev.instant4j.model.Schema;
import dev.instant4j.model.SchemaPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Schemas at random, small enough that two of them share names. */
public final class RandomSchemas {
    private static final List<String> ENTITIES = List.of("posts", "tags", "people", "$users");
    private static final List<String> LABELS = List.of("a", "b", "c", "d");
    /** Names that a platform takes, though code may stumble over them. */
    private static final List<String> ODD = List.of(
            "to do",
            "Ω",
            "é",
            "7",
            "2b",
            "🙂",
            "constructor",
            "__proto__",
            "toString",
            "hasOwnProperty",
            "null",
            "-",
            "serverCreatedAt",
            "x".repeat(200));

    private static final List<DataType> TYPES = List.of(DataType.values());

    private final Random random;
    private final List<String> entities;
    private final List<String> labels;

    public RandomSchemas(long seed) {
        this.random = new Random(seed);
        this.entities = withOdd(ENTITIES);
        this.labels = withOdd(LABELS);
    }

    private List<String> withOdd(List<String> usual) {
        List<String> odd = new ArrayList<>(ODD);
        Collections.shuffle(odd, random);
        return Stream.concat(usual.stream(), odd.stream().limit(2)).toList();
    }

    public Schema next() {
        List<SchemaPart> parts = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        List<String> chosen =
                entities.stream().filter(name -> random.nextInt(3) > 0).toList();
        for (String entity : chosen) {
            Attr[] attrs = labels.stream()
                    .filter(label -> random.nextBoolean() && taken.add(entity + "." + label))
                    .map(label -> attr(label, entity.startsWith("$")))
                    .toArray(Attr[]::new);
            parts.add(Dsl.entity(entity, attrs));
        }
        for (int i = 0; i < 4 && !chosen.isEmpty(); i++) {
            LinkEnd forward = end(chosen);
            LinkEnd reverse = end(chosen);
            boolean isFree = !taken.contains(forward.name().toString())
                    && !taken.contains(reverse.name().toString())
                    && !forward.name().equals(reverse.name());
            if (isFree) {
                taken.add(forward.name().toString());
                taken.add(reverse.name().toString());
                boolean isRequired = random.nextInt(4) == 0 && !forward.on().startsWith("$");
                parts.add(Dsl.link("link" + i, isRequired ? forward.required() : forward, reverse));
            }
        }
        return Schema.of(parts);
    }

    private Attr attr(String label, boolean isSystem) {
        Attr attr = Attr.of(label, TYPES.get(random.nextInt(TYPES.size())), Place.UNKNOWN);
        attr = random.nextInt(4) == 0 ? attr.unique() : attr;
        attr = random.nextInt(4) == 0 ? attr.indexed() : attr;
        return isSystem || random.nextBoolean() ? attr.optional() : attr;
    }

    private LinkEnd end(List<String> chosen) {
        String on = chosen.get(random.nextInt(chosen.size()));
        Has has = random.nextBoolean() ? Has.ONE : Has.MANY;
        LinkEnd end = LinkEnd.of(on, labels.get(random.nextInt(labels.size())), has, Place.UNKNOWN);
        return has == Has.ONE && random.nextBoolean() ? end.onDelete(OnDelete.CASCADE) : end;
    }
}
