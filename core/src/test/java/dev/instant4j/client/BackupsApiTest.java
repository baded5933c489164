package dev.instant4j.client;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.DecodeException;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Job;
import dev.instant4j.model.Token;
import dev.instant4j.model.backup.Backup;
import dev.instant4j.model.backup.BackupFile;
import dev.instant4j.model.backup.BackupId;
import dev.instant4j.model.backup.BackupJob;
import dev.instant4j.model.backup.BackupJobId;
import dev.instant4j.model.backup.DownloadProgress;
import dev.instant4j.model.backup.StorageFile;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ExtendWith(VertxExtension.class)
class BackupsApiTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final BackupId BACKUP = new BackupId(UUID.fromString("80d52912-2b64-45e0-8993-512d43d2498b"));
    private static final BackupJobId JOB = new BackupJobId(UUID.fromString("80d52912-2b64-45e0-8993-512d43d2498c"));
    private static final String PATH = "/dash/apps/" + APP;
    private static final String FILES = PATH + "/backups/" + BACKUP;
    private static final String JOB_JSON = "{'id':'" + JOB + "','app_id':'" + APP
            + "','app_backup_id':null,'job_status':'processing','description':'nightly','work_estimate':10,"
            + "'work_completed':4,'created_at':'2026-11-23T07:44:19Z','updated_at':'2026-11-23T07:44:19Z','done_at':null}";

    @Test
    void backups_are_listed_made_and_deleted(Vertx vertx) {
        String backup =
                "{'id':'" + BACKUP + "','isn':'0/328/48953748','backup_at':'2026-11-23T07:44:19Z','files_size':2,"
                        + "'db_size':12,'uncompressed_size':40,'description':null,'expires_at':'2026-12-23T07:44:19Z'}";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("GET", PATH + "/backups", "", "{'backups':[" + backup + "]}"),
                Exchange.of("POST", PATH + "/backups", "{'description':'nightly'}", "{'job':" + JOB_JSON + "}"),
                Exchange.of("GET", PATH + "/backup-jobs", "", "{'jobs':[" + JOB_JSON + "]}"),
                Exchange.of("GET", PATH + "/backup-jobs/" + JOB, "", "{'job':null}"),
                Exchange.of("DELETE", PATH + "/backup-jobs/" + JOB, "", "{'id':'" + JOB + "'}"),
                Exchange.of("DELETE", PATH + "/backups/" + BACKUP, "", "{'id':'" + BACKUP + "'}"))) {
            BackupsApi backups = served.platform().backups(APP);

            Backup listed = result(backups.list()).get(0);
            BackupJob job = result(backups.create("nightly"));

            assertThat(listed.bytes()).hasValue(42L);
            assertThat(listed.isn()).isEqualTo("0/328/48953748");
            assertThat(listed.expiry()).isPresent();
            assertThat(job.state()).isEqualTo(Job.State.PROCESSING);
            assertThat(job.backup()).isEmpty();
            assertThat(result(backups.jobs())).containsExactly(job);
            assertThat(result(backups.job(JOB))).isEmpty();
            result(backups.cancel(JOB));
            result(backups.delete(BACKUP));
            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void a_backup_may_not_know_its_sizes(Vertx vertx) {
        String backup = "{'id':'" + BACKUP + "','isn':'','backup_at':'2026-11-23T07:44:19.982265+00:00',"
                + "'files_size':null,'db_size':%s,'uncompressed_size':null,'description':null,'expires_at':null}";
        String answer = "{'backups':[" + backup.formatted("null") + "," + backup.formatted("12") + "]}";
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", PATH + "/backups", "", answer))) {
            assertThat(result(served.platform().backups(APP).list()))
                    .extracting(Backup::bytes)
                    .containsExactly(Optional.empty(), Optional.of(12L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a1", "a/b", "..", "", "a\\\\b"})
    void a_stored_file_whose_name_would_lead_elsewhere_makes_the_list_malformed(String name, Vertx vertx) {
        String line = "{\"locationId\":\"" + name + "\",\"path\":\"x\",\"url\":\"https://files.example.com/x\"}\n";
        try (Served served = Served.exchanges(
                vertx, new Exchange("GET", FILES + "/storage-files", null, 200, line + "{\"done\":true}\n"))) {
            assertThatThrownBy(() -> result(served.platform().backups(APP).storageFiles(BACKUP)))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("/0/locationId");
        }
    }

    @Test
    void files_are_listed_in_their_order(Vertx vertx) {
        String files = "{'files':[{'name':'config.json','size':123},{'name':'entities/posts.jsonl','size':9}]}";
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", FILES + "/files", "", files))) {
            assertThat(result(served.platform().backups(APP).files(BACKUP)))
                    .containsExactly(new BackupFile("config.json", 123), new BackupFile("entities/posts.jsonl", 9));
        }
    }

    @Test
    void stored_files_are_listed_only_if_the_list_is_complete(Vertx vertx) {
        String line = "{\"locationId\":\"a1\",\"path\":\"cat.png\",\"url\":\"https://files.example.com/a1?sig=s\"}\n";
        String path = FILES + "/storage-files";
        try (Served served = Served.exchanges(
                vertx,
                new Exchange("GET", path, null, 200, line + "{\"done\":true}\n"),
                new Exchange("GET", path, null, 200, line))) {
            BackupsApi backups = served.platform().backups(APP);

            assertThat(result(backups.storageFiles(BACKUP)))
                    .singleElement()
                    .extracting(StorageFile::locationId)
                    .isEqualTo("a1");
            assertThatThrownBy(() -> result(backups.storageFiles(BACKUP))).isInstanceOf(DecodeException.class);
        }
    }

    @Test
    void a_file_is_downloaded_under_its_name_when_it_is_whole(Vertx vertx, @TempDir Path folder) throws IOException {
        String text = "{\"id\":1}\n".repeat(20_000);
        List<DownloadProgress> told = new CopyOnWriteArrayList<>();
        try (Served served = Served.exchanges(
                vertx,
                new Exchange("GET", "/file-of-backup?sig=secret", null, 200, text),
                Exchange.of("GET", FILES + "/file-url?name=entities/posts.jsonl", "", "{'url':'BASE'}"))) {
            String url = served.platform().uri() + "/file-of-backup?sig=secret";
            served.replace("BASE", url);

            Path file = result(served.platform()
                    .backups(APP)
                    .download(BACKUP, "entities/posts.jsonl", folder, told::add)
                    .outcome());

            assertThat(file).isEqualTo(folder.resolve("entities/posts.jsonl")).hasContent(text);
            assertThat(told.get(told.size() - 1)).isEqualTo(new DownloadProgress(text.length(), text.length()));
            assertThat(served.authorizations()).contains("");
            assertThat(everythingIn(folder)).containsExactly(file);
        }
    }

    @Test
    void a_download_that_breaks_off_leaves_nothing(Vertx vertx, @TempDir Path folder) throws IOException {
        try (ScriptedServer server = ScriptedServer.start(
                        vertx, ScriptedServer.Line.rawThenClose("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"));
                Served served = Served.exchanges(vertx)) {
            StorageFile file = new StorageFile("a1", "cat.png", Token.of(server.uri() + "/a1?sig=secret"));

            TransportException failure = catchThrowableOfType(
                    TransportException.class,
                    () -> result(served.platform()
                            .backups(APP)
                            .download(file, folder, told -> {})
                            .outcome()));

            assertThat(failure).message().doesNotContain("secret");
            assertThat(everythingIn(folder)).isEmpty();
        }
    }

    @Test
    void a_file_that_is_not_to_be_had_is_a_refusal(Vertx vertx, @TempDir Path folder) {
        try (ScriptedServer server = ScriptedServer.start(vertx, ScriptedServer.Line.answer(403, "expired"));
                Served served = Served.exchanges(vertx)) {
            StorageFile file = new StorageFile("a1", "cat.png", Token.of(server.uri() + "/a1?sig=secret"));

            assertThatThrownBy(() -> result(served.platform()
                            .backups(APP)
                            .download(file, folder, told -> {})
                            .outcome()))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(403));
        }
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_refused(Vertx vertx, @TempDir Path folder) {
        try (Served served = Served.exchanges(vertx)) {
            StorageFile file = new StorageFile("../../etc/passwd", "x", Token.of("http://localhost:1/x"));

            assertThatThrownBy(() -> result(served.platform()
                            .backups(APP)
                            .download(file, folder, told -> {})
                            .outcome()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
