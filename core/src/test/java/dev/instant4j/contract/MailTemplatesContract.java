package dev.instant4j.contract;

import dev.instant4j.client.MailTemplatesApi;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.login.MailTemplate;
import dev.instant4j.model.login.StoredTemplate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How every platform keeps what the mails of an app look like. */
public interface MailTemplatesContract extends PlatformContract {

    @Test
    default void what_every_app_begins_with_has_a_place_for_the_code() {
        MailTemplate template = result(platform().logins(newApp().id()).mail().byDefault());

        assertThat(template.subject()).contains("{code}");
        assertThat(template.body()).contains("{code}");
    }

    @Test
    default void a_template_replaces_the_one_before_until_it_is_deleted() {
        MailTemplatesApi mail = mail(newApp());
        assertThat(result(mail.get())).isEmpty();

        result(mail.set(new MailTemplate("{code} first", "<b>{code}</b>", null, "Me")));
        StoredTemplate first = result(mail.get()).orElseThrow();
        result(mail.set(new MailTemplate("{code} second", "<i>{code}</i>", null, null)));
        StoredTemplate second = result(mail.get()).orElseThrow();

        assertThat(first.template().maybeSenderName()).isEqualTo("Me");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.template()).isEqualTo(new MailTemplate("{code} second", "<i>{code}</i>", null, "contract"));
        result(mail.delete(second.id()));
        result(mail.delete(second.id()));
        assertThat(result(mail.get())).isEmpty();
    }

    @Test
    default void a_template_without_the_code_is_refused() {
        MailTemplatesApi mail = mail(newApp());

        assertThatThrownBy(() -> result(mail.set(new MailTemplate("Hello", "{code}", null, null))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.reason()).contains("'{code}'"));
    }

    @Test
    default void nobody_is_verified_before_there_is_a_sender() {
        MailTemplatesApi mail = mail(newApp());

        assertThat(result(mail.senderVerification()).getValue("verification")).isNull();
        assertThatThrownBy(() -> result(mail.sendSenderCode()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
    }

    @Test
    default void a_test_goes_to_members_only() {
        MailTemplatesApi mail = mail(newApp());

        assertThatThrownBy(() ->
                        result(mail.sendTest(new MailTemplate("{code}", "{code}", null, null), "stranger@example.com")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED));
    }

    private MailTemplatesApi mail(TemporaryApp app) {
        return as(app).logins(app.id()).mail();
    }
}
