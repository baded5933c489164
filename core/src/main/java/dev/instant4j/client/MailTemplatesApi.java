package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.MailTemplate;
import dev.instant4j.model.login.StoredTemplate;
import dev.instant4j.model.login.TemplateId;
import dev.instant4j.wire.LoginJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The mail by which one app sends codes to sign in with. */
public final class MailTemplatesApi {
    private final Requests requests;
    private final AppId app;
    private final String path;

    MailTemplatesApi(Requests requests, AppId app) {
        this.requests = requests;
        this.app = app;
        this.path = "/dash/apps/" + app;
    }

    /** Reads what apps without a template of their own send ({@code GET /dash/default-email-template}). Needs no token. */
    public Future<MailTemplate> byDefault() {
        return requests.send(() -> Call.get("read the default mail template", "/dash/default-email-template")
                        .anonymous())
                .map(LoginJson::defaultTemplate);
    }

    /** Reads the template of the app, if it has one of its own ({@code GET /dash/apps/:id/email_status}). */
    public Future<Optional<StoredTemplate>> get() {
        return requests.send(() -> Call.get("read the mail template of app " + app, path + "/email_status"))
                .map(LoginJson::storedTemplate);
    }

    /** Sets the template of the app ({@code POST /dash/apps/:id/email_templates}). Safe to repeat. */
    public Future<Void> set(MailTemplate template) {
        return requests.send(() -> Call.post("set the mail template of app " + app, path + "/email_templates")
                        .body(LoginJson.template(template))
                        .repeatable())
                .mapEmpty();
    }

    /** Deletes a template ({@code DELETE /dash/apps/:id/email_templates/:template}). Safe to repeat. */
    public Future<Void> delete(TemplateId template) {
        return requests.send(() ->
                        Call.delete("delete a mail template of app " + app, path + "/email_templates/" + template))
                .mapEmpty();
    }

    /**
     * Mails a template to a member of the app, to see what it looks like ({@code POST /dash/apps/:id/send-test-email}).
     * Sent once.
     */
    public Future<Void> sendTest(MailTemplate template, String to) {
        return requests.send(() -> Call.post("send a test mail of app " + app, path + "/send-test-email")
                        .body(LoginJson.template(template).put("to", to)))
                .mapEmpty();
    }

    /**
     * Reads how far the sender's address is verified, in the words of the mail service
     * ({@code GET /dash/apps/:id/sender-verification}).
     */
    public Future<JsonObject> senderVerification() {
        return requests.send(
                        () -> Call.get("read the sender verification of app " + app, path + "/sender-verification"))
                .map(answer -> answer.object());
    }

    /** Mails a code to the sender's address ({@code POST .../sender-verification/send-magic-code}). Sent once. */
    public Future<Void> sendSenderCode() {
        return requests.send(() -> Call.post(
                                "send a code to the sender of app " + app,
                                path + "/sender-verification/send-magic-code")
                        .body(new JsonObject()))
                .mapEmpty();
    }

    /** Verifies the sender's address by its code ({@code POST .../sender-verification/verify-magic-code}). Sent once. */
    public Future<Void> verifySender(Token code) {
        return requests.send(() -> Call.post(
                                "verify the sender of app " + app, path + "/sender-verification/verify-magic-code")
                        .body(new JsonObject().put("code", code.reveal()))
                        .secret(code))
                .mapEmpty();
    }
}
