package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.AttrDeleted;
import dev.instant4j.diff.Change.EntityDeleted;
import dev.instant4j.diff.Change.LinkDeleted;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** IDB201 to IDB203: a change deletes an entity, an attr or a link, and all that is stored under it. */
final class DataLoss {
    private DataLoss() {}

    static List<Finding> check(List<Change> changes) {
        List<Finding> findings = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof EntityDeleted) {
                findings.add(loss(
                        "IDB201",
                        change.entity(),
                        "Deletes the entity " + change.entity() + " and all that is stored in it."));
            } else if (change instanceof AttrDeleted deleted) {
                String name = deleted.stored().name().toString();
                findings.add(loss("IDB202", name, "Deletes " + name + " and its values."));
            } else if (change instanceof LinkDeleted deleted) {
                String name = deleted.stored().name().toString();
                findings.add(loss("IDB203", name, "Deletes the link " + name + " and every connection made with it."));
            }
        }
        return findings;
    }

    private static Finding loss(String code, String subject, String message) {
        String hint = "--allow-delete " + subject;
        return new Finding(code, Severity.DANGER, subject, message, hint, Place.UNKNOWN);
    }
}
