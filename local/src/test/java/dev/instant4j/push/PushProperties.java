package dev.instant4j.push;

import dev.instant4j.model.Schema;
import dev.instant4j.plan.RandomSchemas;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds after pushing any two schemas to a platform; the seed of a failing pair is the name of the test. */
class PushProperties {
    private static final PushedApp APP = new PushedApp();

    static Stream<Long> seeds() {
        return LongStream.range(0, Long.getLong("stress.pairs", 120)).boxed();
    }

    @AfterAll
    static void close() {
        APP.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_second_schema_holds_completely_and_nothing_is_left_to_do(long seed) {
        RandomSchemas schemas = new RandomSchemas(seed);
        Schema first = schemas.next();
        Schema second = schemas.next();
        APP.startAnew();

        PushResult made = APP.pushWhateverItDeletes(first);
        PushResult changed = APP.pushWhateverItDeletes(second);

        assertThat(made.isComplete()).as("first push: %s", made).isTrue();
        assertThat(changed.isComplete()).as("second push: %s", changed).isTrue();
        assertThat(APP.plan(second).isEmpty()).isTrue();
    }
}
