package dev.instant4j.contract;

import dev.instant4j.client.NewApp;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Rules;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.TemporaryApp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static dev.instant4j.contract.Definitions.TODOS;
import static dev.instant4j.contract.Definitions.TODOS_RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Temporary apps of every platform. */
public interface TemporaryAppsContract extends PlatformContract {

    @Test
    default void a_temporary_app_has_its_title_and_lives_about_two_weeks() {
        TemporaryApp app = result(platform().apps().createTemporary(NewApp.titled("preview")));

        assertThat(app.title()).isEqualTo("preview");
        assertThat(Duration.between(Instant.now(), app.expiresAt()))
                .isBetween(Duration.ofDays(13), Duration.ofDays(15));
    }

    @Test
    default void every_temporary_app_is_a_new_one() {
        TemporaryApp one = result(platform().apps().createTemporary(NewApp.titled("one")));
        TemporaryApp other = result(platform().apps().createTemporary(NewApp.titled("one")));

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.adminToken()).isNotEqualTo(other.adminToken());
    }

    @Test
    default void a_temporary_app_can_have_a_schema_and_rules_from_the_start() {
        TemporaryApp app = result(platform()
                .apps()
                .createTemporary(NewApp.titled("todos").schema(TODOS).rules(TODOS_RULES)));

        Attrs attrs = result(as(app).schema().pull(app.id()));
        Rules rules = result(as(app).rules().pull(app.id()));

        assertThat(attrs.own())
                .extracting(StoredAttr::name)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("todos.id", "todos.title", "todos.done", "todos.owner");
        assertThat(rules).isEqualTo(TODOS_RULES);
    }

    @Test
    default void a_blank_title_is_refused() {
        assertThatThrownBy(() -> result(platform().apps().createTemporary(NewApp.titled("  "))))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.type()).isEqualTo(ErrorType.PARAM_MALFORMED);
                    assertThat(refusal.hint()).contains("title");
                    assertThat(refusal.traceId()).hasSize(32);
                });
    }

    @Test
    default void the_token_of_one_app_opens_no_other() {
        TemporaryApp app = newApp();
        TemporaryApp other = newApp();

        assertThatThrownBy(() -> result(as(app).schema().pull(other.id()))).isInstanceOf(ApiException.class);
    }
}
