package dev.instant4j.diff;

import dev.instant4j.diff.Rename.Origin;
import dev.instant4j.diff.RenameProblem.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides which of several renames, of entities or of attrs, are to be done: those already done and those in
 * conflict are left out.
 *
 * @param <K> a name, spelled as the app has it now
 */
final class Claims<K> {
    private final Set<K> stored;
    private final Set<K> wanted;
    private final Function<K, Object> scope;
    private final Set<Object> scopesWithLeftovers;
    private final List<Claim<K>> claims;
    private final List<RenameProblem> problems = new ArrayList<>();

    /**
     * @param stored the names that the app has
     * @param wanted the names that the definition has
     * @param scope what a name is looked for in: names of other scopes are no candidates
     */
    Claims(Set<K> stored, Set<K> wanted, Function<K, Object> scope, List<Claim<K>> claims) {
        this.stored = stored;
        this.wanted = wanted;
        this.scope = scope;
        this.claims = claims;
        this.scopesWithLeftovers = leftovers();
    }

    /** One rename in terms of names. */
    record Claim<K>(Rename rename, K source, K target) {}

    private Set<Object> leftovers() {
        Set<K> left = new HashSet<>(stored);
        left.removeAll(wanted);
        claims.forEach(claim -> left.remove(claim.source()));
        Set<Object> scopes = new HashSet<>();
        left.forEach(name -> scopes.add(scope.apply(name)));
        return scopes;
    }

    /** Returns the renames to do, by source. */
    Map<K, Claim<K>> accepted() {
        reportCircles();
        Map<K, Claim<K>> bySource = new LinkedHashMap<>();
        Set<K> targets = new HashSet<>();
        for (Claim<K> claim : claims) {
            if (isPending(claim)) {
                if (bySource.containsKey(claim.source()) || !targets.add(claim.target())) {
                    report(claim, Reason.CLAIMED_TWICE);
                } else {
                    bySource.put(claim.source(), claim);
                }
            }
        }
        dropTaken(bySource);
        return bySource;
    }

    /** Returns what stands in the way of the others; complete after {@link #accepted}. */
    List<RenameProblem> problems() {
        return problems;
    }

    private boolean isPending(Claim<K> claim) {
        boolean isAsked = claim.rename().origin() == Origin.REQUEST;
        if (!wanted.contains(claim.target())) {
            report(claim, Reason.UNKNOWN_TARGET);
            return false;
        }
        if (stored.contains(claim.source())) {
            boolean isDone = stored.contains(claim.target()) && wanted.contains(claim.source());
            return isAsked || !isDone;
        }
        if (!stored.contains(claim.target()) && (isAsked || hasLeftover(claim))) {
            report(claim, Reason.UNKNOWN_SOURCE);
        }
        return false;
    }

    /** Tells whether the app has a name that the definition dropped: then an unknown source is probably mistyped. */
    private boolean hasLeftover(Claim<K> claim) {
        return scopesWithLeftovers.contains(scope.apply(claim.source()));
    }

    private void dropTaken(Map<K, Claim<K>> bySource) {
        List<Claim<K>> waiting = new ArrayList<>(bySource.values());
        Map<K, Claim<K>> byTarget = new HashMap<>();
        waiting.forEach(claim -> byTarget.put(claim.target(), claim));
        while (!waiting.isEmpty()) {
            Claim<K> claim = waiting.remove(waiting.size() - 1);
            boolean isTaken = stored.contains(claim.target()) && !bySource.containsKey(claim.target());
            if (isTaken && bySource.remove(claim.source(), claim)) {
                report(claim, Reason.TARGET_TAKEN);
                Claim<K> dependent = byTarget.get(claim.source());
                if (dependent != null) {
                    waiting.add(dependent);
                }
            }
        }
    }

    private void reportCircles() {
        Map<K, Claim<K>> byTarget = new HashMap<>();
        claims.stream()
                .filter(claim -> claim.rename().origin() == Origin.DEFINITION)
                .forEach(claim -> byTarget.put(claim.target(), claim));
        Set<K> settled = new HashSet<>();
        for (Claim<K> start : List.copyOf(byTarget.values())) {
            Set<K> path = new HashSet<>();
            Claim<K> claim = start;
            while (claim != null && !settled.contains(claim.target()) && path.add(claim.target())) {
                claim = byTarget.get(claim.source());
            }
            if (claim != null && claim.equals(start) && !settled.contains(start.target())) {
                path.forEach(name -> reportKnown(byTarget, name));
            }
            settled.addAll(path);
        }
    }

    private void reportKnown(Map<K, Claim<K>> byTarget, K name) {
        Claim<K> claim = byTarget.get(name);
        if (claim != null) {
            report(claim, Reason.CIRCLE);
        }
    }

    private void report(Claim<K> claim, Reason reason) {
        problems.add(new RenameProblem(claim.rename(), reason));
    }
}
