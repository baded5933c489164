package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programs that users can let act for them, as what they are known, and the hashes of their secrets. */
public final class OAuthAppStore {
    private static final String NEWEST_FIRST = " ORDER BY created_at DESC, rowid DESC";

    private final Sql sql;

    OAuthAppStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * What users are shown of a program.
     *
     * @param logo a data URL
     */
    public record Profile(
            String name,
            @Nullable String logo,
            @Nullable String supportEmail,
            @Nullable String homePage,
            @Nullable String privacyPolicyLink,
            @Nullable String tosLink) {}

    /**
     * A program.
     *
     * @param app the app it belongs to
     * @param grantedScopes what it may ask for if it is public, separated by spaces
     * @param isPublic whether others than members of its app may use it
     */
    public record OAuthApp(
            UUID id,
            UUID app,
            Profile profile,
            String grantedScopes,
            boolean isPublic,
            long createdAt,
            long updatedAt) {}

    /** As what a program is known. */
    public record Client(
            UUID id, UUID oauthApp, String name, List<String> redirectUrls, long createdAt, long updatedAt) {

        public Client {
            redirectUrls = List.copyOf(redirectUrls);
        }
    }

    /**
     * What a client proves itself with, without the secret itself.
     *
     * @param firstFour how it begins
     */
    public record ClientSecret(UUID id, UUID client, String firstFour, long createdAt) {}

    /** Returns the programs of an app, the newest first. */
    public List<OAuthApp> of(UUID app) {
        return sql.list("SELECT * FROM oauth_apps WHERE app_id = ?" + NEWEST_FIRST, OAuthAppStore::oauthApp, app);
    }

    public Optional<OAuthApp> byId(UUID id) {
        return sql.first("SELECT * FROM oauth_apps WHERE id = ?", OAuthAppStore::oauthApp, id);
    }

    /** Returns the programs that can act for a user now, by name. */
    public List<OAuthApp> grantedBy(UUID user, long now) {
        return sql.list(
                "SELECT * FROM oauth_apps WHERE id IN (SELECT oauth_app_id FROM oauth_clients WHERE id IN"
                        + " (SELECT client_id FROM oauth_refresh_tokens WHERE user_id = ?"
                        + " UNION SELECT client_id FROM platform_tokens WHERE user_id = ? AND expires_at > ?))"
                        + " ORDER BY name, rowid",
                OAuthAppStore::oauthApp,
                user,
                user,
                now);
    }

    public void add(OAuthApp app) {
        sql.update(
                "INSERT INTO oauth_apps (id, app_id, name, logo, support_email, home_page, privacy_policy_link,"
                        + " tos_link, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                app.id(),
                app.app(),
                app.profile().name(),
                app.profile().logo(),
                app.profile().supportEmail(),
                app.profile().homePage(),
                app.profile().privacyPolicyLink(),
                app.profile().tosLink(),
                app.createdAt(),
                app.updatedAt());
    }

    public void update(UUID id, Profile profile, long now) {
        sql.update(
                "UPDATE oauth_apps SET name = ?, logo = ?, support_email = ?, home_page = ?, privacy_policy_link = ?,"
                        + " tos_link = ?, updated_at = ? WHERE id = ?",
                profile.name(),
                profile.logo(),
                profile.supportEmail(),
                profile.homePage(),
                profile.privacyPolicyLink(),
                profile.tosLink(),
                now,
                id);
    }

    /** Opens a program to everyone, for those scopes; tells whether there is such a program. */
    public boolean publish(UUID id, String scopes) {
        return sql.update("UPDATE oauth_apps SET is_public = 1, granted_scopes = ? WHERE id = ?", scopes, id) > 0;
    }

    /** Removes a program with its clients and all they were handed out. */
    public void remove(UUID id) {
        sql.update("DELETE FROM oauth_apps WHERE id = ?", id);
    }

    /** Returns the clients of a program, the newest first. */
    public List<Client> clients(UUID oauthApp) {
        return sql.list(
                "SELECT * FROM oauth_clients WHERE oauth_app_id = ?" + NEWEST_FIRST, OAuthAppStore::client, oauthApp);
    }

    public Optional<Client> client(UUID id) {
        return sql.first("SELECT * FROM oauth_clients WHERE id = ?", OAuthAppStore::client, id);
    }

    public void addClient(Client client) {
        sql.update(
                "INSERT INTO oauth_clients (id, oauth_app_id, name, redirect_urls, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                client.id(),
                client.oauthApp(),
                client.name(),
                String.join("\n", client.redirectUrls()),
                client.createdAt(),
                client.updatedAt());
    }

    public void updateClient(Client client) {
        sql.update(
                "UPDATE oauth_clients SET name = ?, redirect_urls = ?, updated_at = ? WHERE id = ?",
                client.name(),
                String.join("\n", client.redirectUrls()),
                client.updatedAt(),
                client.id());
    }

    /** Removes a client with all that it was handed out. */
    public void removeClient(UUID id) {
        sql.update("DELETE FROM oauth_clients WHERE id = ?", id);
    }

    /** Returns the secrets of a client, the newest first. */
    public List<ClientSecret> secrets(UUID client) {
        return sql.list(
                "SELECT * FROM oauth_client_secrets WHERE client_id = ?" + NEWEST_FIRST, OAuthAppStore::secret, client);
    }

    public Optional<ClientSecret> secret(UUID id) {
        return sql.first("SELECT * FROM oauth_client_secrets WHERE id = ?", OAuthAppStore::secret, id);
    }

    /** Tells whether a secret is one of a client. */
    public boolean isSecretOf(UUID client, String hash) {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM oauth_client_secrets WHERE hash = ? AND client_id = ?) AS n",
                        hash,
                        client)
                > 0;
    }

    public void addSecret(ClientSecret secret, String hash) {
        sql.update(
                "INSERT INTO oauth_client_secrets (id, hash, client_id, first_four, created_at) VALUES (?, ?, ?, ?, ?)",
                secret.id(),
                hash,
                secret.client(),
                secret.firstFour(),
                secret.createdAt());
    }

    public void removeSecret(UUID id) {
        sql.update("DELETE FROM oauth_client_secrets WHERE id = ?", id);
    }

    private static OAuthApp oauthApp(Row row) throws SQLException {
        Profile profile = new Profile(
                row.text("name"),
                row.textOrNull("logo"),
                row.textOrNull("support_email"),
                row.textOrNull("home_page"),
                row.textOrNull("privacy_policy_link"),
                row.textOrNull("tos_link"));
        return new OAuthApp(
                row.uuid("id"),
                row.uuid("app_id"),
                profile,
                row.text("granted_scopes"),
                row.flag("is_public"),
                row.number("created_at"),
                row.number("updated_at"));
    }

    private static Client client(Row row) throws SQLException {
        return new Client(
                row.uuid("id"),
                row.uuid("oauth_app_id"),
                row.text("name"),
                row.text("redirect_urls").lines().toList(),
                row.number("created_at"),
                row.number("updated_at"));
    }

    private static ClientSecret secret(Row row) throws SQLException {
        return new ClientSecret(
                row.uuid("id"), row.uuid("client_id"), row.text("first_four"), row.number("created_at"));
    }
}
