package dev.instant4j.push;

import dev.instant4j.check.Nearest;
import dev.instant4j.diff.Change;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        List<Finding> losses = plan.findings(Severity.DANGER);
        Set<String> meaningful = new LinkedHashSet<>();
        Map<String, String> otherEnds = new HashMap<>();
        for (Change change : plan.changes()) {
            List<String> deleted = change.deletedNames();
            meaningful.addAll(deleted);
            deleted.forEach(name -> otherEnds.put(deleted.get(0), name));
        }
        List<Finding> objections = new ArrayList<>();
        names.stream()
                .filter(name -> !meaningful.contains(name))
                .sorted()
                .forEach(name -> objections.add(unknown(name, meaningful)));
        losses.stream()
                .filter(loss -> !isEverything && !names.contains(loss.subject()))
                .filter(loss -> !names.contains(otherEnds.getOrDefault(loss.subject(), loss.subject())))
                .forEach(objections::add);
        return objections;
    }

    private static Finding unknown(String name, Set<String> meaningful) {
        String question = Nearest.question(name, meaningful);
        String message = "--allow-delete " + name + " allows nothing: the plan does not delete it.";
        return new Finding(
                "IDB204",
                Severity.ERROR,
                name,
                message,
                question.isEmpty() ? "Drop the flag." : question,
                Place.UNKNOWN);
    }
}
