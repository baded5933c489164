package dev.instant4j.local.stress;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.StoredAttr.Running;
import dev.instant4j.model.ValueType;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pushes pairs of attrs with jobs on another attr, which turn its constraints on and off. Every pair is there as a whole
 * or not at all, and the jobs that a kill interrupts come to their end.
 */
final class JobWitness implements Witness {
    private static final int MAX_POLLS = 10_000;
    private static final List<JobType> ON = List.of(JobType.UNIQUE, JobType.INDEX, JobType.REQUIRED);
    private static final List<JobType> OFF =
            List.of(JobType.REMOVE_UNIQUE, JobType.REMOVE_INDEX, JobType.REMOVE_REQUIRED);

    private final InstantPlatform platform;
    private final KilledApp app;
    private final AttrId number;
    private final List<JobGroupId> acknowledged = new ArrayList<>();

    JobWitness(InstantPlatform platform, KilledApp app) {
        this.platform = platform;
        this.app = app;
        this.number = number(platform).id();
    }

    private StoredAttr number(InstantPlatform from) {
        return attrs(from).byName(KilledApp.NUMBER).orElseThrow();
    }

    private Attrs attrs(InstantPlatform from) {
        return app.as(from).schema().pull(app.id()).await();
    }

    @Override
    public Future<Void> act() {
        int pair = acknowledged.size();
        Stream<Step> jobs = (isOn(pair + 1) ? ON : OFF)
                .stream().map(type -> new Step.StartJob(number, KilledApp.NUMBER, type, null));
        List<Step> steps = Stream.concat(Stream.of(attr("left" + pair), attr("right" + pair)), jobs)
                .toList();
        return app.as(platform)
                .schema()
                .applySteps(app.id(), steps)
                .onSuccess(group -> acknowledged.add(group.orElseThrow()))
                .mapEmpty();
    }

    private static boolean isOn(int pushes) {
        return pushes % 2 == 1;
    }

    private static Step attr(String label) {
        return new Step.AddAttr(new StoredAttr(
                new AttrId(UUID.randomUUID()),
                new Ident(UUID.randomUUID(), new AttrName("counted", label)),
                null,
                ValueType.BLOB,
                Has.ONE,
                false,
                false,
                false,
                null,
                List.of(),
                false,
                null,
                null,
                Running.NOTHING));
    }

    @Override
    public void check(InstantPlatform restarted) {
        Attrs kept = attrs(restarted);
        long pushes = count(kept, "left");

        assertThat(pushes).isBetween((long) acknowledged.size(), acknowledged.size() + 1L);
        assertThat(count(kept, "right")).isEqualTo(pushes);
        acknowledged.forEach(group -> assertThat(app.as(restarted)
                        .jobs()
                        .await(app.id(), group, progress -> {})
                        .await())
                .hasSize(ON.size())
                .extracting(Job::state)
                .containsOnly(Job.State.COMPLETED));
        assertThat(settled(restarted, isOn((int) pushes))).isTrue();
    }

    private static long count(Attrs attrs, String label) {
        return attrs.own().stream()
                .filter(attr -> attr.name().label().startsWith(label))
                .count();
    }

    /** Waits for the jobs of a push whose answer was lost, which nobody can name. */
    private boolean settled(InstantPlatform restarted, boolean isOn) {
        return Stream.generate(() -> number(restarted))
                .limit(MAX_POLLS)
                .anyMatch(attr -> attr.running().equals(Running.NOTHING)
                        && attr.isUnique() == isOn
                        && attr.isIndexed() == isOn
                        && attr.isRequired() == isOn);
    }
}
