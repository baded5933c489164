package dev.instant4j.plan;

import dev.instant4j.check.Checks;
import dev.instant4j.diff.Rename;
import dev.instant4j.diff.Renames;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for any two schemas; the seed of a failing pair is the name of the test. */
class PlannerProperties {
    private static final AppId APP = new AppId(new UUID(1, 2));

    static Stream<Long> seeds() {
        return LongStream.range(0, 2000).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_plan_leads_from_one_schema_to_the_other_and_a_second_plan_is_empty(long seed) {
        RandomSchemas schemas = new RandomSchemas(seed);
        Schema from = schemas.next();
        Schema to = schemas.next();
        Attrs before = pushed(Attrs.NONE, from, Renames.NONE, seed);

        Attrs after = pushed(before, to, Renames.NONE, seed + 1);

        assertThat(plan(before, from, Renames.NONE, seed).isEmpty()).isTrue();
        assertThat(plan(after, to, Renames.NONE, seed).isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_plan_is_the_same_each_time_it_is_made(long seed) {
        RandomSchemas schemas = new RandomSchemas(seed);
        Attrs before = pushed(Attrs.NONE, schemas.next(), Renames.NONE, seed);
        Schema to = schemas.next();

        assertThat(plan(before, to, Renames.NONE, 7).stages())
                .isEqualTo(plan(before, to, Renames.NONE, 7).stages());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void renaming_entities_deletes_nothing_even_when_they_exchange_their_names(long seed) {
        Schema from = new RandomSchemas(seed).next();
        Attrs before = pushed(Attrs.NONE, from, Renames.NONE, seed);
        Shuffled shuffled = Shuffled.of(from, new Random(seed));

        Plan plan = plan(before, shuffled.schema(), shuffled.renames(), seed);
        Attrs after = Replay.of(plan.stages(), before);

        assertThat(plan.findings(Severity.ERROR)).isEmpty();
        assertThat(plan.findings(Severity.DANGER)).isEmpty();
        assertThat(after.all())
                .extracting(StoredAttr::id)
                .containsExactlyInAnyOrderElementsOf(
                        before.all().stream().map(StoredAttr::id).toList());
        assertThat(plan(after, shuffled.schema(), Renames.NONE, seed).isEmpty()).isTrue();
    }

    /** A schema with its entities and the attrs of each renamed at random, circles included, and what asks for that. */
    private record Shuffled(Schema schema, Renames renames) {
        static Shuffled of(Schema from, Random random) {
            List<String> old = new ArrayList<>(from.entities().stream()
                    .map(entity -> entity.name())
                    .filter(name -> !name.startsWith("$"))
                    .toList());
            List<String> renamed = new ArrayList<>(old);
            renamed.add("fresh");
            Collections.shuffle(renamed, random);
            List<Rename> asked = new ArrayList<>();
            for (int i = 0; i < old.size(); i++) {
                if (!old.get(i).equals(renamed.get(i))) {
                    asked.add(Rename.parse(old.get(i) + ":" + renamed.get(i)));
                }
            }
            return new Shuffled(RenamedSchema.of(from, old, renamed), new Renames(asked));
        }
    }

    private static Attrs pushed(Attrs before, Schema to, Renames renames, long seed) {
        assertThat(Checks.of(new Definition(to, null))).noneMatch(finding -> finding.severity() == Severity.ERROR);
        return Replay.of(plan(before, to, renames, seed).stages(), before);
    }

    private static Plan plan(Attrs before, Schema to, Renames renames, long seed) {
        AppState base = new AppState(before, Rules.NONE);
        return Planner.plan(APP, base, new Definition(to, null), renames, IdSource.seeded(seed));
    }
}
