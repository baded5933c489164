package dev.instant4j.junit;

import dev.instant4j.client.AdminClient;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.number;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.dsl.Dsl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** What a run of tests with {@code @InstantApp} comes to, seen from outside. */
class InstantAppExtensionTest {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    private static final long PATIENCE_MILLIS = 30_000;

    @Test
    void parallel_tests_do_not_see_each_other() {
        EngineExecutionResults results = run(Crowd.class);

        results.testEvents().assertStatistics(statistics -> statistics.succeeded(Crowd.SIZE));
    }

    @Test
    void nothing_is_left_behind() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        run(Visitor.class).testEvents().assertStatistics(statistics -> statistics.succeeded(2));

        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(PATIENCE_MILLIS);
        }
        assertThat(left).noneMatch(Thread::isAlive);
        assertThat(Visitor.PLATFORMS).hasSize(1);
    }

    @Test
    void an_app_that_a_whole_class_would_share_is_refused() {
        assertThat(failure(Shared.class)).contains("An app is for one test", "@BeforeEach");
    }

    @Test
    void a_class_without_a_definition_is_named() {
        assertThat(failure(OfNothing.class))
                .contains(Nothing.class.getName() + " defines no app: it has no public static field of type Schema");
    }

    @Test
    void a_class_with_two_schemas_is_named_with_both() {
        assertThat(failure(OfTwo.class))
                .contains(Two.class.getName())
                .contains("more than one public static field of type Schema: FIRST, SECOND");
    }

    @Test
    void a_class_that_can_not_be_loaded_is_named_with_the_reason() {
        assertThat(failure(OfBroken.class)).contains(Broken.class.getName(), "SCHEMA can't be read", "no luck");
    }

    @Test
    void an_empty_field_is_named() {
        assertThat(failure(OfEmpty.class)).contains(Empty.class.getName(), "its SCHEMA is null");
    }

    @Test
    void a_definition_that_no_platform_takes_is_told_with_its_findings_and_places() {
        assertThat(failure(OfWrong.class))
                .contains(Wrong.class.getName() + " defines no app: no platform would take it")
                .contains("InstantAppExtensionTest.java:")
                .contains("notes.text", "[IDB")
                .contains("nonsense");
    }

    private static EngineExecutionResults run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(PARALLEL + "enabled", "true")
                .configurationParameter(PARALLEL + "config.executor-service", "WORKER_THREAD_POOL")
                .configurationParameter(PARALLEL + "config.strategy", "fixed")
                .configurationParameter(PARALLEL + "config.fixed.parallelism", "4")
                .selectors(selectClass(test))
                .execute();
    }

    private static String failure(Class<?> test) {
        return run(test).allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .findFirst()
                .orElseThrow();
    }

    @InstantApp(schema = Notes.class)
    @Execution(ExecutionMode.CONCURRENT)
    static class Crowd {
        static final int SIZE = 40;

        @RepeatedTest(SIZE)
        void writes_what_the_others_write(AdminClient admin) {
            Notes.write(admin, "unique");
            assertThat(Notes.all(admin).await()).hasSize(1);
        }
    }

    @InstantApp
    static class Visitor {
        static final Set<LocalPlatform> PLATFORMS = ConcurrentHashMap.newKeySet();

        @RepeatedTest(2)
        void looks_around(LocalPlatform platform) {
            PLATFORMS.add(platform);
        }
    }

    @InstantApp
    static class Shared {
        @BeforeAll
        static void prepare(AppId app) {}

        @Test
        void test() {}
    }

    static final class Nothing {
        static final Schema SCHEMA = Schema.EMPTY;

        private Nothing() {}
    }

    @InstantApp(schema = Nothing.class)
    static class OfNothing {
        @Test
        void test(AppId app) {}
    }

    static final class Two {
        public static final Schema FIRST = Schema.EMPTY;
        public static final Schema SECOND = Schema.EMPTY;

        private Two() {}
    }

    @InstantApp(schema = Two.class)
    static class OfTwo {
        @Test
        void test(AppId app) {}
    }

    static final class Broken {
        public static final Schema SCHEMA = fail();

        private Broken() {}

        private static Schema fail() {
            throw new IllegalStateException("no luck");
        }
    }

    @InstantApp(schema = Broken.class)
    static class OfBroken {
        @Test
        void test(AppId app) {}
    }

    @SuppressWarnings("NullAway")
    static final class Empty {
        public static final Schema SCHEMA = null;

        private Empty() {}
    }

    @InstantApp(schema = Empty.class)
    static class OfEmpty {
        @Test
        void test(AppId app) {}
    }

    static final class Wrong {
        public static final Schema SCHEMA = schema(entity("notes", string("text"), number("text")));
        public static final Rules RULES = rules(namespace("notes", view("nonsense")));

        private Wrong() {}
    }

    @InstantApp(schema = Wrong.class)
    static class OfWrong {
        @Test
        void test(AppId app) {}
    }
}
