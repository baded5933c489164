package dev.instant4j.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that someone probably meant. */
public final class Nearest {
    private Nearest() {}

    /** Returns the candidate that is closest to {@code name}, if one is close enough to be a slip; the first of equals. */
    public static Optional<String> to(String name, Collection<String> candidates) {
        int most = Math.max(2, name.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        return candidates.stream()
                .filter(candidate -> distance.apply(name, candidate) >= 0)
                .min(Comparator.comparing(candidate -> distance.apply(name, candidate)));
    }

    /** Returns a question such as {@code Did you mean "todos"?}; empty if no candidate is close. */
    public static String question(String name, Collection<String> candidates) {
        return to(name, candidates)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("");
    }
}
