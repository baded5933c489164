package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Ident;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Step.AddAttr;
import dev.instant4j.model.Step.DeleteAttr;
import dev.instant4j.model.Step.StartJob;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a change into steps. */
final class StepsOf implements Change.Cases<Steps> {
    private final IdSource ids;

    StepsOf(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public Steps entityAdded(Change.EntityAdded change) {
        return add(blob(new AttrName(change.entity(), "id"), true, false, false, null));
    }

    @Override
    public Steps attrAdded(Change.AttrAdded change) {
        Attr attr = change.definition();
        DataType type = attr.type().checked().orElse(null);
        return add(blob(change.name(), attr.isUnique(), attr.isIndexed(), attr.isRequired(), type));
    }

    @Override
    public Steps linkAdded(Change.LinkAdded change) {
        Link link = change.definition();
        UUID id = ids.next();
        return add(new StoredAttr(
                new AttrId(id),
                new Ident(id, link.forward().name()),
                new Ident(ids.next(), link.reverse().name()),
                ValueType.REF,
                link.forward().has(),
                link.reverse().has() == Has.ONE,
                false,
                link.forward().isRequired(),
                null,
                List.of(),
                false,
                link.forward().onDelete(),
                link.reverse().onDelete(),
                StoredAttr.Running.NOTHING));
    }

    private StoredAttr blob(
            AttrName name, boolean isUnique, boolean isIndexed, boolean isRequired, @Nullable DataType type) {
        UUID id = ids.next();
        return new StoredAttr(
                new AttrId(id),
                new Ident(id, name),
                null,
                ValueType.BLOB,
                Has.ONE,
                isUnique,
                isIndexed,
                isRequired,
                type,
                List.of(),
                false,
                null,
                null,
                StoredAttr.Running.NOTHING);
    }

    private Steps add(StoredAttr attr) {
        return new Steps(List.of(), List.of(), List.of(new AddAttr(attr)), List.of());
    }

    @Override
    public Steps entityDeleted(Change.EntityDeleted change) {
        return delete(change.id());
    }

    @Override
    public Steps attrDeleted(Change.AttrDeleted change) {
        return delete(change.stored());
    }

    @Override
    public Steps linkDeleted(Change.LinkDeleted change) {
        return delete(change.stored());
    }

    private Steps delete(StoredAttr attr) {
        return new Steps(List.of(new DeleteAttr(attr.id(), attr.name())), List.of(), List.of(), List.of());
    }

    @Override
    public Steps entityRenamed(Change.EntityRenamed change) {
        return updating(
                change.moved().stream()
                        .map(attr -> Update.renaming(attr, change.renames()::wantedName))
                        .toList(),
                List.of());
    }

    @Override
    public Steps attrChanged(Change.AttrChanged change) {
        StoredAttr from = change.from();
        Attr to = change.to();
        List<StartJob> jobs = new ArrayList<>();
        switchJob(from.isIndexed(), to.isIndexed(), JobType.INDEX, JobType.REMOVE_INDEX, from, change.name(), jobs);
        switchJob(from.isUnique(), to.isUnique(), JobType.UNIQUE, JobType.REMOVE_UNIQUE, from, change.name(), jobs);
        switchJob(
                from.isRequired(),
                to.isRequired(),
                JobType.REQUIRED,
                JobType.REMOVE_REQUIRED,
                from,
                change.name(),
                jobs);
        DataType type = to.type().checked().orElse(null);
        if (type != from.checkedType()) {
            JobType job = type == null ? JobType.REMOVE_DATA_TYPE : JobType.CHECK_DATA_TYPE;
            jobs.add(new StartJob(from.id(), change.name(), job, type));
        }
        return updating(List.of(Update.renaming(from, name -> change.name())), jobs);
    }

    @Override
    public Steps linkChanged(Change.LinkChanged change) {
        StoredAttr from = change.from();
        LinkEnd forward = change.to().forward();
        boolean isUnique = change.to().reverse().has() == Has.ONE;
        List<StartJob> jobs = new ArrayList<>();
        switchJob(from.isUnique(), isUnique, JobType.UNIQUE, JobType.REMOVE_UNIQUE, from, forward.name(), jobs);
        switchJob(
                from.isRequired(),
                forward.isRequired(),
                JobType.REQUIRED,
                JobType.REMOVE_REQUIRED,
                from,
                forward.name(),
                jobs);
        return updating(List.of(Update.of(from, change.to())), jobs);
    }

    private static Steps updating(List<Update> updates, List<StartJob> jobs) {
        List<Update> needed = updates.stream().filter(Update::changesAnything).toList();
        return new Steps(List.of(), needed, List.of(), jobs);
    }

    private static void switchJob(
            boolean is, boolean shall, JobType on, JobType off, StoredAttr attr, AttrName name, List<StartJob> jobs) {
        if (is != shall) {
            jobs.add(new StartJob(attr.id(), name, shall ? on : off, null));
        }
    }
}
