package dev.instant4j.plan;

import dev.instant4j.diff.Renames;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Step;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans between definitions, for tests: the app is what pushing the first definition would leave. */
public final class Plans {
    private static final AppId APP = new AppId(new UUID(1, 2));

    private Plans() {}

    public static Plan between(Schema from, Schema to, String... renames) {
        return between(new Definition(from, Rules.NONE), new Definition(to, null), renames);
    }

    public static Plan between(Definition from, Definition to, String... renames) {
        Rules rules = from.rules();
        AppState base = new AppState(attrs(from.schema()), rules == null ? Rules.NONE : rules);
        return Planner.plan(APP, base, to, Renames.parse(List.of(renames)), IdSource.seeded(2));
    }

    /** Returns what an app stores after a schema has been pushed to it. */
    public static Attrs attrs(@Nullable Schema schema) {
        AppState empty = new AppState(Attrs.NONE, Rules.NONE);
        Plan plan = Planner.plan(APP, empty, new Definition(schema, null), Renames.NONE, IdSource.seeded(1));
        List<Step> steps =
                plan.stages().stream().flatMap(stage -> stage.steps().stream()).toList();
        return AfterSteps.of(Attrs.NONE, steps);
    }
}
