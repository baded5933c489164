package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.EntityAdded;
import dev.instant4j.diff.RenamedRules;
import dev.instant4j.diff.ResolvedRenames;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * IDB232 and IDB234: a schema is pushed without rules, and those of the app don't know its new entities, or speak of
 * attrs that go or get another name.
 */
final class LeftRules {
    private LeftRules() {}

    static List<Finding> check(
            Schema schema, Attrs stored, Rules rules, ResolvedRenames renames, List<Change> changes) {
        if (rules.namespaces().isEmpty()) {
            return List.of();
        }
        List<Entity> added = changes.stream()
                .filter(EntityAdded.class::isInstance)
                .map(change -> ((EntityAdded) change).definition())
                .toList();
        Rules renamed = RenamedRules.of(rules, renames);
        List<Finding> findings = new ArrayList<>(OpenRules.check(new Schema(added, List.of(), List.of()), renamed));
        RuleAttrs.unknown(renamed, schema).stream()
                .filter(mention -> isStored(mention.name(), stored, renames))
                .map(LeftRules::dangling)
                .forEach(findings::add);
        return findings;
    }

    private static boolean isStored(AttrName name, Attrs stored, ResolvedRenames renames) {
        boolean isOfSameName = stored.byName(name).isPresent();
        return isOfSameName
                || renames.entities().entrySet().stream()
                        .filter(rename -> rename.getValue().equals(name.entity()))
                        .anyMatch(rename ->
                                stored.byName(name.on(rename.getKey())).isPresent());
    }

    private static Finding dangling(RuleAttrs.Mention mention) {
        String message = "The rules of the app speak of " + mention.name() + " (in " + mention.where()
                + "), which goes or gets another name.";
        String hint = "Push rules together with the schema, or change them first.";
        return new Finding("IDB234", Severity.ERROR, mention.name().toString(), message, hint, Place.UNKNOWN);
    }
}
