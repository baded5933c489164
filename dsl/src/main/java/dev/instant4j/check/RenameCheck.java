package dev.instant4j.check;

import dev.instant4j.diff.Rename;
import dev.instant4j.diff.Rename.OfAttr;
import dev.instant4j.diff.RenameProblem;
import dev.instant4j.diff.ResolvedRenames;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toCollection;

/** IDB121: a rename can't be done as it was asked for. */
final class RenameCheck {
    private RenameCheck() {}

    static List<Finding> check(ResolvedRenames renames, Attrs stored, Schema wanted) {
        return renames.problems().stream()
                .map(problem -> finding(problem, stored, wanted))
                .toList();
    }

    private static Finding finding(RenameProblem problem, Attrs stored, Schema wanted) {
        Rename rename = problem.rename();
        String message = "Can't rename " + rename.source() + " to " + rename.target() + ": " + reason(problem) + ".";
        return new Finding(
                "IDB121", Severity.ERROR, rename.source(), message, hint(problem, stored, wanted), rename.place());
    }

    private static String reason(RenameProblem problem) {
        Rename rename = problem.rename();
        return switch (problem.reason()) {
            case UNKNOWN_SOURCE -> "the app has no \"" + rename.source() + "\"";
            case UNKNOWN_TARGET -> "the definition has no \"" + rename.target() + "\"";
            case TARGET_TAKEN -> "the app has a \"" + rename.target() + "\" already";
            case CLAIMED_TWICE -> "another rename claims one of the two names";
            case OTHER_ENTITY -> "they are of different entities";
            case OTHER_KIND -> "one is a link and the other is not";
            case SYSTEM -> "it belongs to the platform";
            case CIRCLE ->
                "the renames of the definition form a circle, so nobody could tell whether they have been done";
        };
    }

    private static String hint(RenameProblem problem, Attrs stored, Schema wanted) {
        Rename rename = problem.rename();
        return switch (problem.reason()) {
            case UNKNOWN_SOURCE -> Nearest.question(rename.source(), sources(rename, stored));
            case UNKNOWN_TARGET -> Nearest.question(rename.target(), targets(rename, wanted));
            case TARGET_TAKEN -> "Delete or rename that one first, or choose another name.";
            case CLAIMED_TWICE -> "Keep one of them.";
            case OTHER_ENTITY ->
                "To rename an entity with all it has, write " + entityOf(rename.source()) + ":"
                        + entityOf(rename.target()) + ".";
            case OTHER_KIND, SYSTEM -> "";
            case CIRCLE -> "Ask for it with --rename instead.";
        };
    }

    private static String entityOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static Collection<String> sources(Rename rename, Attrs stored) {
        if (rename instanceof OfAttr) {
            return stored.names().stream().map(AttrName::toString).collect(toCollection(TreeSet::new));
        }
        return stored.entities();
    }

    private static Collection<String> targets(Rename rename, Schema wanted) {
        Set<String> names = wanted.entities().stream().map(Entity::name).collect(toCollection(TreeSet::new));
        if (!(rename instanceof OfAttr)) {
            return names;
        }
        Stream<String> attrs = wanted.entities().stream()
                .flatMap(entity -> entity.attrs().stream().map(attr -> entity.name() + "." + attr.name()));
        Stream<String> ends = wanted.links().stream()
                .flatMap(link -> Stream.of(link.forward(), link.reverse()))
                .map(end -> end.name().toString());
        return Stream.concat(attrs, ends).collect(toCollection(TreeSet::new));
    }
}
