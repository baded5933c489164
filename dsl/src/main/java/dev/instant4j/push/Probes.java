package dev.instant4j.push;

import dev.instant4j.diff.Change;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.Link;
import dev.instant4j.model.Severity;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.plan.Plan;
import dev.instant4j.push.Probe.Meaning;
import dev.instant4j.wire.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** IDB241 to IDB246: finds out what a plan needs to know of the data that is stored. */
final class Probes implements Change.Cases<List<Probe>> {
    private final Plan plan;
    private final Map<String, String> oldNames = new HashMap<>();

    private Probes(Plan plan) {
        this.plan = plan;
        plan.renames().entities().forEach((from, to) -> oldNames.put(to, from));
    }

    /** Returns the questions that a plan raises; none if it neither checks nor deletes data. */
    static List<Probe> of(Plan plan) {
        Probes probes = new Probes(plan);
        return plan.changes().stream()
                .flatMap(change -> change.match(probes).stream())
                .toList();
    }

    @Override
    public List<Probe> entityAdded(Change.EntityAdded change) {
        return List.of();
    }

    @Override
    public List<Probe> entityRenamed(Change.EntityRenamed change) {
        return List.of();
    }

    @Override
    public List<Probe> attrAdded(Change.AttrAdded change) {
        return change.definition().isRequired() ? added(change.name()) : List.of();
    }

    @Override
    public List<Probe> linkAdded(Change.LinkAdded change) {
        Link link = change.definition();
        return link.forward().isRequired() ? added(link.forward().name()) : List.of();
    }

    private List<Probe> added(AttrName name) {
        String entity = oldNames.getOrDefault(name.entity(), name.entity());
        boolean isStored =
                plan.base().attrs().byName(new AttrName(entity, "id")).isPresent();
        if (!isStored) {
            return List.of();
        }
        Meaning meaning = new Meaning(
                "IDB241",
                Severity.ERROR,
                name.toString(),
                "would lack the new " + name.label(),
                "Make it optional, give them one, then make it required.");
        return List.of(new Probe(entity, null, false, Question.exists(), meaning));
    }

    @Override
    public List<Probe> attrChanged(Change.AttrChanged change) {
        StoredAttr from = change.from();
        String subject = change.name().toString();
        List<Probe> probes = new ArrayList<>();
        addRequired(probes, from, change.to().isRequired(), subject);
        addUnique(probes, from, change.to().isUnique(), subject);
        DataType type = change.to().type().checked().orElse(null);
        if (type != null && type != from.checkedType()) {
            String what = "have a " + from.name().label() + " that is no " + Words.of(type);
            Meaning meaning = new Meaning("IDB244", Severity.ERROR, subject, what, "Change them first.");
            probes.add(new Probe(from.name().entity(), from.name(), false, Question.isNo(type), meaning));
        }
        return probes;
    }

    @Override
    public List<Probe> linkChanged(Change.LinkChanged change) {
        StoredAttr from = change.from();
        Link to = change.to();
        String subject = to.forward().name().toString();
        List<Probe> probes = new ArrayList<>();
        addRequired(probes, from, to.forward().isRequired(), subject);
        addUnique(probes, from, to.reverse().has() == Has.ONE, subject);
        if (from.has() == Has.MANY && to.forward().has() == Has.ONE) {
            String what = "are linked to several by " + from.name().label();
            Meaning meaning = new Meaning("IDB245", Severity.ERROR, subject, what, "Leave each one only.");
            probes.add(new Probe(from.name().entity(), from.name(), true, Question.leadsToSeveral(), meaning));
        }
        return probes;
    }

    private static void addRequired(List<Probe> probes, StoredAttr from, boolean isRequired, String subject) {
        if (isRequired && !from.isRequired()) {
            String what = "lack " + from.name().label();
            Meaning meaning = new Meaning("IDB242", Severity.ERROR, subject, what, "Give them one first.");
            probes.add(new Probe(from.name().entity(), from.name(), from.isLink(), Question.lacks(), meaning));
        }
    }

    private static void addUnique(List<Probe> probes, StoredAttr from, boolean isUnique, String subject) {
        if (isUnique && !from.isUnique()) {
            String what = "have a " + from.name().label() + " that another has too";
            Meaning meaning = new Meaning("IDB243", Severity.ERROR, subject, what, "Change them first.");
            Question question = Question.cameBefore(from.isLink());
            probes.add(new Probe(from.name().entity(), from.name(), from.isLink(), question, meaning));
        }
    }

    @Override
    public List<Probe> entityDeleted(Change.EntityDeleted change) {
        Meaning meaning = new Meaning("IDB246", Severity.NOTE, change.entity(), "are deleted", "");
        return List.of(new Probe(change.entity(), null, false, Question.exists(), meaning));
    }

    @Override
    public List<Probe> attrDeleted(Change.AttrDeleted change) {
        return lost(change.stored(), "lose their " + change.stored().name().label());
    }

    @Override
    public List<Probe> linkDeleted(Change.LinkDeleted change) {
        return lost(change.stored(), "lose what " + change.stored().name().label() + " leads to");
    }

    private static List<Probe> lost(StoredAttr stored, String what) {
        AttrName name = stored.name();
        Meaning meaning = new Meaning("IDB246", Severity.NOTE, name.toString(), what, "");
        return List.of(new Probe(name.entity(), name, stored.isLink(), Question.holds(), meaning));
    }
}
