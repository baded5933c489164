package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import dev.instant4j.rules.Refs;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the links of entities for rules. */
final class RefReader implements Refs {
    private final EntityReader reader;

    RefReader(EntityReader reader) {
        this.reader = reader;
    }

    @Override
    public List<@Nullable Object> values(String etype, String id, String path) {
        List<String> labels = List.of(path.split("\\.", -1));
        Set<UUID> entities = Params.uuidIn(id).map(Set::of).orElse(Set.of());
        String at = etype;
        for (String label : labels.subList(0, labels.size() - 1)) {
            AttrName name = new AttrName(at, label);
            LinkWay way = LinkWay.of(reader.schema(), name).orElseThrow(() -> unknown(name));
            entities = entities.stream()
                    .flatMap(entity -> reader.follow(way, entity).stream())
                    .collect(LinkedHashSet::new, Set::add, Set::addAll);
            at = way.etype();
        }
        return ends(entities, new AttrName(at, labels.get(labels.size() - 1)));
    }

    private List<@Nullable Object> ends(Set<UUID> entities, AttrName name) {
        Optional<AttrRow> attr = reader.schema().forward(name);
        Optional<LinkWay> way = LinkWay.of(reader.schema(), name);
        if (attr.isEmpty() && way.isEmpty()) {
            throw unknown(name);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (UUID entity : entities) {
            Stream<@Nullable Object> found = way.isPresent()
                    ? reader.follow(way.get(), entity).stream().map(UUID::toString)
                    : reader.values(entity, attr.orElseThrow()).stream().map(Value::json);
            found.forEach(values::add);
        }
        return values;
    }

    private static Refusal unknown(AttrName name) {
        JsonArray arguments =
                new JsonArray().add(new JsonArray().add(name.entity()).add(name.label()));
        return Refusal.recordNotFound("attr", new JsonObject().put("args", arguments));
    }
}
