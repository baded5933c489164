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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds the steps of a change to others. */
final class StepsOf implements Change.Cases<Boolean> {
    private final IdSource ids;
    private final Steps steps;

    StepsOf(IdSource ids, Steps steps) {
        this.ids = ids;
        this.steps = steps;
    }

    @Override
    public Boolean entityAdded(Change.EntityAdded change) {
        return add(blob(new AttrName(change.entity(), "id"), true, false, false, null));
    }

    @Override
    public Boolean attrAdded(Change.AttrAdded change) {
        Attr attr = change.definition();
        DataType type = attr.type().checked().orElse(null);
        return add(blob(change.name(), attr.isUnique(), attr.isIndexed(), attr.isRequired(), type));
    }

    @Override
    public Boolean linkAdded(Change.LinkAdded change) {
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

    private boolean add(StoredAttr attr) {
        return steps.adds().add(new AddAttr(attr));
    }

    @Override
    public Boolean entityDeleted(Change.EntityDeleted change) {
        return delete(change.id());
    }

    @Override
    public Boolean attrDeleted(Change.AttrDeleted change) {
        return delete(change.stored());
    }

    @Override
    public Boolean linkDeleted(Change.LinkDeleted change) {
        return delete(change.stored());
    }

    private boolean delete(StoredAttr attr) {
        return steps.deletes().add(new DeleteAttr(attr.id(), attr.name()));
    }

    @Override
    public Boolean entityRenamed(Change.EntityRenamed change) {
        change.moved().forEach(attr -> update(Update.renaming(attr, change.renames()::wantedName)));
        return true;
    }

    @Override
    public Boolean attrChanged(Change.AttrChanged change) {
        StoredAttr from = change.from();
        Attr to = change.to();
        switchJob(from.isIndexed(), to.isIndexed(), JobType.INDEX, JobType.REMOVE_INDEX, from, change.name());
        switchJob(from.isUnique(), to.isUnique(), JobType.UNIQUE, JobType.REMOVE_UNIQUE, from, change.name());
        switchJob(from.isRequired(), to.isRequired(), JobType.REQUIRED, JobType.REMOVE_REQUIRED, from, change.name());
        DataType type = to.type().checked().orElse(null);
        if (type != from.checkedType()) {
            JobType job = type == null ? JobType.REMOVE_DATA_TYPE : JobType.CHECK_DATA_TYPE;
            steps.jobs().add(new StartJob(from.id(), change.name(), job, type));
        }
        return update(Update.renaming(from, name -> change.name()));
    }

    @Override
    public Boolean linkChanged(Change.LinkChanged change) {
        StoredAttr from = change.from();
        LinkEnd forward = change.to().forward();
        boolean isUnique = change.to().reverse().has() == Has.ONE;
        switchJob(from.isUnique(), isUnique, JobType.UNIQUE, JobType.REMOVE_UNIQUE, from, forward.name());
        switchJob(
                from.isRequired(),
                forward.isRequired(),
                JobType.REQUIRED,
                JobType.REMOVE_REQUIRED,
                from,
                forward.name());
        return update(Update.of(from, change.to()));
    }

    private boolean update(Update update) {
        return update.changesAnything() && steps.updates().add(update);
    }

    private void switchJob(boolean is, boolean shall, JobType on, JobType off, StoredAttr attr, AttrName name) {
        if (is != shall) {
            steps.jobs().add(new StartJob(attr.id(), name, shall ? on : off, null));
        }
    }
}
