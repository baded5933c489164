package dev.instant4j.wire;

import dev.instant4j.model.Attrs;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import io.vertx.core.json.Json;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written is read back as it was, for random values; the seed is the display name. */
class WireProperties {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_stored_attr_is_read_back_as_it_was_written(long seed) {
        StoredAttr attr = new Samples(seed).storedAttr();

        assertThat(AttrJson.decode(sent(AttrJson.encode(attr)))).isEqualTo(attr);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_step_is_read_back_as_it_was_written(long seed) {
        Samples samples = new Samples(seed);
        StoredAttr known = samples.storedAttr();
        Step step = samples.step(known);

        assertThat(StepJson.decode(sent(StepJson.encode(step)), Attrs.of(List.of(known))))
                .isEqualTo(step);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_schema_is_read_back_as_it_was_written(long seed) {
        Schema schema = new Samples(seed).schema();

        assertThat(SchemaJson.decode(sent(SchemaJson.encode(schema)))).isEqualTo(schema);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rules_are_written_again_as_they_were_read(long seed) {
        Rules rules = new Samples(seed).rules();

        Rules read = RulesJson.decode(sent(RulesJson.encode(rules)));

        assertThat(RulesJson.encode(read)).isEqualTo(RulesJson.encode(rules));
        assertThat(RulesJson.decode(sent(RulesJson.encode(read)))).isEqualTo(read);
    }

    private static JsonCursor sent(@Nullable Object json) {
        return JsonCursor.of("read it back", Json.decodeValue(Json.encode(json)));
    }
}
