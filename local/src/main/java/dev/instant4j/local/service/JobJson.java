package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrStore.StoredIdent;
import dev.instant4j.local.store.JobRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs as answers show them. */
final class JobJson {
    private static final int MAX_SAMPLES = 10;

    private JobJson() {}

    /** Returns the row of a job that was just made. */
    static JsonObject raw(JobRow job) {
        return made(job)
                .put("job_serial_key", JobTypes.serialKey(job.type()))
                .put("job_dependency", null)
                .put("worker_id", null)
                .put("context", null)
                .put("error_detail", null)
                .put("invalid_entity_id", text(job.invalidEntityId()));
    }

    /** Returns a job without what must be looked up. */
    static JsonObject made(JobRow job) {
        return new JsonObject()
                .put("id", job.id().toString())
                .put("app_id", job.appId().toString())
                .put("group_id", text(job.groupId()))
                .put("attr_id", job.attrId().toString())
                .put("job_type", JobTypes.word(job.type()))
                .put("job_status", job.status())
                .put("job_stage", job.stage())
                .put("work_estimate", job.workEstimate())
                .put("work_completed", job.workCompleted())
                .put("checked_data_type", job.checkedDataType())
                .put("error", job.error())
                .put("error_data", decoded(job.errorData()))
                .put("invalid_unique_value", decoded(job.invalidUniqueValue()))
                .put("created_at", AttrJson.time(job.createdAt()))
                .put("updated_at", AttrJson.time(job.updatedAt()))
                .put("done_at", AttrJson.time(job.doneAt()));
    }

    /** Returns a job with the name of its attr and a sample of what stands in its way now. */
    static JsonObject full(Tx tx, SystemCatalog catalog, JobRow job) {
        return made(job).put("attr_name", attrName(tx, catalog, job)).put("invalid_triples_sample", sample(tx, job));
    }

    private static @Nullable String attrName(Tx tx, SystemCatalog catalog, JobRow job) {
        Stream<AttrRow> system =
                catalog.attrs().stream().filter(attr -> attr.id().equals(job.attrId()));
        return tx.attrs()
                .byId(job.appId(), job.attrId())
                .flatMap(attr -> tx.attrs().ident(job.appId(), attr.forward().id()))
                .map(StoredIdent::name)
                .or(() -> system.map(AttrRow::name).findFirst())
                .map(AttrName::toString)
                .orElse(null);
    }

    private static @Nullable JsonArray sample(Tx tx, JobRow job) {
        String error = String.valueOf(job.error());
        Stream<Triple> found = switch (error) {
            case JobFailure.INVALID_TRIPLE ->
                tx.triples().under(job.appId(), job.attrId()).stream()
                        .filter(triple -> !ValueRules.fits(String.valueOf(job.checkedDataType()), triple.value()));
            case JobFailure.NOT_UNIQUE -> tx.triples().having(job.appId(), job.attrId(), uniqueValue(tx, job)).stream();
            case JobFailure.TOO_LARGE -> tooLarge(tx, job).stream();
            case JobFailure.MISSING_REQUIRED -> missing(tx, job);
            default -> Stream.empty();
        };
        List<JsonObject> shown = found.limit(MAX_SAMPLES).map(JobJson::shown).toList();
        return shown.isEmpty() ? null : new JsonArray(shown);
    }

    private static Value uniqueValue(Tx tx, JobRow job) {
        Object json = decoded(job.invalidUniqueValue());
        boolean isLink = tx.attrs()
                .byId(job.appId(), job.attrId())
                .filter(AttrRow::isLink)
                .isPresent();
        return isLink ? Value.link(UUID.fromString(String.valueOf(json))) : Value.of(json);
    }

    private static List<Triple> tooLarge(Tx tx, JobRow job) {
        UUID entity = job.invalidEntityId();
        return entity == null ? List.of() : tx.triples().of(job.appId(), entity, job.attrId());
    }

    /** Those that lacked a value when the job failed and still exist; never such of the system's own types. */
    private static Stream<Triple> missing(Tx tx, JobRow job) {
        Object data = decoded(job.errorData());
        JsonArray failed = data instanceof JsonObject object
                ? object.getJsonArray("entity-ids", new JsonArray())
                : new JsonArray();
        return tx.attrs().byId(job.appId(), job.attrId()).stream()
                .flatMap(attr -> tx.attrs().live(job.appId()).stream()
                        .filter(other ->
                                other.name().equals(new AttrName(attr.name().entity(), "id"))))
                .flatMap(idAttr -> failed.stream()
                        .map(id -> UUID.fromString(String.valueOf(id)))
                        .flatMap(id -> tx.triples().of(job.appId(), id, idAttr.id()).stream()))
                .map(triple -> new Triple(triple.entity(), job.attrId(), Value.NULL, triple.createdAt()));
    }

    private static JsonObject shown(Triple triple) {
        return new JsonObject()
                .put("entity_id", triple.entity().toString())
                .put("value", triple.value().json())
                .put("json_type", triple.value().kind().jsonType());
    }

    private static @Nullable Object decoded(@Nullable String json) {
        return json == null ? null : Json.decodeValue(json);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
