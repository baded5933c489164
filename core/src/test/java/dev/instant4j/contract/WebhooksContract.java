package dev.instant4j.contract;

import dev.instant4j.client.WebhooksApi;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.webhook.Action;
import dev.instant4j.model.webhook.EventCursor;
import dev.instant4j.model.webhook.EventIsn;
import dev.instant4j.model.webhook.EventPage;
import dev.instant4j.model.webhook.NewWebhook;
import dev.instant4j.model.webhook.Webhook;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.contract.Definitions.TODOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How every platform keeps who is to be told of changes. */
public interface WebhooksContract extends PlatformContract {
    URI SINK = URI.create("https://example.com/hook");

    @Test
    default void a_webhook_is_created_changed_and_deleted() {
        WebhooksApi webhooks = webhooks();
        Webhook created = result(webhooks.create(new NewWebhook(SINK, List.of("todos"), List.of(Action.CREATE))));

        Webhook changed = result(webhooks.update(
                created.id(), new NewWebhook(SINK, List.of("todos"), List.of(Action.UPDATE, Action.DELETE))));

        assertThat(created.url()).isEqualTo(SINK);
        assertThat(created.isActive()).isTrue();
        assertThat(changed.actions()).containsExactlyInAnyOrder(Action.UPDATE, Action.DELETE);
        assertThat(result(webhooks.list())).extracting(Webhook::id).containsExactly(created.id());
        result(webhooks.delete(created.id()));
        assertThat(result(webhooks.list())).isEmpty();
    }

    @Test
    default void a_webhook_is_disabled_for_a_reason_and_enabled_again() {
        WebhooksApi webhooks = webhooks();
        Webhook created = result(webhooks.create(new NewWebhook(SINK, List.of("todos"), List.of(Action.CREATE))));

        Webhook disabled = result(webhooks.disable(created.id(), "too loud"));
        Webhook enabled = result(webhooks.enable(created.id()));

        assertThat(disabled.isActive()).isFalse();
        assertThat(disabled.disabledReason()).isEqualTo("too loud");
        assertThat(enabled.isActive()).isTrue();
        assertThat(enabled.disabledReason()).isEmpty();
    }

    @Test
    default void the_same_webhook_is_created_once() {
        WebhooksApi webhooks = webhooks();
        NewWebhook webhook = new NewWebhook(SINK, List.of("todos", "$users"), List.of(Action.CREATE, Action.DELETE));
        result(webhooks.create(webhook));

        assertThatThrownBy(() -> result(webhooks.create(webhook)))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.reason()).contains("A webhook already exists");
                    assertThat(refusal.hint()).contains("webhook-id");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/hook", "https://localhost/hook", "https://127.0.0.1/hook"})
    default void changes_are_told_to_public_addresses_only(URI url) {
        WebhooksApi webhooks = webhooks();

        assertThatThrownBy(() -> result(webhooks.create(new NewWebhook(url, List.of("todos"), List.of(Action.CREATE)))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED));
    }

    @Test
    default void changes_of_what_is_not_there_are_not_told() {
        WebhooksApi webhooks = webhooks();

        assertThatThrownBy(
                        () -> result(webhooks.create(new NewWebhook(SINK, List.of("nothing"), List.of(Action.CREATE)))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.reason()).contains("Could not find matching table for nothing"));
    }

    @Test
    default void a_new_webhook_has_been_told_nothing() {
        WebhooksApi webhooks = webhooks();
        Webhook created = result(webhooks.create(new NewWebhook(SINK, List.of("todos"), List.of(Action.CREATE))));

        EventPage page = result(webhooks.events(created.id()));

        assertThat(page.events()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThatThrownBy(() -> result(webhooks.event(created.id(), new EventIsn("0/328/48953748"))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
        assertThatThrownBy(() -> result(webhooks.events(created.id(), new EventCursor("zzz"))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.PARAM_MALFORMED));
    }

    private WebhooksApi webhooks() {
        TemporaryApp app = newApp();
        result(as(app).schema().push(app.id(), TODOS).outcome());
        return as(app).webhooks(app.id());
    }
}
