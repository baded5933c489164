package dev.instant4j.local.service;

import dev.instant4j.model.JobType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The platform's words for kinds of jobs. */
final class JobTypes {
    private JobTypes() {}

    static Optional<JobType> ofWord(String word) {
        return Stream.of(JobType.values())
                .filter(type -> word(type).equals(word))
                .findFirst();
    }

    static String word(JobType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what no two jobs on one attr may share at a time. */
    static String serialKey(JobType type) {
        return switch (type) {
            case INDEX, REMOVE_INDEX -> "index";
            case UNIQUE, REMOVE_UNIQUE -> "unique";
            case REQUIRED, REMOVE_REQUIRED -> "required";
            case CHECK_DATA_TYPE, REMOVE_DATA_TYPE -> "data-type";
        };
    }
}
