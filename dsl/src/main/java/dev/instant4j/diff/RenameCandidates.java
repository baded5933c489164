package dev.instant4j.diff;

import dev.instant4j.diff.Change.AttrAdded;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.EntityAdded;
import dev.instant4j.diff.Change.EntityDeleted;
import dev.instant4j.diff.Change.EntityRenamed;
import dev.instant4j.diff.Change.LinkAdded;
import dev.instant4j.diff.Change.LinkDeleted;
import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Link;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

/** Finds what may be meant as a rename although nobody said so. Nothing is ever renamed without being asked for. */
public final class RenameCandidates {
    private static final double WEIGHT_OF_NAME = 0.7;

    /** With more that goes, nobody reads about each, and comparing all names would take its time. */
    private static final int MOST_DELETIONS = 100;

    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    private final Map<String, String> newNames = new HashMap<>();
    private final List<Entity> addedEntities = new ArrayList<>();
    private final Map<String, List<AttrAdded>> added = new LinkedHashMap<>();
    private final Map<String, List<LinkAdded>> addedLinks = new LinkedHashMap<>();
    private final List<RenameCandidate> found = new ArrayList<>();

    private RenameCandidates() {}

    /**
     * Returns the candidates for everything that goes: by what goes, in the order of the changes, best first. None if
     * more than 100 things go.
     */
    public static Map<String, List<RenameCandidate>> in(List<Change> changes) {
        long deletions = changes.stream()
                .filter(change -> change.kind() == Change.Kind.DELETED)
                .count();
        if (deletions == 0 || deletions > MOST_DELETIONS) {
            return Map.of();
        }
        RenameCandidates candidates = new RenameCandidates();
        for (Change change : changes) {
            if (change instanceof EntityAdded entity) {
                candidates.addedEntities.add(entity.definition());
            } else if (change instanceof EntityRenamed entity) {
                candidates.newNames.put(entity.from(), entity.to());
            } else if (change instanceof AttrAdded attr) {
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
            if (change instanceof EntityDeleted entity) {
                candidates.explain(entity, labelsOf(entity.entity(), changes));
            } else if (change instanceof AttrDeleted attr) {
                candidates.explain(attr);
            } else if (change instanceof LinkDeleted link) {
                candidates.explain(link);
            }
        }
        return candidates.bySource();
    }

    private static Set<String> labelsOf(String entity, List<Change> changes) {
        return changes.stream()
                .filter(AttrDeleted.class::isInstance)
                .map(change -> ((AttrDeleted) change).stored().name())
                .filter(name -> name.entity().equals(entity))
                .map(AttrName::label)
                .collect(toSet());
    }

    private void explain(EntityDeleted change, Set<String> labels) {
        for (Entity candidate : addedEntities) {
            Set<String> shared = candidate.attrs().stream().map(Attr::name).collect(toSet());
            int most = Math.max(labels.size(), shared.size());
            shared.retainAll(labels);
            double likeness = most == 0 ? 0 : (double) shared.size() / most;
            double alike = similarity.apply(change.entity(), candidate.name());
            double score = (1 - WEIGHT_OF_NAME) * alike + WEIGHT_OF_NAME * likeness;
            found.add(new RenameCandidate(change.entity(), candidate.name(), score));
        }
    }

    private void explain(AttrDeleted change) {
        StoredAttr gone = change.stored();
        for (AttrAdded candidate : added.getOrDefault(newName(change.entity()), List.of())) {
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
        for (LinkAdded candidate : addedLinks.getOrDefault(pair(renamed(gone.name()), renamed(reverse)), List.of())) {
            Link link = candidate.definition();
            boolean isReverseKept = link.reverse().name().equals(renamed(reverse));
            boolean isForwardKept = link.forward().name().equals(renamed(gone.name()));
            double likeness = gone.has() == link.forward().has() ? 1 : 0.5;
            if (isForwardKept && !isReverseKept) {
                add(reverse, link.reverse().name(), likeness);
            } else {
                add(gone.name(), link.forward().name(), isReverseKept ? likeness : likeness / 2);
            }
        }
    }

    private String newName(String entity) {
        return newNames.getOrDefault(entity, entity);
    }

    private AttrName renamed(AttrName name) {
        return name.on(newName(name.entity()));
    }

    private void add(AttrName from, AttrName to, double likeness) {
        double alike = similarity.apply(from.label(), to.label());
        double score = WEIGHT_OF_NAME * alike + (1 - WEIGHT_OF_NAME) * likeness;
        found.add(new RenameCandidate(from.toString(), to.toString(), score));
    }

    private Map<String, List<RenameCandidate>> bySource() {
        Map<String, List<RenameCandidate>> bySource = new LinkedHashMap<>();
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
