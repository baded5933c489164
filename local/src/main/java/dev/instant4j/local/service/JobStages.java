package dev.instant4j.local.service;

import dev.instant4j.model.JobType;
import java.util.List;

/** The stages that a job goes through, in order. */
final class JobStages {
    static final String ESTIMATE = "estimate-work";
    static final String ESTIMATE_UNDEFINED = "estimate-work-with-undefineds";
    static final String VALIDATE = "validate";
    static final String REVALIDATE = "revalidate";
    static final String START = "update-attr-start";
    static final String UPDATE_ATTR = "update-attr";
    static final String UPDATE_TRIPLES = "update-triples";
    static final String INSERT_NULLS = "insert-nulls";
    static final String DONE = "update-attr-done";

    private static final List<String> PLAIN = List.of(START, ESTIMATE, UPDATE_TRIPLES, DONE);

    private JobStages() {}

    static List<String> of(JobType type) {
        return switch (type) {
            case CHECK_DATA_TYPE -> List.of(ESTIMATE, VALIDATE, START, REVALIDATE, UPDATE_TRIPLES, DONE);
            case INDEX -> List.of(START, ESTIMATE, ESTIMATE_UNDEFINED, UPDATE_TRIPLES, INSERT_NULLS, DONE);
            case REQUIRED -> List.of(ESTIMATE, VALIDATE, UPDATE_ATTR, REVALIDATE);
            case REMOVE_REQUIRED -> List.of(UPDATE_ATTR);
            case REMOVE_DATA_TYPE, REMOVE_INDEX, UNIQUE, REMOVE_UNIQUE -> PLAIN;
        };
    }
}
