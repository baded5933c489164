package dev.instant4j.contract;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How every platform reads and changes schemas. */
public interface SchemaContract extends PlatformContract {

    @Test
    default void a_new_app_has_the_system_catalog_and_nothing_else() {
        TemporaryApp app = newApp();

        Attrs attrs = result(as(app).schema().pull(app.id()));

        assertThat(attrs.all()).isNotEmpty().allMatch(StoredAttr::isSystem);
        assertThat(attrs.byName(new AttrName("$users", "email"))).isPresent();
    }

    @Test
    default void attrs_are_added_complete_without_jobs() {
        TemporaryApp app = newApp();
        StoredAttr id = Definitions.id("todos");
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        StoredAttr owner = Definitions.link("todos", "owner", "$users", "todos");

        assertThat(apply(app, new Step.AddAttr(id), new Step.AddAttr(title), new Step.AddAttr(owner)))
                .isEmpty();

        Attrs expected = Attrs.of(List.of(id, title, owner));
        assertThat(result(as(app).schema().pull(app.id())).hasSameOwn(expected)).isTrue();
    }

    @Test
    default void no_steps_change_nothing() {
        TemporaryApp app = newApp();

        assertThat(apply(app)).isEmpty();
    }

    @Test
    default void an_update_renames_an_attr_and_keeps_its_id() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        apply(app, new Step.AddAttr(Definitions.id("todos")), new Step.AddAttr(title));
        Ident headline = title.forward().renamed(new AttrName("todos", "headline"));

        apply(app, new Step.UpdateAttr(title.id(), headline, null, Has.ONE, null, null));

        Attrs attrs = result(as(app).schema().pull(app.id()));
        assertThat(attrs.byId(title.id())).map(StoredAttr::forward).hasValue(headline);
        assertThat(attrs.byName(title.name())).isEmpty();
    }

    @Test
    default void an_update_without_delete_rules_takes_them_off() {
        TemporaryApp app = newApp();
        StoredAttr owner = Definitions.link("todos", "owner", "$users", "todos");
        apply(app, new Step.AddAttr(Definitions.id("todos")), new Step.AddAttr(owner));

        apply(
                app,
                new Step.UpdateAttr(owner.id(), owner.forward(), requireNonNull(owner.reverse()), Has.ONE, null, null));

        Attrs attrs = result(as(app).schema().pull(app.id()));
        assertThat(attrs.byId(owner.id()).orElseThrow().onDelete()).isNull();
    }

    @Test
    default void a_deleted_attr_is_gone_and_its_name_free() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        StoredAttr again = Definitions.blob("todos", "title", DataType.NUMBER);
        apply(app, new Step.AddAttr(Definitions.id("todos")), new Step.AddAttr(title));

        apply(app, new Step.DeleteAttr(title.id(), title.name()), new Step.AddAttr(again));

        Attrs attrs = result(as(app).schema().pull(app.id()));
        assertThat(attrs.byId(title.id())).isEmpty();
        assertThat(attrs.byName(title.name())).map(StoredAttr::id).hasValue(again.id());
    }

    @Test
    default void steps_happen_all_or_not_at_all() {
        TemporaryApp app = newApp();
        StoredAttr title = Definitions.blob("todos", "title", DataType.STRING);
        StoredAttr sameName = Definitions.blob("todos", "title", DataType.NUMBER);

        assertThatThrownBy(() -> apply(app, new Step.AddAttr(title), new Step.AddAttr(sameName)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_UNIQUE));
        assertThat(result(as(app).schema().pull(app.id())).own()).isEmpty();
    }

    @Test
    default void the_same_attr_can_be_added_again() {
        TemporaryApp app = newApp();
        Step title = new Step.AddAttr(Definitions.blob("todos", "title", DataType.STRING));
        apply(app, title);
        Attrs before = result(as(app).schema().pull(app.id()));

        apply(app, title);

        assertThat(result(as(app).schema().pull(app.id())).hasSameOwn(before)).isTrue();
    }

    @Test
    default void a_reserved_entity_is_refused() {
        TemporaryApp app = newApp();

        assertThatThrownBy(() -> apply(app, new Step.AddAttr(Definitions.id("$mine"))))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED);
                    assertThat(refusal).hasMessageContaining("$mine");
                });
    }

    @Test
    default void an_unknown_token_is_refused() {
        TemporaryApp app = newApp();
        Token unknown = Token.of(UUID.randomUUID().toString());

        assertThatThrownBy(() -> result(platform().withToken(unknown).schema().pull(app.id())))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND);
                    assertThat(refusal.status()).isEqualTo(401);
                });
    }

    @Test
    default void an_unknown_app_is_refused() {
        TemporaryApp app = newApp();

        assertThatThrownBy(() -> result(as(app).schema().pull(new AppId(UUID.randomUUID()))))
                .isInstanceOf(ApiException.class);
    }

    @Test
    default void a_job_for_an_unknown_attr_is_refused() {
        TemporaryApp app = newApp();
        StoredAttr unknown = Definitions.blob("todos", "title", DataType.STRING);

        assertThatThrownBy(() -> apply(app, new Step.StartJob(unknown.id(), unknown.name(), JobType.INDEX, null)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_FOREIGN_KEY_INVALID));
    }

    private Optional<JobGroupId> apply(TemporaryApp app, Step... steps) {
        return result(as(app).schema().applySteps(app.id(), List.of(steps)));
    }
}
