package dev.instant4j.contract;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Lookup;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.Transaction;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.TemporaryApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How every platform keeps data. */
public interface DataContract extends PlatformContract {

    @Test
    default void what_is_written_is_read() {
        TemporaryApp app = newApp();
        AdminClient admin = admin(app);
        result(as(app).schema()
                .applySteps(
                        app.id(),
                        List.of(
                                new Step.AddAttr(Definitions.id("posts")),
                                new Step.AddAttr(Definitions.id("authors")),
                                new Step.AddAttr(Definitions.link("posts", "author", "authors", "posts")))));
        EntityId post = EntityId.random();
        EntityId ann = EntityId.random();

        result(admin.transact(
                Write.update(
                        "posts",
                        post,
                        new JsonObject().put("title", "Alpha").put("meta", new JsonObject().put("a", 1))),
                Write.update("authors", ann, new JsonObject().put("name", "ann")),
                Write.link("posts", post, "author", ann)));
        result(admin.transact(Write.merge("posts", post, new JsonObject("{\"meta\":{\"b\":2}}"))));

        JsonObject read = result(admin.query(Query.of(new JsonObject("{\"posts\":{\"author\":{}}}"))))
                .getJsonArray("posts")
                .getJsonObject(0);
        assertThat(read.getString("title")).isEqualTo("Alpha");
        assertThat(read.getJsonObject("meta")).isEqualTo(new JsonObject("{\"a\":1,\"b\":2}"));
        assertThat(read.getJsonArray("author").getJsonObject(0).getString("name"))
                .isEqualTo("ann");
    }

    @Test
    default void a_transaction_happens_all_or_not_at_all() {
        AdminClient admin = admin(newApp());
        EntityId post = EntityId.random();
        result(admin.transact(Write.create("posts", post, new JsonObject().put("title", "one"))));

        assertThatThrownBy(() -> result(admin.transact(
                        Write.update("posts", EntityId.random(), new JsonObject().put("title", "two")),
                        Write.create("posts", post, new JsonObject().put("title", "again")))))
                .isInstanceOf(ApiException.class);

        assertThat(posts(admin)).hasSize(1);
    }

    @Test
    default void a_strict_transaction_makes_no_attrs() {
        AdminClient admin = admin(newApp());
        Transaction strict = Transaction.of(
                        Write.update("posts", EntityId.random(), new JsonObject().put("title", "x")))
                .strict();

        assertThatThrownBy(() -> result(admin.transact(strict)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED));
    }

    @Test
    default void entities_are_found_by_unique_values_and_deleted() {
        TemporaryApp app = newApp();
        AdminClient admin = admin(app);
        StoredAttr id = Definitions.id("posts");
        StoredAttr slug = Definitions.blob("posts", "slug", DataType.STRING);
        result(as(app).schema().applySteps(app.id(), List.of(new Step.AddAttr(id), new Step.AddAttr(slug))));
        result(as(app).jobs()
                .await(
                        app.id(),
                        result(as(app).schema()
                                        .applySteps(
                                                app.id(),
                                                List.of(new Step.StartJob(
                                                        slug.id(), slug.name(), JobType.UNIQUE, null))))
                                .orElseThrow(),
                        progress -> {}));

        result(admin.transact(Write.update("posts", new Lookup("slug", "a"), new JsonObject().put("title", "A"))));
        assertThat(posts(admin)).hasSize(1);

        result(admin.transact(Write.delete("posts", new Lookup("slug", "a"))));
        assertThat(posts(admin)).isEmpty();
    }

    @Test
    default void a_job_that_data_contradicts_fails_with_samples() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("posts", "title", DataType.STRING);
        result(as(app).schema()
                .applySteps(app.id(), List.of(new Step.AddAttr(Definitions.id("posts")), new Step.AddAttr(title))));
        result(admin(app)
                .transact(
                        Write.update("posts", EntityId.random(), new JsonObject().put("title", "same")),
                        Write.update("posts", EntityId.random(), new JsonObject().put("title", "same"))));

        List<Job> jobs = result(as(app).schema()
                .pushSteps(app.id(), List.of(new Step.StartJob(title.id(), title.name(), JobType.UNIQUE, null)))
                .outcome());

        assertThat(jobs).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(Job.State.ERRORED);
            assertThat(job.failed().orElseThrow().error()).isEqualTo("triple-not-unique-error");
            assertThat(job.failed().orElseThrow().samples())
                    .extracting(Job.Sample::value)
                    .containsExactly("\"same\"", "\"same\"");
        });
    }

    @Test
    default void many_writes_are_done_in_batches() {
        AdminClient admin = admin(newApp());
        List<Write> writes = IntStream.range(0, 25)
                .<Write>mapToObj(i -> Write.update("posts", EntityId.random(), new JsonObject().put("n", i)))
                .toList();
        List<Integer> told = new ArrayList<>();

        result(admin.transactInBatches(writes, 10, told::add));

        assertThat(told).containsExactly(10, 20, 25);
        assertThat(posts(admin)).hasSize(25);
    }

    private AdminClient admin(TemporaryApp app) {
        return as(app).admin(app.id());
    }

    private JsonArray posts(AdminClient admin) {
        return result(admin.query(Query.of(new JsonObject("{\"posts\":{}}")))).getJsonArray("posts");
    }
}
