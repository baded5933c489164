package dev.instant4j.junit;

import dev.instant4j.admin.Actor;
import dev.instant4j.client.AdminClient;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.local.LocalApp;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Rules;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.view;
import static org.assertj.core.api.Assertions.assertThat;

/** A test with an app of its own, beside Vert.x's own extension. */
@InstantApp(schema = Notes.class)
@ExtendWith(VertxExtension.class)
class InstantAppTest {
    private final AppId appOfConstructor;

    /** An app with rules and no schema, in an interface. */
    private interface Open {
        Rules RULES = rules(namespace("notes", view("true")));
    }

    InstantAppTest(AppId app) {
        this.appOfConstructor = app;
    }

    @BeforeEach
    void write(AdminClient admin) {
        Notes.write(admin, "of everyone");
    }

    @Test
    void all_parameters_of_a_test_are_of_one_app(
            AppId id, LocalApp app, InstantPlatform platform, LocalPlatform local, AdminClient admin) {
        assertThat(app.id()).isEqualTo(id).isEqualTo(appOfConstructor);
        assertThat(platform.uri()).isEqualTo(local.uri());
        assertThat(platform.apps().get(id).await().title()).isEqualTo("all_parameters_of_a_test_are_of_one_app");
        assertThat(Notes.all(admin).await()).hasSize(1);
    }

    @Test
    void the_rules_hold(AdminClient admin) {
        assertThat(Notes.all(admin.as(Actor.GUEST)).await()).isEmpty();
    }

    @Test
    void answers_come_to_event_loops_of_the_test(Vertx vertx, VertxTestContext test, AdminClient admin) {
        vertx.runOnContext(run -> Notes.all(admin)
                .onComplete(test.succeeding(notes -> test.verify(() -> {
                    assertThat(notes).hasSize(1);
                    test.completeNow();
                }))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "again"})
    void each_invocation_has_an_app_of_its_own(String text, AdminClient admin) {
        Notes.write(admin, "unique");

        assertThat(Notes.all(admin).await()).hasSize(2);
        assertThat(text).isNotEmpty();
    }

    @Test
    @InstantApp
    void a_method_can_have_another_app_than_its_class(InstantPlatform platform, AppId id) {
        assertThat(platform.rules().get(id).await()).isEqualTo(Rules.NONE);
    }

    @Nested
    class Inside {
        @Test
        void a_nested_class_has_what_the_outer_one_has(AdminClient admin, AppId id) {
            assertThat(Notes.all(admin).await()).hasSize(1);
            assertThat(id).isEqualTo(appOfConstructor);
        }
    }

    @Nested
    @InstantApp(schema = Open.class)
    class Other {
        @Test
        void a_nested_class_can_have_another_app(InstantPlatform platform, AppId id) {
            assertThat(platform.rules().get(id).await()).isEqualTo(Open.RULES);
        }
    }
}
