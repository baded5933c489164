package dev.instant4j.push;

import dev.instant4j.check.Nearest;
import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.EntityDeleted;
import dev.instant4j.diff.Change.LinkDeleted;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toCollection;

/**
 * Which data a push may delete.
 *
 * @param isEverything whether all of it
 * @param names {@code entity.attr}, a link by either end, or {@code entity} with everything in it
 */
public record Consent(boolean isEverything, Set<String> names) {
    /** Allows nothing to be deleted. */
    public static final Consent NONE = new Consent(false, Set.of());

    /** Allows everything to be deleted. */
    public static final Consent EVERYTHING = new Consent(true, Set.of());

    public Consent {
        names = Set.copyOf(names);
    }

    /** Allows what these names stand for to be deleted. */
    public static Consent to(List<String> names) {
        return new Consent(false, new HashSet<>(names));
    }

    /**
     * Returns what keeps a plan from being pushed with this consent: what it deletes without being allowed to, and
     * names that stand for nothing it deletes. Empty if nothing does.
     */
    public List<Finding> objections(Plan plan) {
        Set<String> deletedEntities = plan.changes().stream()
                .filter(EntityDeleted.class::isInstance)
                .map(Change::entity)
                .collect(toCollection(HashSet::new));
        Set<String> meaningful = new LinkedHashSet<>();
        List<Finding> refused = new ArrayList<>();
        for (Change change : plan.changes()) {
            List<String> allowing = namesThatAllow(change, deletedEntities);
            meaningful.addAll(allowing);
            if (!allowing.isEmpty() && !isEverything && allowing.stream().noneMatch(names::contains)) {
                refused.add(refusal(plan, allowing));
            }
        }
        List<Finding> objections = new ArrayList<>();
        names.stream()
                .filter(name -> !meaningful.contains(name))
                .sorted()
                .forEach(name -> objections.add(unknown(name, meaningful)));
        objections.addAll(refused);
        return objections;
    }

    /** Returns the names of which one is enough to allow a change, the most precise first; none if it deletes nothing. */
    private static List<String> namesThatAllow(Change change, Set<String> deletedEntities) {
        if (change instanceof EntityDeleted) {
            return List.of(change.entity());
        }
        List<AttrName> deleted = deletedNames(change);
        List<String> names = new ArrayList<>();
        deleted.forEach(name -> names.add(name.toString()));
        deleted.stream().map(AttrName::entity).filter(deletedEntities::contains).forEach(names::add);
        return names;
    }

    private static List<AttrName> deletedNames(Change change) {
        if (change instanceof AttrDeleted attr) {
            return List.of(attr.stored().name());
        }
        if (change instanceof LinkDeleted link) {
            return List.of(link.stored().name(), Change.reverseName(link.stored()));
        }
        return List.of();
    }

    private static Finding refusal(Plan plan, List<String> allowing) {
        return plan.findings(Severity.DANGER).stream()
                .filter(finding -> finding.subject().equals(allowing.get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no finding tells of the loss of " + allowing.get(0)));
    }

    private static Finding unknown(String name, Set<String> meaningful) {
        @Nullable String nearest = Nearest.to(name, meaningful).orElse(null);
        String hint = nearest == null ? "Drop the flag." : "Did you mean \"" + nearest + "\"?";
        String message = "--allow-delete " + name + " allows nothing: the plan does not delete it.";
        return new Finding("IDB204", Severity.ERROR, name, message, hint, Place.UNKNOWN);
    }
}
