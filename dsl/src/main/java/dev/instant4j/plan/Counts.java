package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.RuleChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much a plan does.
 *
 * @param added entities, attrs, links and rules that are new
 * @param changed those that are different
 * @param renamed those with another name
 * @param deleted those that go
 */
public record Counts(long added, long changed, long renamed, long deleted) {

    static Counts of(List<Change> changes, List<RuleChange> ruleChanges) {
        List<Change.Kind> kinds = Stream.concat(
                        changes.stream().map(Change::kind), ruleChanges.stream().map(RuleChange::change))
                .toList();
        return new Counts(
                count(kinds, Change.Kind.ADDED),
                count(kinds, Change.Kind.CHANGED),
                count(kinds, Change.Kind.RENAMED),
                count(kinds, Change.Kind.DELETED));
    }

    private static long count(List<Change.Kind> kinds, Change.Kind kind) {
        return kinds.stream().filter(kind::equals).count();
    }
}
