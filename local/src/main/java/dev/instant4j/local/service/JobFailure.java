package dev.instant4j.local.service;

import dev.instant4j.local.store.Value;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a job can't go on. What its stage did is kept: it includes the way back. */
final class JobFailure extends RuntimeException {
    static final String INVALID_TRIPLE = "invalid-triple-error";
    static final String NOT_UNIQUE = "triple-not-unique-error";
    static final String TOO_LARGE = "triple-too-large-error";
    static final String MISSING_REQUIRED = "missing-required-error";

    private static final long serialVersionUID = 1;

    private final String error;
    private final @Nullable String data;
    private final @Nullable String uniqueValue;
    private final @Nullable UUID entity;

    private JobFailure(String error, @Nullable String data, @Nullable String uniqueValue, @Nullable UUID entity) {
        super(error, null, false, false);
        this.error = error;
        this.data = data;
        this.uniqueValue = uniqueValue;
        this.entity = entity;
    }

    static JobFailure invalidTriple() {
        return new JobFailure(INVALID_TRIPLE, null, null, null);
    }

    static JobFailure notUnique(Value value) {
        return new JobFailure(NOT_UNIQUE, null, Json.encode(value.json()), null);
    }

    static JobFailure tooLarge(UUID entity) {
        return new JobFailure(TOO_LARGE, null, null, entity);
    }

    static JobFailure missingRequired(JsonObject data) {
        return new JobFailure(MISSING_REQUIRED, data.encode(), null, null);
    }

    /** The attr is none of the app's, or no more. */
    static JobFailure invalidAttr() {
        return new JobFailure("invalid-attr-state-error", null, null, null);
    }

    static JobFailure unexpected() {
        return new JobFailure("unexpected-error", null, null, null);
    }

    String error() {
        return error;
    }

    @Nullable
    String data() {
        return data;
    }

    @Nullable
    String uniqueValue() {
        return uniqueValue;
    }

    @Nullable
    UUID entity() {
        return entity;
    }
}
