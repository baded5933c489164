package dev.instant4j.check;

import dev.instant4j.model.Attr;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Link;
import dev.instant4j.model.Place;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IDB101: a name is one that a platform can't store or that queries and rules can't spell. */
final class Names implements SchemaCheck {
    private static final String CODE = "IDB101";

    @Override
    public List<Finding> check(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        for (Entity entity : schema.entities()) {
            String problem = problem(entity.name());
            if (problem != null) {
                findings.add(error(entity.name(), problem, entity.place()));
            }
            for (Attr attr : entity.attrs()) {
                judge(findings, entity.name(), attr.name(), attr.place());
            }
        }
        for (Link link : schema.links()) {
            judge(
                    findings,
                    link.forward().on(),
                    link.forward().label(),
                    link.forward().place());
            judge(
                    findings,
                    link.reverse().on(),
                    link.reverse().label(),
                    link.reverse().place());
        }
        return findings;
    }

    private static void judge(List<Finding> findings, String entity, String label, Place place) {
        String problem = label.equals("id") ? "Every entity has an \"id\" by itself." : problem(label);
        if (problem != null) {
            findings.add(error(entity + "." + label, problem, place));
        }
    }

    private static @Nullable String problem(String name) {
        if (name.isBlank()) {
            return "A name is blank.";
        }
        if (name.indexOf('/') >= 0) {
            return "The name \"" + name + "\" has a \"/\": the platform would cut off all that is before it.";
        }
        if (name.indexOf('.') >= 0) {
            return "The name \"" + name + "\" has a \".\": queries and rules would take it for a path.";
        }
        return null;
    }

    private static Finding error(String subject, String message, Place place) {
        String hint = subject.endsWith(".id") ? "Leave it out." : "Choose another name.";
        return new Finding(CODE, Severity.ERROR, subject, message, hint, place);
    }
}
