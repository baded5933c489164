package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.MailStore.Sender;
import dev.instant4j.local.store.MailStore.Template;
import dev.instant4j.local.store.MemberStore.Member;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the mails of apps look like. None leaves this machine. Futures fail with {@link Refusal}. */
public final class MailTemplateService {
    static final String DEFAULT_SENDER = "verify@auth-pm.instantdb.com";
    static final String MAGIC_CODE = "magic-code";
    private static final String CODE = "{code}";
    private static final String SUBJECT = "subject";
    private static final String BODY = "body";
    private static final String DEFAULT_BODY = defaultBody();

    private final Store store;
    private final Access access;
    private final IdSource ids;

    MailTemplateService(Store store, Access access, IdSource ids) {
        this.store = store;
        this.access = access;
        this.ids = ids;
    }

    /** Returns the template of apps that have none of their own. */
    public static JsonObject byDefault() {
        return new JsonObject()
                .put("email-type", MAGIC_CODE)
                .put("sender-email", DEFAULT_SENDER)
                .put(SUBJECT, "{code} is your verification code for {app_title}")
                .put(BODY, DEFAULT_BODY);
    }

    private static String defaultBody() {
        try (InputStream in = MailTemplateService.class.getResourceAsStream("magic-code-mail.html")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file magic-code-mail.html: install it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the template of an app, if it has one of its own. */
    public Future<JsonObject> get(UUID app, Credential credential) {
        return store.read(tx -> {
            access.managed(tx, app, credential, Need.READ_MANAGED);
            JsonObject info = tx.mails()
                    .template(app, MAGIC_CODE)
                    .map(template -> status(tx, app, template))
                    .orElse(null);
            return new JsonObject().put("info", info);
        });
    }

    private static JsonObject status(Tx tx, UUID app, Template template) {
        @Nullable Sender sender = sender(tx, template).orElse(null);
        return shown(template, sender)
                .put("app_id", app.toString())
                .put("email_type", template.type())
                .put("sender_id", sender == null ? null : sender.id().toString())
                .put("postmark_id", null)
                .put(
                        "verification_id",
                        sender == null ? null : sender.verification().toString())
                .put("verification_verified", sender == null ? null : sender.isVerified());
    }

    /** Returns the template of an app as dashboards show it; null if it has none of its own. */
    static @Nullable JsonObject shown(Tx tx, UUID app) {
        return tx.mails()
                .template(app, MAGIC_CODE)
                .map(template -> shown(template, sender(tx, template).orElse(null)))
                .orElse(null);
    }

    private static JsonObject shown(Template template, @Nullable Sender sender) {
        return new JsonObject()
                .put("id", template.id().toString())
                .put("name", template.senderName())
                .put("email", sender == null ? null : sender.email())
                .put(SUBJECT, template.subject())
                .put(BODY, template.body());
    }

    static Optional<Sender> sender(Tx tx, Template template) {
        return Optional.ofNullable(template.sender()).flatMap(tx.mails()::sender);
    }

    /** Sets the body's template of an app, and returns its id. */
    public Future<JsonObject> set(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.READ_MANAGED);
            String type = body.text("email-type");
            String subject = withCode(body, SUBJECT, "Subject");
            String html = withCode(body, BODY, "Body");
            UUID sender = body.ifEmail("sender-email")
                    .map(email -> knownSender(tx, appId, email).id())
                    .orElse(null);
            String name = body.ifText("sender-name").orElse(app.title());
            UUID id = tx.mails().template(appId, type).map(Template::id).orElseGet(ids::next);
            tx.mails().putTemplate(appId, new Template(id, type, subject, html, name, sender));
            return new JsonObject().put("id", id.toString());
        });
    }

    private static String withCode(Params body, String name, String title) {
        String text = body.text(name);
        if (!text.contains(CODE)) {
            throw Refusal.invalid(name, text, title + " does not contain template variable: '" + CODE + "'");
        }
        return text;
    }

    private Sender knownSender(Tx tx, UUID app, String email) {
        return tx.mails().sender(app, email).orElseGet(() -> {
            Sender sender = new Sender(ids.next(), email, ids.next(), false, null, null);
            tx.mails().addSender(app, sender);
            return sender;
        });
    }

    /** Removes a template of an app, if it has it. */
    public Future<JsonObject> remove(UUID app, Credential credential, UUID template) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.MANAGE);
            tx.mails().removeTemplate(app, template);
            return new JsonObject();
        });
    }

    /** Accepts a mail to a member of an app, which goes nowhere. */
    public Future<JsonObject> test(UUID appId, Credential credential, Params body) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.MANAGE);
            body.text(SUBJECT);
            body.text(BODY);
            String to = body.email("to");
            if (members(tx, app).noneMatch(to::equals)) {
                throw Refusal.invalid("to", to, "You can only send a test email to a member of this app.");
            }
            return new JsonObject().put("sent-to", to);
        });
    }

    private static Stream<String> members(Tx tx, AppRow app) {
        Stream<String> creator = Optional.ofNullable(app.creatorId()).flatMap(tx.users()::byId).stream()
                .map(UserRow::email);
        Stream<String> others = Stream.concat(Stream.of(app.id()), Stream.ofNullable(app.orgId()))
                .flatMap(group -> tx.members().of(group).stream())
                .map(Member::email);
        return Stream.concat(creator, others);
    }
}
