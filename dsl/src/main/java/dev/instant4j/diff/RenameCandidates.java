package dev.instant4j.diff;

import dev.instant4j.diff.Change.AttrAdded;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.LinkAdded;
import dev.instant4j.diff.Change.LinkDeleted;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Link;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import static java.util.Comparator.comparing;

/** Finds what may be meant as a rename although nobody said so. Nothing is ever renamed without being asked for. */
public final class RenameCandidates {
    private static final double WEIGHT_OF_NAME = 0.7;

    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    private final Map<String, List<AttrAdded>> added = new LinkedHashMap<>();
    private final Map<String, List<LinkAdded>> addedLinks = new LinkedHashMap<>();
    private final List<RenameCandidate> found = new ArrayList<>();

    private RenameCandidates() {}

    /** Returns the candidates for everything that goes: by what goes, in the order of the changes, best first. */
    public static Map<AttrName, List<RenameCandidate>> in(List<Change> changes) {
        RenameCandidates candidates = new RenameCandidates();
        for (Change change : changes) {
            if (change instanceof AttrAdded attr) {
                candidates
                        .added
                        .computeIfAbsent(attr.entity(), key -> new ArrayList<>())
                        .add(attr);
            } else if (change instanceof LinkAdded link) {
                candidates
                        .addedLinks
                        .computeIfAbsent(pair(link.definition()), key -> new ArrayList<>())
                        .add(link);
            }
        }
        for (Change change : changes) {
            if (change instanceof AttrDeleted attr) {
                candidates.explain(attr);
            } else if (change instanceof LinkDeleted link) {
                candidates.explain(link);
            }
        }
        return candidates.bySource();
    }

    private void explain(AttrDeleted change) {
        StoredAttr gone = change.stored();
        for (AttrAdded candidate : added.getOrDefault(change.entity(), List.of())) {
            boolean isSameType = gone.checkedType()
                    == candidate.definition().type().checked().orElse(null);
            boolean isSameUse = gone.isUnique() == candidate.definition().isUnique()
                    && gone.isRequired() == candidate.definition().isRequired();
            double likeness = (isSameType ? 0.7 : 0) + (isSameUse ? 0.3 : 0);
            add(gone.name(), candidate.name(), likeness);
        }
    }

    private void explain(LinkDeleted change) {
        StoredAttr gone = change.stored();
        AttrName reverse = Change.reverseName(gone);
        for (LinkAdded candidate : addedLinks.getOrDefault(pair(gone.name(), reverse), List.of())) {
            Link link = candidate.definition();
            boolean isReverseKept = link.reverse().name().equals(reverse);
            boolean isForwardKept = link.forward().name().equals(gone.name());
            double likeness = gone.has() == link.forward().has() ? 1 : 0.5;
            if (isForwardKept && !isReverseKept) {
                add(reverse, link.reverse().name(), likeness);
            } else {
                add(gone.name(), link.forward().name(), isReverseKept ? likeness : likeness / 2);
            }
        }
    }

    private void add(AttrName from, AttrName to, double likeness) {
        double alike = similarity.apply(from.label(), to.label());
        found.add(new RenameCandidate(from, to, WEIGHT_OF_NAME * alike + (1 - WEIGHT_OF_NAME) * likeness));
    }

    private Map<AttrName, List<RenameCandidate>> bySource() {
        Map<AttrName, List<RenameCandidate>> bySource = new LinkedHashMap<>();
        found.forEach(candidate -> bySource.computeIfAbsent(candidate.from(), key -> new ArrayList<>())
                .add(candidate));
        bySource.values()
                .forEach(list -> list.sort(comparing(RenameCandidate::score).reversed()));
        return bySource;
    }

    private static String pair(Link link) {
        return pair(link.forward().name(), link.reverse().name());
    }

    private static String pair(AttrName forward, AttrName reverse) {
        return forward.entity() + " " + reverse.entity();
    }
}
