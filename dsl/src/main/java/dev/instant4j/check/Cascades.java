package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.LinkChanged;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IDB216 and IDB217: a link that has connections begins or ceases to delete more than what was asked for. */
final class Cascades {
    private Cascades() {}

    static List<Finding> check(List<Change> changes) {
        List<Finding> findings = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof LinkChanged changed) {
                Link link = changed.to();
                judge(findings, changed.from().onDelete(), link.forward(), link.reverse());
                judge(findings, changed.from().onDeleteReverse(), link.reverse(), link.forward());
            }
        }
        return findings;
    }

    private static void judge(List<Finding> findings, @Nullable OnDelete before, LinkEnd end, LinkEnd other) {
        AttrName name = end.name();
        if (before == null && end.onDelete() != null) {
            String message = "From now on deleting one of " + other.on() + " also deletes all " + end.on()
                    + " that are linked to it by " + name + ".";
            findings.add(new Finding("IDB216", Severity.WARNING, name.toString(), message, "", end.place()));
        }
        if (before != null && end.onDelete() == null) {
            String message = "From now on deleting one of " + other.on() + " leaves the " + end.on()
                    + " that are linked to it by " + name + ".";
            findings.add(new Finding("IDB217", Severity.WARNING, name.toString(), message, "", end.place()));
        }
    }
}
