package dev.instant4j.push;

import dev.instant4j.diff.Renames;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Schema;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.plan.Plan;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.push.PushedApp.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A push was killed while its jobs were running; what comes next waits for them, or says that it can't. */
class EarlierJobsTest {
    private static final Schema PLAIN = schema(entity("posts", string("title")));
    private static final Schema UNIQUE = schema(entity("posts", string("title").unique()));
    private static final Schema INDEXED = schema(entity("posts", string("title").indexed()));

    private final PushedApp app = new PushedApp();

    @BeforeEach
    void push() {
        app.push(PLAIN);
        app.write("posts", new JsonObject().put("title", "same"));
    }

    @AfterEach
    void close() {
        app.close();
    }

    /** Sends the steps of a push and forgets about it, while the first job is in the middle of its work. */
    private void pushAndDie(Schema wanted) {
        app.holdJobs(1);
        app.send(app.plan(wanted));
        app.untilBusy();
    }

    @Test
    void a_push_that_is_done_again_says_so_only_when_the_jobs_of_the_first_are_done() {
        pushAndDie(UNIQUE);

        Waiting waiting = new Waiting();
        Plan plan = await(app.pushWaiting(Duration.ofMinutes(1))
                .plan(app.id(), new Definition(UNIQUE, null), Renames.NONE, waiting));

        assertThat(waiting.seen).first().asString().contains("posts.title");
        assertThat(plan.isEmpty()).isTrue();
        assertThat(app.attrs().busy()).isEmpty();
        assertThat(app.plan(PLAIN).changes()).hasSize(1);
    }

    @Test
    void jobs_that_fail_after_the_push_was_killed_are_asked_for_again() {
        app.write("posts", new JsonObject().put("title", "same"));
        pushAndDie(UNIQUE);

        Plan plan = await(app.pushWaiting(Duration.ofMinutes(1))
                .plan(app.id(), new Definition(UNIQUE, null), Renames.NONE, new Waiting()));

        assertThat(plan.counts().changed()).isEqualTo(1);
    }

    @Test
    void the_opposite_is_sent_only_when_the_first_is_done() {
        pushAndDie(INDEXED);

        Waiting waiting = new Waiting();
        Push push = app.pushWaiting(Duration.ofMinutes(1));
        PushResult result = await(push.plan(app.id(), new Definition(PLAIN, null), Renames.NONE, waiting)
                .compose(plan -> push.push(plan, Consent.NONE, PushProgress.IGNORED)));

        assertThat(result.isComplete()).isTrue();
        assertThat(result.jobs()).hasSize(1);
        assertThat(waiting.seen).isNotEmpty();
    }

    @Test
    void when_patience_is_at_its_end_the_plan_says_what_is_still_going_on_and_is_not_pushed() {
        pushAndDie(INDEXED);

        Push push = app.pushWaiting(Duration.ZERO);
        Plan plan = await(push.plan(app.id(), new Definition(PLAIN, null), Renames.NONE));
        Future<PushResult> pushed = push.push(plan, Consent.NONE, PushProgress.IGNORED);

        assertThat(plan.findings())
                .extracting(finding -> finding.code() + " " + finding.subject())
                .containsExactly("IDB251 posts.title");
        assertThat(pushed.cause()).hasMessageContaining("posts.title");
        app.releaseJobs();
    }

    @Test
    void a_plan_is_not_pushed_over_jobs_that_began_after_it_was_made() {
        Plan plan = app.plan(INDEXED);
        pushAndDie(UNIQUE);

        Throwable refused = await(app.pushWaiting(Duration.ZERO)
                .push(plan, Consent.NONE, PushProgress.IGNORED)
                .map((Throwable) new AssertionError("pushed"))
                .otherwise(failure -> failure));

        assertThat(refused).hasMessageContaining("jobs of another push work on posts.title");
        app.releaseJobs();
    }

    /** Lets the jobs go on once somebody waits for them. */
    private final class Waiting implements PushProgress {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void settling(List<StoredAttr> busy) {
            seen.add(busy.get(0).name().toString());
            app.releaseJobs();
        }
    }
}
