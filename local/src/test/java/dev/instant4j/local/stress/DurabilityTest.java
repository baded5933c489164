package dev.instant4j.local.stress;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.client.RetryPolicy;
import dev.instant4j.error.TransportException;
import dev.instant4j.fault.ClassArchive;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was answered is kept, and what was not is there as a whole or not at all, whenever the process is killed. */
@Execution(ExecutionMode.CONCURRENT)
class DurabilityTest {
    private static final int STREAMS = 2;
    private static final int KILLS = Integer.getInteger("stress.kills", 4) / STREAMS;
    private static final long SEED = Long.getLong("stress.seed", new Random().nextLong());
    private static final int MAX_ACKNOWLEDGED = 80;

    /** Tells of every connection that a kill breaks, if it is let. */
    private static final Logger CONNECTIONS = Logger.getLogger("io.vertx.core.net.impl.ConnectionBase");

    private final Vertx vertx = Vertx.vertx();
    private final List<Witness> witnesses = new ArrayList<>();

    @TempDir
    private Path data;

    @TempDir
    private Path other;

    @BeforeEach
    void hush() {
        CONNECTIONS.setLevel(Level.OFF);
    }

    @AfterEach
    void stop() {
        CONNECTIONS.setLevel(null);
        vertx.close().await();
    }

    @ParameterizedTest(name = "stream {0}")
    @MethodSource("streams")
    void a_killed_platform_has_lost_nothing_and_kept_nothing_in_part(int stream) throws IOException, SQLException {
        Random random = new Random(SEED + stream);
        ClassArchive classes = archive();
        List<Witness> latest = List.of();
        for (int kill = 0; kill < KILLS; kill++) {
            latest = killed(classes, kill, latest, random.nextInt(MAX_ACKNOWLEDGED));
            witnesses.addAll(latest);
        }
        checkAll(classes);
        assertThat(findings("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(findings("PRAGMA foreign_key_check")).isEmpty();
    }

    static IntStream streams() {
        return IntStream.range(0, STREAMS);
    }

    private ClassArchive archive() throws IOException {
        ClassArchive classes = ClassArchive.in(other);
        try (PlatformProcess process = PlatformProcess.start(other, classes.making())) {
            InstantPlatform platform = client(process);
            witnesses(platform);
            platform.close().await();
            process.stop();
        }
        return classes;
    }

    /** Checks on a platform what was seen before, and kills it while others work; returns what they have seen. */
    private List<Witness> killed(ClassArchive classes, int kill, List<Witness> before, int acknowledgements)
            throws IOException {
        try (PlatformProcess process = PlatformProcess.start(data, classes.using())) {
            InstantPlatform platform = client(process);
            check(before, platform, kill - 1);
            List<Witness> now = witnesses(platform);
            AtomicInteger left = new AtomicInteger(acknowledgements);
            if (left.get() == 0) {
                process.kill();
            }
            Runnable acknowledged = () -> {
                if (left.decrementAndGet() == 0) {
                    process.kill();
                }
            };
            Future.join(now.stream()
                            .map(witness -> untilKilled(witness, acknowledged))
                            .toList())
                    .await();
            platform.close().await();
            assertThat(left).as("what went wrong before the kill").hasNonPositiveValue();
            return now;
        }
    }

    private InstantPlatform client(PlatformProcess process) {
        return InstantPlatform.create(vertx, PlatformOptions.at(process.uri()).withRetry(RetryPolicy.NEVER));
    }

    private static List<Witness> witnesses(InstantPlatform platform) {
        KilledApp app = KilledApp.make(platform);
        return List.of(
                new EntityWitness(platform, app, "one"),
                new EntityWitness(platform, app, "other"),
                new RuleWitness(platform, app),
                new AppWitness(platform),
                new JobWitness(platform, app));
    }

    private static Future<Void> untilKilled(Witness witness, Runnable acknowledged) {
        return witness.act()
                .onSuccess(done -> acknowledged.run())
                .compose(done -> untilKilled(witness, acknowledged))
                .recover(failure -> failure instanceof TransportException
                        ? Future.succeededFuture()
                        : Future.failedFuture(failure));
    }

    private static void check(List<Witness> seen, InstantPlatform platform, int kill) {
        assertThat(seen)
                .as("after kill %d with -Dstress.seed=%d", kill, SEED)
                .allSatisfy(witness -> witness.check(platform));
    }

    private void checkAll(ClassArchive classes) throws IOException {
        try (PlatformProcess process = PlatformProcess.start(data, classes.using())) {
            InstantPlatform platform = client(process);
            check(witnesses, platform, KILLS);
            platform.close().await();
        }
    }

    private List<String> findings(String pragma) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("instant4j.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(pragma)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
