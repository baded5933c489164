package dev.instant4j.local.node;

import dev.instant4j.client.LoginSettingsApi;
import dev.instant4j.client.NewApp;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.login.LoginClient;
import dev.instant4j.model.login.Origin;
import dev.instant4j.model.webhook.Action;
import dev.instant4j.model.webhook.Webhook;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static org.assertj.core.api.Assertions.assertThat;

/** The official command line tool sets of an app on the embedded platform what it sets on a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstantCliSettingsTest {
    private final Host host = new Host();
    private NodeTools tools;
    private CreatedApp app;
    private NodeProject project;

    @BeforeAll
    void install() throws IOException, InterruptedException {
        tools = NodeTools.installed();
    }

    @AfterAll
    void close() {
        host.close();
    }

    @BeforeEach
    void newProject(@TempDir(factory = NodeTools.Beside.class) Path parent) throws IOException {
        NewApp posts = NewApp.titled("settings").schema(schema(entity("posts", string("title"))));
        app = host.client().apps().create(posts).await();
        project = NodeProject.in(parent, tools, host.uri()).of(app.id(), app.adminToken());
    }

    @Test
    void origins_and_clients_are_added_and_deleted() throws Exception {
        LoginSettingsApi logins = host.client().logins(app.id());

        project.cli("auth", "origin", "add", "--type", "vercel", "--project", "mine")
                .succeeded();
        project.cli("auth", "client", "add", "-y", "--type", "github", "--client-id", "abc", "--client-secret", "def")
                .succeeded();

        assertThat(logins.get().await().origins())
                .extracting(Origin::params)
                .containsExactly(List.of("vercel.app", "mine"));
        LoginClient client = logins.get().await().clients().get(0);
        assertThat(client.clientId()).isEqualTo("abc");
        assertThat(client.redirectTo()).endsWith("/runtime/oauth/callback");
        assertThat(project.cli("auth", "client", "list").succeeded().out())
                .contains(client.id().toString());
        assertThat(project.cli("auth", "client", "delete", "--name", "github")
                        .succeeded()
                        .out())
                .contains("Client Deleted!");
        assertThat(logins.get().await().clients()).isEmpty();
    }

    @Test
    void the_mail_of_codes_is_pulled_and_pushed() throws Exception {
        project.cli("auth", "email", "pull").succeeded();
        NodeRun.Outcome pushed = project.cli("auth", "email", "push").succeeded();

        assertThat(pushed.out()).contains("Email template saved!", "Sender name: settings", "Body: 603 characters");
        assertThat(host.client()
                        .logins(app.id())
                        .mail()
                        .get()
                        .await()
                        .orElseThrow()
                        .template()
                        .subject())
                .isEqualTo("{code} is your verification code for {app_title}");
    }

    @Test
    void webhooks_are_added_and_there_are_no_backups() throws Exception {
        NodeProject ofUser = project.as(host.user().personalToken());

        NodeRun.Outcome added = ofUser.cli(
                        "webhook",
                        "add",
                        "--url",
                        "https://example.com/hook",
                        "--namespaces",
                        "posts",
                        "--actions",
                        "create,update")
                .succeeded();

        Webhook webhook = host.client().webhooks(app.id()).list().await().get(0);
        assertThat(added.out()).contains(webhook.id().toString());
        assertThat(webhook.actions()).containsExactly(Action.CREATE, Action.UPDATE);
        assertThat(new JsonArray(
                        ofUser.cli("backup", "list", "--json").succeeded().out()))
                .isEmpty();
    }
}
