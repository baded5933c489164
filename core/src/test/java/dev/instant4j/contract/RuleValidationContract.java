package dev.instant4j.contract;

import dev.instant4j.client.NewApp;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.TemporaryApp;
import org.junit.jupiter.api.Test;

import static dev.instant4j.contract.Definitions.TODOS_RULES;
import static dev.instant4j.contract.Definitions.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which rules every platform refuses, and that nothing comes of them. */
public interface RuleValidationContract extends PlatformContract {

    @Test
    default void rules_that_do_not_compile_are_refused_with_their_place() {
        NewApp app = NewApp.titled("bad rules").rules(allow("todos", "view", "nonsense"));

        assertThatThrownBy(() -> result(platform().apps().createTemporary(app)))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED);
                    assertThat(refusal).hasMessageContaining("undeclared reference to 'nonsense'");
                    assertThat(refusal.hint()).contains("[\"todos\",\"allow\",\"view\"]");
                });
    }

    @Test
    default void refused_rules_change_nothing() {
        TemporaryApp app = newApp();
        result(as(app).rules().replace(app.id(), TODOS_RULES));

        assertThatThrownBy(() -> result(as(app).rules().replace(app.id(), allow("todos", "view", "data."))))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED);
                    assertThat(refusal.hint()).contains("[\"todos\",\"allow\",\"view\"]");
                });
        assertThat(result(as(app).rules().pull(app.id()))).isEqualTo(TODOS_RULES);
    }
}
