package dev.instant4j.local.service;

import dev.instant4j.local.store.MailStore.Sender;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Proof that the addresses which mails of apps come from are theirs. Futures fail with {@link Refusal}. */
public final class SenderService {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(11);
    private static final String INVALID = "Invalid verification code.";
    private static final String CODE = "code";

    private final Store store;
    private final Access access;
    private final Secrets secrets;
    private final Mailbox mailbox;

    SenderService(Store store, Access access, Secrets secrets, Mailbox mailbox) {
        this.store = store;
        this.access = access;
        this.secrets = secrets;
        this.mailbox = mailbox;
    }

    /** Tells whether the sender of an app's mails is verified. */
    public Future<JsonObject> get(UUID app, Credential credential) {
        return store.read(tx -> {
            access.managed(tx, app, credential, Need.READ_MANAGED);
            JsonObject verified = new JsonObject()
                    .put("verified?", sender(tx, app).map(Sender::isVerified).orElse(null));
            return new JsonObject().put("instant", verified).put("verification", null);
        });
    }

    /** Mails a code to the sender of an app's mails. */
    public Future<JsonObject> sendCode(UUID app, Credential credential) {
        String code = secrets.code();
        return store.write(tx -> {
                    access.managed(tx, app, credential, Need.MANAGE);
                    Sender sender = sender(tx, app).orElseThrow(() -> unknown(app));
                    tx.mails().updateSender(sender.withCode(hash(sender, code), tx.now()));
                    return sender;
                })
                .onSuccess(sender -> mailbox.magicCode(sender.email(), code))
                .map(sender -> new JsonObject().put("sent", true));
    }

    /** Verifies the sender of an app's mails by the code of the body. */
    public Future<JsonObject> verify(UUID app, Credential credential, Params body) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.MANAGE);
            String code = body.text(CODE);
            Sender sender = sender(tx, app).orElseThrow(() -> unknown(app));
            Long sentAt = sender.codeSentAt();
            if (sentAt == null || !hash(sender, code).equals(sender.codeHash())) {
                throw Refusal.invalid(CODE, code, INVALID);
            }
            if (tx.now() - sentAt >= CODE_LIFETIME.toMillis()) {
                throw Refusal.recordExpired("app-email-verification-code");
            }
            tx.mails().updateSender(sender.verified());
            return new JsonObject().put("verified", true);
        });
    }

    private static Optional<Sender> sender(Tx tx, UUID app) {
        return tx.mails()
                .template(app, MailTemplateService.MAGIC_CODE)
                .flatMap(template -> MailTemplateService.sender(tx, template));
    }

    private static Refusal unknown(UUID app) {
        JsonObject argument = new JsonObject().put("app-id", app.toString());
        return Refusal.recordNotFound(
                "app-email-verification", new JsonObject().put("args", new JsonArray().add(argument)));
    }

    private static String hash(Sender sender, String code) {
        return Secrets.hash(sender.id() + code);
    }
}
