package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the mails of apps look like, and who they come from. */
public final class MailStore {
    private final Sql sql;

    MailStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A template as it is kept.
     *
     * @param type what the mail is for, such as magic-code
     * @param sender who it comes from; null for the platform
     */
    public record Template(
            UUID id,
            String type,
            String subject,
            String body,
            String senderName,
            @Nullable UUID sender) {}

    /**
     * An address that mails of an app come from.
     *
     * @param verification names the proof that it is theirs
     * @param codeHash of the code that was mailed there last; null if none is open
     * @param codeSentAt epoch milliseconds; null as long as there is no code
     */
    public record Sender(
            UUID id,
            String email,
            UUID verification,
            boolean isVerified,
            @Nullable String codeHash,
            @Nullable Long codeSentAt) {

        public Sender withCode(String hash, long now) {
            return new Sender(id, email, verification, isVerified, hash, now);
        }

        public Sender verified() {
            return new Sender(id, email, verification, true, null, null);
        }
    }

    public Optional<Template> template(UUID app, String type) {
        return sql.first("SELECT * FROM mail_templates WHERE app_id = ? AND type = ?", MailStore::template, app, type);
    }

    /** Keeps a template; one that has its id is replaced. */
    public void putTemplate(UUID app, Template template) {
        sql.update(
                "INSERT OR REPLACE INTO mail_templates (id, app_id, type, subject, body, sender_name, sender_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                template.id(),
                app,
                template.type(),
                template.subject(),
                template.body(),
                template.senderName(),
                template.sender());
    }

    public void removeTemplate(UUID app, UUID id) {
        sql.update("DELETE FROM mail_templates WHERE app_id = ? AND id = ?", app, id);
    }

    public Optional<Sender> sender(UUID id) {
        return sql.first("SELECT * FROM mail_senders WHERE id = ?", MailStore::sender, id);
    }

    public Optional<Sender> sender(UUID app, String email) {
        return sql.first("SELECT * FROM mail_senders WHERE app_id = ? AND email = ?", MailStore::sender, app, email);
    }

    public void addSender(UUID app, Sender sender) {
        sql.update(
                "INSERT INTO mail_senders (id, app_id, email, verification_id, is_verified) VALUES (?, ?, ?, ?, ?)",
                sender.id(),
                app,
                sender.email(),
                sender.verification(),
                sender.isVerified());
    }

    /** Keeps what has become of a sender. */
    public void updateSender(Sender sender) {
        sql.update(
                "UPDATE mail_senders SET is_verified = ?, code_hash = ?, code_sent_at = ? WHERE id = ?",
                sender.isVerified(),
                sender.codeHash(),
                sender.codeSentAt(),
                sender.id());
    }

    private static Template template(Row row) throws SQLException {
        return new Template(
                row.uuid("id"),
                row.text("type"),
                row.text("subject"),
                row.text("body"),
                row.text("sender_name"),
                row.uuidOrNull("sender_id"));
    }

    private static Sender sender(Row row) throws SQLException {
        return new Sender(
                row.uuid("id"),
                row.text("email"),
                row.uuid("verification_id"),
                row.flag("is_verified"),
                row.textOrNull("code_hash"),
                row.numberOrNull("code_sent_at"));
    }
}
