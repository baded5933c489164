package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.local.store.JobRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.JobType;
import dev.instant4j.model.StoredAttr.Running;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what the stages of jobs stand for. A stage that fails takes back what earlier ones set. */
final class JobWork {
    private static final int MAX_SAMPLES = 10;

    private final SystemCatalog catalog;

    JobWork(SystemCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Runs the stage that a job is in.
     *
     * @throws JobFailure if the data or the attr do not allow it; what was written is to be kept
     */
    StageResult run(Tx tx, JobRow job) {
        @Nullable AttrRow attr = attr(tx, job);
        return switch (job.stage()) {
            case JobStages.ESTIMATE -> estimate(tx, job, attr);
            case JobStages.ESTIMATE_UNDEFINED -> StageResult.estimated(missing(tx, job, living(attr)));
            case JobStages.VALIDATE -> validate(tx, job, attr);
            case JobStages.REVALIDATE -> revalidate(tx, job, attr);
            case JobStages.INSERT_NULLS -> insertNulls(tx, job, own(attr));
            case JobStages.UPDATE_TRIPLES -> updateTriples(tx, job, own(attr));
            default -> updateAttr(tx, job, own(attr));
        };
    }

    private @Nullable AttrRow attr(Tx tx, JobRow job) {
        return catalog.attrs().stream()
                .filter(attr -> attr.id().equals(job.attrId()))
                .findFirst()
                .or(() -> tx.attrs().byId(job.appId(), job.attrId()))
                .orElse(null);
    }

    private StageResult estimate(Tx tx, JobRow job, @Nullable AttrRow attr) {
        if (job.type() == JobType.REQUIRED && idAttr(tx, job, living(attr)) == null) {
            throw JobFailure.unexpected();
        }
        return StageResult.estimated(tx.triples().count(job.appId(), job.attrId()));
    }

    /** Deleted attrs still have their row, which is all that some jobs look at. */
    private static AttrRow living(@Nullable AttrRow attr) {
        if (attr == null || attr.deletion() != null) {
            throw JobFailure.unexpected();
        }
        return attr;
    }

    /** Only attrs of the app itself can be changed. */
    private AttrRow own(@Nullable AttrRow attr) {
        if (attr == null || catalog.has(attr.id())) {
            throw JobFailure.invalidAttr();
        }
        return attr;
    }

    private long missing(Tx tx, JobRow job, AttrRow attr) {
        UUID idAttr = attr.isLink() ? null : idAttr(tx, job, attr);
        return idAttr == null ? 0 : tx.triples().countMissing(job.appId(), idAttr, job.attrId());
    }

    private @Nullable UUID idAttr(Tx tx, JobRow job, AttrRow attr) {
        return AppSchema.of(tx, catalog, job.appId())
                .idAttr(attr.name().entity())
                .map(AttrRow::id)
                .orElse(null);
    }

    private StageResult updateAttr(Tx tx, JobRow job, AttrRow attr) {
        boolean isStart = job.stage().equals(JobStages.START);
        Constraints has = attr.constraints();
        AttrRow changed = switch (job.type()) {
            case INDEX -> indexing(attr, isStart, true);
            case REMOVE_INDEX -> indexing(attr, isStart, false);
            case UNIQUE -> settingUnique(attr, isStart, true);
            case REMOVE_UNIQUE -> settingUnique(attr, isStart, false);
            case CHECK_DATA_TYPE -> checkingType(attr, isStart, job.checkedDataType());
            case REMOVE_DATA_TYPE -> checkingType(attr, isStart, null);
            case REQUIRED -> attr.withConstraints(has.withRequired(allowedRequired(attr)));
            case REMOVE_REQUIRED -> attr.withConstraints(has.withRequired(false));
        };
        tx.attrs().update(job.appId(), changed);
        return StageResult.NOTHING;
    }

    /** The database of the real platform lets nothing be required of its own entities. */
    private static boolean allowedRequired(AttrRow attr) {
        if (attr.name().entity().startsWith("$")) {
            throw JobFailure.unexpected();
        }
        return true;
    }

    private static AttrRow indexing(AttrRow attr, boolean isBusy, boolean isIndexed) {
        Running running = attr.running();
        return attr.withConstraints(attr.constraints().withIndexed(isIndexed))
                .withRunning(new Running(isBusy, running.isSettingUnique(), running.isCheckingType()));
    }

    private static AttrRow settingUnique(AttrRow attr, boolean isBusy, boolean isUnique) {
        Running running = attr.running();
        return attr.withConstraints(attr.constraints().withUnique(isUnique))
                .withRunning(new Running(running.isIndexing(), isBusy, running.isCheckingType()));
    }

    private static AttrRow checkingType(AttrRow attr, boolean isBusy, @Nullable String type) {
        Running running = attr.running();
        return attr.withConstraints(attr.constraints().withCheckedDataType(type))
                .withRunning(new Running(running.isIndexing(), running.isSettingUnique(), isBusy));
    }

    private StageResult validate(Tx tx, JobRow job, @Nullable AttrRow attr) {
        if (job.checkedDataType() != null) {
            return allValid(tx, job);
        }
        if (attr == null) {
            throw JobFailure.invalidAttr();
        }
        return noneMissing(tx, job, attr);
    }

    private StageResult revalidate(Tx tx, JobRow job, @Nullable AttrRow attr) {
        AttrRow own = own(attr);
        try {
            return validate(tx, job, own);
        } catch (JobFailure failure) {
            tx.attrs()
                    .update(
                            job.appId(),
                            job.checkedDataType() == null
                                    ? own.withConstraints(own.constraints().withRequired(false))
                                    : checkingType(own, false, null));
            throw failure;
        }
    }

    private static StageResult allValid(Tx tx, JobRow job) {
        List<Triple> triples = tx.triples().under(job.appId(), job.attrId());
        String type = String.valueOf(job.checkedDataType());
        if (!triples.stream().allMatch(triple -> ValueRules.fits(type, triple.value()))) {
            throw JobFailure.invalidTriple();
        }
        return StageResult.worked(triples.size());
    }

    private StageResult noneMissing(Tx tx, JobRow job, AttrRow attr) {
        UUID idAttr = idAttr(tx, job, attr);
        if (idAttr == null) {
            throw JobFailure.unexpected();
        }
        long count = tx.triples().countMissing(job.appId(), idAttr, attr.id());
        if (count > 0) {
            List<String> entities = tx.triples().missing(job.appId(), idAttr, attr.id(), MAX_SAMPLES).stream()
                    .map(UUID::toString)
                    .toList();
            throw JobFailure.missingRequired(new JsonObject()
                    .put("count", count)
                    .put("etype", attr.name().entity())
                    .put("label", attr.name().label())
                    .put("entity-ids", new JsonArray(entities)));
        }
        return StageResult.worked(tx.triples().count(job.appId(), attr.id()));
    }

    private StageResult updateTriples(Tx tx, JobRow job, AttrRow attr) {
        switch (job.type()) {
            case UNIQUE -> allUnique(tx, job, attr);
            case INDEX -> noneTooLarge(tx, job, indexing(attr, false, false));
            default -> {}
        }
        return StageResult.worked(tx.triples().count(job.appId(), attr.id()));
    }

    private static void allUnique(Tx tx, JobRow job, AttrRow attr) {
        AttrRow before = settingUnique(attr, false, false);
        noneTooLarge(tx, job, before);
        tx.triples().duplicate(job.appId(), attr.id()).ifPresent(duplicate -> {
            tx.attrs().update(job.appId(), before);
            throw JobFailure.notUnique(duplicate.value());
        });
    }

    private static void noneTooLarge(Tx tx, JobRow job, AttrRow before) {
        tx.triples().under(job.appId(), before.id()).stream()
                .filter(triple -> ValueSize.isTooLargeStored(triple.value()))
                .findFirst()
                .ifPresent(triple -> {
                    tx.attrs().update(job.appId(), before);
                    throw JobFailure.tooLarge(triple.entity());
                });
    }

    private StageResult insertNulls(Tx tx, JobRow job, AttrRow attr) {
        AttrRules.fillWithNull(tx, job.appId(), AppSchema.of(tx, catalog, job.appId()), attr);
        return StageResult.NOTHING;
    }
}
