package dev.instant4j.contract;

import dev.instant4j.client.JobProgress;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.TemporaryApp;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How every platform runs background jobs. */
public interface JobsContract extends PlatformContract {

    @Test
    default void jobs_on_an_attr_without_values_complete_and_take_effect() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        add(app, Definitions.id("todos"), title);

        List<Job> jobs = run(
                app,
                new Step.StartJob(title.id(), title.name(), JobType.INDEX, null),
                new Step.StartJob(title.id(), title.name(), JobType.UNIQUE, null),
                new Step.StartJob(title.id(), title.name(), JobType.REQUIRED, null),
                new Step.StartJob(title.id(), title.name(), JobType.CHECK_DATA_TYPE, DataType.NUMBER));

        assertThat(jobs).hasSize(4).allSatisfy(job -> {
            assertThat(job.state()).isEqualTo(Job.State.COMPLETED);
            assertThat(job.attr()).isEqualTo(title.id());
            assertThat(job.attrName()).isEqualTo("todos.title");
            assertThat(job.failure()).isNull();
        });
        StoredAttr after = stored(app, title);
        assertThat(after.isIndexed() && after.isUnique() && after.isRequired()).isTrue();
        assertThat(after.checkedType()).isEqualTo(DataType.NUMBER);
        assertThat(after.running()).isEqualTo(StoredAttr.Running.NOTHING);
    }

    @Test
    default void jobs_take_constraints_off_too() {
        TemporaryApp app = newApp();
        StoredAttr id = Definitions.id("todos");
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        add(app, id, title);

        List<Job> jobs = run(
                app,
                new Step.StartJob(id.id(), id.name(), JobType.REMOVE_UNIQUE, null),
                new Step.StartJob(title.id(), title.name(), JobType.REMOVE_DATA_TYPE, null));

        assertThat(jobs).hasSize(2).allMatch(job -> job.state() == Job.State.COMPLETED);
        assertThat(stored(app, id).isUnique()).isFalse();
        assertThat(stored(app, title).checkedType()).isNull();
    }

    @Test
    default void a_job_that_fails_is_in_the_result_and_fails_nothing_else() {
        TemporaryApp app = newApp();
        Attrs attrs = result(as(app).schema().pull(app.id()));
        StoredAttr email = attrs.byName(new AttrName("$users", "email")).orElseThrow();

        List<Job> jobs = run(app, new Step.StartJob(email.id(), email.name(), JobType.REMOVE_INDEX, null));

        assertThat(jobs).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(Job.State.ERRORED);
            assertThat(job.failed()).map(Job.Failure::error).hasValue("invalid-attr-state-error");
        });
    }

    @Test
    default void progress_ends_with_all_jobs_done() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        add(app, Definitions.id("todos"), title);
        JobGroupId group = start(app, new Step.StartJob(title.id(), title.name(), JobType.INDEX, null));
        List<JobProgress> told = new CopyOnWriteArrayList<>();

        result(as(app).jobs().await(app.id(), group, told::add));

        assertThat(told).isNotEmpty().allMatch(progress -> progress.total() == 1);
        assertThat(told.get(told.size() - 1).isFinal()).isTrue();
    }

    @Test
    default void an_unknown_group_has_no_jobs() {
        TemporaryApp app = newApp();

        assertThat(result(as(app).jobs().group(app.id(), new JobGroupId(UUID.randomUUID()))))
                .isEmpty();
    }

    private void add(TemporaryApp app, StoredAttr... attrs) {
        List<Step.AddAttr> steps =
                List.of(attrs).stream().map(Step.AddAttr::new).toList();
        result(as(app).schema().applySteps(app.id(), steps));
    }

    private List<Job> run(TemporaryApp app, Step... steps) {
        return result(as(app).jobs().await(app.id(), start(app, steps), progress -> {}));
    }

    private JobGroupId start(TemporaryApp app, Step... steps) {
        return result(as(app).schema().applySteps(app.id(), List.of(steps))).orElseThrow();
    }

    private StoredAttr stored(TemporaryApp app, StoredAttr attr) {
        return result(as(app).schema().pull(app.id())).byId(attr.id()).orElseThrow();
    }
}
