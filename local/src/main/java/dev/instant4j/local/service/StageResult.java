package dev.instant4j.local.service;

/**
 * What a stage of a job has done.
 *
 * @param estimated how much work it has found
 * @param worked how much work it has done
 */
record StageResult(long estimated, long worked) {
    static final StageResult NOTHING = new StageResult(0, 0);

    static StageResult estimated(long count) {
        return new StageResult(count, 0);
    }

    static StageResult worked(long count) {
        return new StageResult(0, count);
    }
}
