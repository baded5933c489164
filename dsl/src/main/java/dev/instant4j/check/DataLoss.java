package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.EntityDeleted;
import dev.instant4j.diff.Change.LinkDeleted;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;

/**
 * IDB201 to IDB203: a change deletes an entity, an attr or a link, and all that is stored under it. What goes with an
 * entity is not told again.
 */
final class DataLoss {
    private DataLoss() {}

    static List<Finding> check(List<Change> changes) {
        Set<String> deletedEntities = changes.stream()
                .filter(EntityDeleted.class::isInstance)
                .map(Change::entity)
                .collect(toSet());
        List<Finding> findings = new ArrayList<>();
        deletedEntities.stream().sorted().forEach(entity -> findings.add(entity(entity)));
        for (Change change : changes) {
            if (change instanceof AttrDeleted deleted) {
                add(
                        findings,
                        deletedEntities,
                        attr(deleted.stored().name()),
                        deleted.stored().name());
            } else if (change instanceof LinkDeleted deleted) {
                AttrName name = deleted.stored().name();
                add(findings, deletedEntities, link(name), name, Change.reverseName(deleted.stored()));
            }
        }
        return findings;
    }

    private static void add(List<Finding> findings, Set<String> deletedEntities, Finding finding, AttrName... names) {
        if (Stream.of(names).map(AttrName::entity).noneMatch(deletedEntities::contains)) {
            findings.add(finding);
        }
    }

    private static Finding entity(String name) {
        return loss("IDB201", name, "Deletes the entity " + name + " and all that is stored in it.");
    }

    private static Finding attr(AttrName name) {
        return loss("IDB202", name.toString(), "Deletes " + name + " and its values.");
    }

    private static Finding link(AttrName name) {
        return loss("IDB203", name.toString(), "Deletes the link " + name + " and every connection made with it.");
    }

    private static Finding loss(String code, String subject, String message) {
        return new Finding(
                code, Severity.DANGER, subject, message, "Needs --allow-delete " + subject + ".", Place.UNKNOWN);
    }
}
