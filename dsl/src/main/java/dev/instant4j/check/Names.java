package dev.instant4j.check;

import dev.instant4j.model.Attr;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Place;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** IDB101: a name is one that a platform can't store or that queries and rules can't spell. */
final class Names implements SchemaCheck {
    private static final String CODE = "IDB101";

    @Override
    public List<Finding> check(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        for (Entity entity : schema.entities()) {
            judge(findings, "entity", entity.name(), entity.name(), entity.place());
            for (Attr attr : entity.attrs()) {
                judge(findings, "attr", entity.name() + "." + attr.name(), attr.name(), attr.place());
            }
        }
        for (Link link : schema.links()) {
            judgeEnd(findings, link.forward());
            judgeEnd(findings, link.reverse());
        }
        return findings;
    }

    private static void judgeEnd(List<Finding> findings, LinkEnd end) {
        judge(findings, "link", end.name().toString(), end.label(), end.place());
    }

    private static void judge(List<Finding> findings, String what, String subject, String name, Place place) {
        if (name.isBlank()) {
            findings.add(error(subject, "The name of the " + what + " is blank.", place));
        } else if (name.indexOf('/') >= 0) {
            findings.add(error(
                    subject,
                    "The name \"" + name + "\" has a \"/\": the platform would cut off all that is before it.",
                    place));
        } else if (name.indexOf('.') >= 0) {
            findings.add(error(
                    subject,
                    "The name \"" + name + "\" has a \".\": queries and rules would take it for a path.",
                    place));
        } else if (name.equals("id") && !what.equals("entity")) {
            findings.add(error(subject, "Every entity has an \"id\" by itself.", place));
        }
    }

    private static Finding error(String subject, String message, Place place) {
        String hint = message.startsWith("Every") ? "Leave it out." : "Choose another name.";
        return new Finding(CODE, Severity.ERROR, subject, message, hint, place);
    }
}
