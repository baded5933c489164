package dev.instant4j.push;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Job;
import java.util.List;

/**
 * What stored data a push would fail on, or lose.
 *
 * @param finding what it means, with the number of entities and no value of any
 * @param count how many entities there are
 * @param samples up to three of them, with the values in question
 */
public record Affected(Finding finding, long count, List<Job.Sample> samples) {

    public Affected {
        samples = List.copyOf(samples);
    }
}
