package dev.instant4j.contract;

import dev.instant4j.client.JobProgress;
import dev.instant4j.client.SchemaPush;
import dev.instant4j.model.AdditivePlan;
import dev.instant4j.model.Attr;
import dev.instant4j.model.DataType;
import dev.instant4j.model.DeletedAttr;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Hints;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobId;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Place;
import dev.instant4j.model.PlannedStep;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.TemporaryApp;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

import static dev.instant4j.contract.Definitions.TODOS;
import static org.assertj.core.api.Assertions.assertThat;

/** How every platform takes whole definitions, and lets go of attrs. */
public interface PushContract extends PlatformContract {

    @Test
    default void a_definition_is_planned_pushed_and_read_back() {
        TemporaryApp app = newApp();

        AdditivePlan plan = result(as(app).schema().plan(app.id(), TODOS));
        List<Job> jobs = result(as(app).schema().push(app.id(), TODOS).outcome());

        assertThat(plan.steps()).extracting(PlannedStep::kind).containsOnly("add-attr");
        assertThat(jobs).isEmpty();
        assertThat(result(as(app).schema().definition(app.id()))).isEqualTo(sorted(TODOS));
        assertThat(result(as(app).schema().plan(app.id(), TODOS)).isEmpty()).isTrue();
    }

    @Test
    default void a_changed_definition_is_pushed_by_jobs_whose_progress_is_told() {
        TemporaryApp app = newApp();
        result(as(app).schema()
                .push(app.id(), oneAttr(Attr.of("title", DataType.STRING, Place.UNKNOWN)))
                .outcome());
        List<JobProgress> told = new CopyOnWriteArrayList<>();

        SchemaPush push = as(app).schema()
                .push(
                        app.id(),
                        oneAttr(Attr.of("title", DataType.STRING, Place.UNKNOWN)
                                .indexed()
                                .unique()))
                .subscribe(told::add);

        assertThat(result(push.outcome())).hasSize(2).allMatch(job -> job.state() == Job.State.COMPLETED);
        assertThat(told).isNotEmpty();
        assertThat(told.get(told.size() - 1).done()).isEqualTo(2);
    }

    @Test
    default void a_deleted_attr_is_kept_for_a_while_under_its_former_name() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        result(as(app).schema().applySteps(app.id(), List.of(new Step.AddAttr(title))));

        result(as(app).schema().applySteps(app.id(), List.of(new Step.DeleteAttr(title.id(), title.name()))));

        assertThat(result(as(app).schema().deletedAttrs(app.id())).attrs())
                .extracting(DeletedAttr::formerName)
                .containsExactly(title.name());
    }

    @Test
    default void a_job_is_started_and_read_by_itself() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        result(as(app).schema()
                .applySteps(app.id(), List.of(new Step.AddAttr(Definitions.id("todos")), new Step.AddAttr(title))));

        Job started = result(as(app).jobs().start(app.id(), title.id(), JobType.INDEX));

        assertThat(started.attr()).isEqualTo(title.id());
        assertThat(result(as(app).jobs().get(app.id(), started.id())))
                .map(Job::type)
                .hasValue(JobType.INDEX);
        assertThat(result(as(app).jobs().get(app.id(), new JobId(UUID.randomUUID()))))
                .isEmpty();
    }

    private static Schema oneAttr(Attr attr) {
        return new Schema(List.of(new Entity("todos", List.of(attr), Hints.NONE, Place.UNKNOWN)), List.of(), List.of());
    }

    private static Schema sorted(Schema schema) {
        List<Entity> entities = schema.entities().stream()
                .map(entity -> new Entity(
                        entity.name(),
                        entity.attrs().stream()
                                .sorted(Comparator.comparing(Attr::name))
                                .toList(),
                        entity.hints(),
                        entity.place()))
                .toList();
        return new Schema(entities, schema.links(), schema.rooms());
    }
}
