package dev.instant4j.plan;

import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Step;
import dev.instant4j.model.Step.AddAttr;
import dev.instant4j.model.Step.DeleteAttr;
import dev.instant4j.model.Step.StartJob;
import dev.instant4j.model.Step.UpdateAttr;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does to attrs what a platform would do, and refuses what a platform refuses: names that are taken, second updates. */
final class Replay implements Step.Cases<Boolean> {
    private final Map<AttrId, StoredAttr> attrs = new LinkedHashMap<>();
    private final List<AttrId> updated = new ArrayList<>();

    private Replay(Attrs from) {
        from.all().forEach(attr -> attrs.put(attr.id(), attr));
    }

    static Attrs of(List<Stage> stages, Attrs from) {
        Attrs now = from;
        for (Stage stage : stages) {
            Replay replay = new Replay(now);
            stage.steps().forEach(step -> step.match(replay));
            now = Attrs.of(List.copyOf(replay.attrs.values()));
        }
        return now;
    }

    @Override
    public Boolean addAttr(AddAttr step) {
        return put(step.definition());
    }

    @Override
    public Boolean updateAttr(UpdateAttr step) {
        if (updated.contains(step.attr())) {
            throw new IllegalStateException("a second update of " + step.attr());
        }
        updated.add(step.attr());
        StoredAttr old = stored(step.attr());
        if (!old.forward().id().equals(step.forward().id())) {
            throw new IllegalStateException("another ident id for " + old.name());
        }
        return put(copy(
                old,
                step.forward(),
                step.reverse(),
                new Flags(old.isUnique(), old.isIndexed(), old.isRequired(), old.checkedType()),
                step));
    }

    @Override
    public Boolean deleteAttr(DeleteAttr step) {
        stored(step.attr());
        return attrs.remove(step.attr()) != null;
    }

    @Override
    public Boolean startJob(StartJob step) {
        StoredAttr old = stored(step.attr());
        if (!old.name().equals(step.name())) {
            throw new IllegalStateException("a job for " + step.name() + ", which is " + old.name());
        }
        Flags flags = switch (step.type()) {
            case INDEX -> new Flags(old.isUnique(), true, old.isRequired(), old.checkedType());
            case REMOVE_INDEX -> new Flags(old.isUnique(), false, old.isRequired(), old.checkedType());
            case UNIQUE -> new Flags(true, old.isIndexed(), old.isRequired(), old.checkedType());
            case REMOVE_UNIQUE -> new Flags(false, old.isIndexed(), old.isRequired(), old.checkedType());
            case REQUIRED -> new Flags(old.isUnique(), old.isIndexed(), true, old.checkedType());
            case REMOVE_REQUIRED -> new Flags(old.isUnique(), old.isIndexed(), false, old.checkedType());
            case CHECK_DATA_TYPE, REMOVE_DATA_TYPE ->
                new Flags(old.isUnique(), old.isIndexed(), old.isRequired(), step.checkedType());
        };
        return put(copy(old, old.forward(), old.reverse(), flags, null));
    }

    private record Flags(
            boolean isUnique,
            boolean isIndexed,
            boolean isRequired,
            @Nullable DataType type) {}

    private StoredAttr stored(AttrId id) {
        StoredAttr attr = attrs.get(id);
        if (attr == null) {
            throw new IllegalStateException("no attr " + id);
        }
        return attr;
    }

    private boolean put(StoredAttr attr) {
        for (StoredAttr other : attrs.values()) {
            if (!other.id().equals(attr.id())) {
                names(attr).stream().filter(names(other)::contains).findFirst().ifPresent(taken -> {
                    throw new IllegalStateException(taken + " already exists");
                });
            }
        }
        return attrs.put(attr.id(), attr) == null;
    }

    private static List<AttrName> names(StoredAttr attr) {
        Ident reverse = attr.reverse();
        return reverse == null ? List.of(attr.name()) : List.of(attr.name(), reverse.name());
    }

    private static StoredAttr copy(
            StoredAttr old, Ident forward, @Nullable Ident reverse, Flags flags, @Nullable UpdateAttr update) {
        return new StoredAttr(
                old.id(),
                forward,
                reverse,
                old.valueType(),
                update == null ? old.has() : update.has(),
                flags.isUnique(),
                flags.isIndexed(),
                flags.isRequired(),
                flags.type(),
                List.of(),
                false,
                update == null ? old.onDelete() : update.onDelete(),
                update == null ? old.onDeleteReverse() : update.onDeleteReverse(),
                StoredAttr.Running.NOTHING);
    }
}
