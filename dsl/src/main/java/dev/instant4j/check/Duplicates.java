package dev.instant4j.check;

import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Place;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** IDB102: a name is given twice, be it to two entities, two links, or an attr and the end of a link. */
final class Duplicates implements SchemaCheck {
    private static final String CODE = "IDB102";
    private static final String LABEL = "The name";

    @Override
    public List<Finding> check(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Place> entities = new HashMap<>();
        Map<AttrName, Place> labels = new HashMap<>(2 * sizeOf(schema));
        for (Entity entity : schema.entities()) {
            judge(findings, entities, entity.name(), "The entity", entity.place());
            for (Attr attr : entity.attrs()) {
                judge(findings, labels, new AttrName(entity.name(), attr.name()), LABEL, attr.place());
            }
        }
        Map<String, Place> links = new HashMap<>();
        for (Link link : schema.links()) {
            judge(findings, links, link.name(), "The link", link.place());
            for (LinkEnd end : List.of(link.forward(), link.reverse())) {
                judge(findings, labels, end.name(), LABEL, end.place());
            }
        }
        return findings;
    }

    private static int sizeOf(Schema schema) {
        int attrs = schema.entities().stream()
                .mapToInt(entity -> entity.attrs().size())
                .sum();
        return attrs + 2 * schema.links().size();
    }

    private static <K> void judge(List<Finding> findings, Map<K, Place> seen, K name, String what, Place place) {
        Place earlier = seen.putIfAbsent(name, place);
        if (earlier != null) {
            String where = earlier.isKnown() ? ", first at " + earlier : "";
            String message = what + " \"" + name + "\" is given twice" + where + ".";
            findings.add(new Finding(
                    CODE, Severity.ERROR, name.toString(), message, "Rename one of the two, or drop it.", place));
        }
    }
}
