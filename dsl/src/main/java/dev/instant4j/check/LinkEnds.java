package dev.instant4j.check;

import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Has;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import static java.util.stream.Collectors.toCollection;

/** IDB104 to IDB106: an end of a link names an unknown entity, cascades over many, or is required where none can be. */
final class LinkEnds implements SchemaCheck {

    @Override
    public List<Finding> check(Schema schema) {
        Set<String> entities = schema.entities().stream().map(Entity::name).collect(toCollection(LinkedHashSet::new));
        entities.addAll(SystemEntities.EDITABLE);
        List<Finding> findings = new ArrayList<>();
        for (Link link : schema.links()) {
            for (LinkEnd end : List.of(link.forward(), link.reverse())) {
                if (!entities.contains(end.on())) {
                    findings.add(unknown(link, end, entities));
                }
                if (end.onDelete() != null && end.has() == Has.MANY) {
                    findings.add(cascadeOverMany(end));
                }
            }
            if (link.reverse().isRequired()) {
                findings.add(requiredReverse(link));
            }
        }
        return findings;
    }

    private static Finding unknown(Link link, LinkEnd end, Set<String> entities) {
        String message =
                "The link \"" + link.name() + "\" is on the entity \"" + end.on() + "\", which is not defined.";
        String question = Nearest.question(end.on(), entities);
        String hint = question.isEmpty() ? "Define it, or name another." : question;
        return new Finding("IDB104", Severity.ERROR, end.name().toString(), message, hint, end.place());
    }

    private static Finding cascadeOverMany(LinkEnd end) {
        return new Finding(
                "IDB105",
                Severity.ERROR,
                end.name().toString(),
                "The link end \"" + end.name()
                        + "\" has many and cascades; a platform cascades over ends with one only.",
                "Make it hasOne, or put .onDelete(CASCADE) on the other end.",
                end.place());
    }

    private static Finding requiredReverse(Link link) {
        LinkEnd reverse = link.reverse();
        return new Finding(
                "IDB106",
                Severity.ERROR,
                reverse.name().toString(),
                "The link end \"" + reverse.name() + "\" can't be required: a platform checks the first end only.",
                "Write the two ends the other way round.",
                reverse.place());
    }
}
