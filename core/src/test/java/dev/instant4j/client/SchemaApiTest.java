package dev.instant4j.client;

import dev.instant4j.model.AdditivePlan;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.DataType;
import dev.instant4j.model.DeletedAttrs;
import dev.instant4j.model.Has;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobId;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Link;
import dev.instant4j.model.PlannedStep;
import dev.instant4j.model.Schema;
import dev.instant4j.recorded.Recording;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import dev.instant4j.wire.JsonCursor;
import dev.instant4j.wire.PlanJson;
import dev.instant4j.wire.ShownSchemaJson;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(VertxExtension.class)
class SchemaApiTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final String JOB = "{'id':'d3f2e404-a6fa-4705-9484-b6589b49e5bd','attr_id':"
            + "'ffdc99f9-dae7-4b82-950f-77a2556efc98','job_type':'index','job_status':'waiting',"
            + "'updated_at':'2026-11-23T07:44:14Z'}";

    @Test
    void a_plan_of_the_platform_says_what_it_would_do() {
        Object answer = Recording.named("B-additive/flags-on")
                .answers("POST", "/push/plan")
                .get(0);

        AdditivePlan plan = PlanJson.decode(JsonCursor.of("plan", answer));

        assertThat(plan.current().all()).hasSizeGreaterThan(57);
        assertThat(plan.steps()).isNotEmpty().extracting(PlannedStep::kind).contains("index", "unique", "required");
    }

    @Test
    void the_attrs_of_an_app_read_as_a_definition() {
        Object answer =
                Recording.named("B-additive/cascades").answers("GET", "/schema").get(0);

        Schema definition = ShownSchemaJson.decode(JsonCursor.of("read", answer).member("schema"))
                .toSchema();

        assertThat(definition.links()).isNotEmpty().allSatisfy(link -> {
            assertThat(definition.entity(link.forward().on())).isPresent();
            assertThat(link.forward().has() == Has.ONE || link.forward().onDelete() == null)
                    .isTrue();
        });
        assertThat(definition.links()).extracting(Link::name).doesNotHaveDuplicates();
    }

    @Test
    void attrs_deleted_a_short_while_ago_are_shown_under_their_former_names(Vertx vertx) {
        String id = "310c59cd-f7d2-438d-bfe6-be7e698c3886";
        String answer = "{'attrs':[{'id':'" + id + "','forward-identity':['649ef571-0000-4000-8000-000000000001','" + id
                + "_deleted$posts','" + id + "_deleted$details'],'value-type':'blob','cardinality':'one',"
                + "'unique?':false,'index?':false,'required?':false,'checked-data-type':'string',"
                + "'inferred-types':null,'catalog':'user','deletion-marked-at':'2026-11-23T07:44:17Z'}],"
                + "'grace-period-days':2}";
        String path = "/dash/apps/" + APP + "/soft_deleted_attrs";
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", path, "", answer))) {
            DeletedAttrs deleted = result(served.platform().schema().deletedAttrs(APP));

            assertThat(deleted.grace()).isEqualTo(Duration.ofDays(2));
            assertThat(deleted.attrs())
                    .singleElement()
                    .satisfies(attr -> assertThat(attr.formerName()).hasToString("posts.details"));
        }
    }

    @Test
    void single_jobs_are_started_and_read(Vertx vertx) {
        String path = "/dash/apps/" + APP + "/indexing-jobs";
        AttrId attr = AttrId.parse("ffdc99f9-dae7-4b82-950f-77a2556efc98");
        JobId job = JobId.parse("d3f2e404-a6fa-4705-9484-b6589b49e5bd");
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("POST", path, "{'attr-id':'" + attr + "','job-type':'index'}", "{'job':" + JOB + "}"),
                Exchange.of(
                        "POST",
                        path,
                        "{'attr-id':'" + attr + "','job-type':'check-data-type','checked-data-type':'date'}",
                        "{'job':" + JOB + "}"),
                Exchange.of("GET", path + "/" + job, "", "{'job':" + JOB + "}"),
                Exchange.of("GET", path + "/" + job, "", "{'job':{}}"))) {
            JobsApi jobs = served.platform().jobs();

            Job started = result(jobs.start(APP, attr, JobType.INDEX));
            result(jobs.startTypeCheck(APP, attr, DataType.DATE));

            assertThat(result(jobs.get(APP, job))).hasValue(started);
            assertThat(result(jobs.get(APP, job))).isEmpty();
        }
    }
}
