package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.EntityDeleted;
import dev.instant4j.diff.Change.LinkDeleted;
import dev.instant4j.diff.RenameCandidate;
import dev.instant4j.diff.RenameCandidates;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

/**
 * IDB201 to IDB203: a change deletes an entity, an attr or a link, and all that is stored under it. What goes with an
 * entity is not told again. Where something new looks like it, the hint asks whether it is a rename.
 */
final class DataLoss {
    private static final double LEAST_SCORE = 0.5;

    private final Map<String, List<RenameCandidate>> candidates;
    private final Set<String> deletedEntities;
    private final List<Finding> findings = new ArrayList<>();

    private DataLoss(List<Change> changes) {
        candidates = RenameCandidates.in(changes);
        deletedEntities = changes.stream()
                .filter(EntityDeleted.class::isInstance)
                .map(Change::entity)
                .collect(toCollection(TreeSet::new));
    }

    static List<Finding> check(List<Change> changes) {
        DataLoss check = new DataLoss(changes);
        check.deletedEntities.forEach(check::addEntity);
        for (Change change : changes) {
            if (change instanceof AttrDeleted deleted) {
                check.addAttr(deleted.stored().name());
            } else if (change instanceof LinkDeleted deleted) {
                check.addLink(deleted.stored().name(), Change.reverseName(deleted.stored()));
            }
        }
        return check.findings;
    }

    private void addEntity(String name) {
        add("IDB201", name, "Deletes the entity " + name + " and all that is stored in it.", name);
    }

    private void addAttr(AttrName name) {
        if (!deletedEntities.contains(name.entity())) {
            add("IDB202", name.toString(), "Deletes " + name + " and its values.", name.toString());
        }
    }

    private void addLink(AttrName name, AttrName reverse) {
        boolean isToldAlready = deletedEntities.contains(name.entity()) || deletedEntities.contains(reverse.entity());
        if (!isToldAlready) {
            String message = "Deletes the link " + name + " and every connection made with it.";
            add("IDB203", name.toString(), message, name.toString(), reverse.toString());
        }
    }

    private void add(String code, String subject, String message, String... names) {
        String question = Stream.of(names)
                .flatMap(name -> candidates.getOrDefault(name, List.of()).stream())
                .filter(candidate -> candidate.score() >= LEAST_SCORE)
                .max(comparing(RenameCandidate::score))
                .map(candidate -> " If it has a new name: --rename " + candidate.asked() + ".")
                .orElse("");
        String hint = "Needs --allow-delete " + subject + "." + question;
        findings.add(new Finding(code, Severity.DANGER, subject, message, hint, Place.UNKNOWN));
    }
}
