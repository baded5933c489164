package dev.instant4j.check;

import dev.instant4j.model.Attr;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Link;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** IDB103: something asks more of a system entity than a platform gives: a new one, or a required attr or link. */
final class SystemLimits implements SchemaCheck {
    private static final String CODE = "IDB103";

    @Override
    public List<Finding> check(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        for (Entity entity : schema.entities()) {
            if (!entity.isSystem()) {
                continue;
            }
            if (SystemEntities.EDITABLE.contains(entity.name())) {
                entity.attrs().stream()
                        .filter(Attr::isRequired)
                        .filter(attr -> !SystemEntities.requires(entity.name(), attr.name()))
                        .forEach(attr -> findings.add(required(entity, attr)));
            } else {
                findings.add(reserved(entity));
            }
        }
        schema.links().stream()
                .filter(link ->
                        link.forward().isRequired() && link.forward().on().startsWith("$"))
                .forEach(link -> findings.add(required(link)));
        return findings;
    }

    private static Finding reserved(Entity entity) {
        String message = "The entity \"" + entity.name() + "\" can't be made: names with \"$\" are the platform's.";
        String slip = Nearest.question(entity.name(), SystemEntities.EDITABLE);
        String hint = slip.isEmpty()
                ? "Call it \"" + entity.name().substring(1) + "\", or extend one of "
                        + String.join(", ", SystemEntities.EDITABLE) + "."
                : slip;
        return new Finding(CODE, Severity.ERROR, entity.name(), message, hint, entity.place());
    }

    private static Finding required(Entity entity, Attr attr) {
        String subject = entity.name() + "." + attr.name();
        return new Finding(
                CODE,
                Severity.ERROR,
                subject,
                "The attr \"" + subject + "\" can't be required: the platform itself makes entities of \""
                        + entity.name() + "\".",
                "Add .optional() to it.",
                attr.place());
    }

    private static Finding required(Link link) {
        String subject = link.forward().name().toString();
        return new Finding(
                CODE,
                Severity.ERROR,
                subject,
                "The link \"" + subject + "\" can't be required: the platform itself makes entities of \""
                        + link.forward().on() + "\".",
                "Drop .required() from it.",
                link.forward().place());
    }
}
