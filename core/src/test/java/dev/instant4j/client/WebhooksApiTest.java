package dev.instant4j.client;

import dev.instant4j.model.AppId;
import dev.instant4j.model.webhook.Action;
import dev.instant4j.model.webhook.EventIsn;
import dev.instant4j.model.webhook.EventPage;
import dev.instant4j.model.webhook.NewWebhook;
import dev.instant4j.model.webhook.Webhook;
import dev.instant4j.model.webhook.WebhookEvent;
import dev.instant4j.model.webhook.WebhookId;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(VertxExtension.class)
class WebhooksApiTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final WebhookId ID = new WebhookId(UUID.fromString("80d52912-2b64-45e0-8993-512d43d2498b"));
    private static final EventIsn ISN = new EventIsn("0/328/48953748");
    private static final String PATH = "/dash/apps/" + APP + "/webhooks";
    private static final NewWebhook NEW = new NewWebhook(
            URI.create("https://example.com/x"), List.of("posts"), List.of(Action.CREATE, Action.UPDATE));
    private static final String REQUEST =
            "{'url':'https://example.com/x','namespaces':['posts'],'actions':['create','update']}";
    private static final String JSON = "{'id':'" + ID + "','sink':{'url':'https://example.com/x'},"
            + "'namespaces':['posts'],'actions':['create','update'],'status':'active','disabled_reason':null,"
            + "'created_at':'2026-11-23T07:44:19Z','updated_at':'2026-11-23T07:44:19Z'}";
    private static final String OFF = JSON.replace("'active'", "'disabled'").replace("null", "'too loud'");
    private static final String EVENT = "{'isn':'" + ISN + "','status':'error','attempts':[{'attempt-at':"
            + "'2026-11-23T07:44:19Z','duration-ms':12,'success?':false,'status-code':null,'response-text':null,"
            + "'error-type':'timeout','error-message':null}],'next_attempt_after':'2026-11-23T07:45:19Z',"
            + "'created_at':'2026-11-23T07:44:19Z','updated_at':'2026-11-23T07:44:19Z'}";

    @Test
    void a_webhook_is_created_changed_switched_off_and_on_and_deleted(Vertx vertx) {
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("POST", PATH, REQUEST, "{'webhook':" + JSON + "}"),
                Exchange.of("GET", PATH, "", "{'webhooks':[" + JSON + "]}"),
                Exchange.of("POST", PATH + "/" + ID, REQUEST, "{'webhook':" + JSON + "}"),
                Exchange.of("POST", PATH + "/" + ID + "/disable", "{'reason':'too loud'}", "{'webhook':" + OFF + "}"),
                Exchange.of("POST", PATH + "/" + ID + "/enable", "{}", "{'webhook':" + JSON + "}"),
                Exchange.of("DELETE", PATH + "/" + ID, "", "{'webhook':" + JSON + "}"))) {
            WebhooksApi webhooks = served.platform().webhooks(APP);

            Webhook created = result(webhooks.create(NEW));

            assertThat(created.url()).isEqualTo(NEW.url());
            assertThat(result(webhooks.list())).containsExactly(created);
            assertThat(result(webhooks.update(ID, NEW)).isActive()).isTrue();
            assertThat(result(webhooks.disable(ID, "too loud")).disabledReason())
                    .isEqualTo("too loud");
            assertThat(result(webhooks.enable(ID)).isActive()).isTrue();
            result(webhooks.delete(ID));
            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void events_come_in_pages(Vertx vertx) {
        String events = PATH + "/" + ID + "/events";
        String first = "{'events':[" + EVENT + "],'pageInfo':{'startCursor':'a','endCursor':'b_-','hasNextPage':true}}";
        String last = "{'events':[],'pageInfo':{'startCursor':null,'endCursor':null,'hasNextPage':false}}";
        try (Served served = Served.exchanges(
                vertx, Exchange.of("GET", events, "", first), Exchange.of("GET", events + "?after=b_-", "", last))) {
            WebhooksApi webhooks = served.platform().webhooks(APP);

            EventPage page = result(webhooks.events(ID));

            assertThat(page.events()).singleElement().satisfies(event -> {
                assertThat(event.state()).isEqualTo(WebhookEvent.State.ERROR);
                assertThat(event.nextAttempt()).isPresent();
                assertThat(event.attempts()).singleElement().satisfies(attempt -> {
                    assertThat(attempt.problem()).isEqualTo("timeout");
                    assertThat(attempt.duration()).isEqualTo(Duration.ofMillis(12));
                });
            });
            assertThat(result(webhooks.events(ID, page.next().orElseThrow())).next())
                    .isEmpty();
        }
    }

    @Test
    void an_event_is_read_resent_and_looked_into(Vertx vertx) {
        String event = PATH + "/" + ID + "/events/" + ISN;
        String payload = "{'data':[{'namespace':'posts','action':'create','id':'x','before':null,'after':{'a':1},"
                + "'idempotencyKey':'k'}],'idempotencyKey':'k'}";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("GET", event, "", "{'event':" + EVENT + "}"),
                Exchange.of("POST", event, "{}", "{'event':" + EVENT + "}"),
                Exchange.of("GET", "/webhooks/payload/" + APP + "/" + ID + "/" + ISN, "", payload))) {
            WebhooksApi webhooks = served.platform().webhooks(APP);

            assertThat(result(webhooks.event(ID, ISN)).isn()).isEqualTo(ISN);
            assertThat(result(webhooks.resend(ID, ISN)).isn()).isEqualTo(ISN);
            assertThat(result(webhooks.changes(ID, ISN))).singleElement().satisfies(change -> {
                assertThat(change.action()).isEqualTo(Action.CREATE);
                assertThat(change.idempotencyKey()).isEqualTo("k");
                assertThat(change.before()).isEqualTo("null");
                assertThat(change.after()).isEqualTo("{\"a\":1}");
            });
        }
    }

    @Test
    void an_event_number_that_would_lead_elsewhere_is_refused() {
        assertThatThrownBy(() -> new EventIsn("../../apps?x")).isInstanceOf(IllegalArgumentException.class);
    }
}
