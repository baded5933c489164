package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.AttrAdded;
import dev.instant4j.diff.Change.AttrChanged;
import dev.instant4j.diff.Change.LinkAdded;
import dev.instant4j.diff.Change.LinkChanged;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Has;
import dev.instant4j.model.Link;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** IDB211 to IDB215: a change fails if data that is stored already does not fit it. */
final class ExistingData {
    private final Attrs stored;
    private final List<Finding> findings = new ArrayList<>();

    private ExistingData(Attrs stored) {
        this.stored = stored;
    }

    static List<Finding> check(Attrs stored, List<Change> changes) {
        ExistingData check = new ExistingData(stored);
        for (Change change : changes) {
            if (change instanceof AttrAdded added) {
                check.judgeNew(
                        added.entity(),
                        added.name().toString(),
                        added.definition().isRequired(),
                        added.definition().place());
            } else if (change instanceof LinkAdded added) {
                Link link = added.definition();
                check.judgeNew(
                        added.entity(),
                        link.forward().name().toString(),
                        link.forward().isRequired(),
                        link.place());
            } else if (change instanceof AttrChanged changed) {
                check.judge(changed);
            } else if (change instanceof LinkChanged changed) {
                check.judge(changed);
            }
        }
        return check.findings;
    }

    private void judgeNew(String entity, String name, boolean isRequired, Place place) {
        boolean isEntityStored = stored.byName(new AttrName(entity, "id")).isPresent();
        if (isRequired && isEntityStored) {
            warn(
                    "IDB211",
                    name,
                    "The new " + name + " is required: the push is refused if " + entity + " has any data.",
                    place);
        }
    }

    private void judge(AttrChanged change) {
        StoredAttr from = change.from();
        String name = change.name().toString();
        Place place = change.to().place();
        judgeRequired(from, change.to().isRequired(), name, place);
        judgeUnique(from, change.to().isUnique(), name, place);
        DataType type = change.to().type().checked().orElse(null);
        if (type != null && type != from.checkedType()) {
            String word = type.name().toLowerCase(Locale.ROOT);
            warn(
                    "IDB214",
                    name,
                    "Checks that every value of " + name + " is a " + word + "; fails if one is not.",
                    place);
        }
    }

    private void judge(LinkChanged change) {
        StoredAttr from = change.from();
        Link link = change.to();
        String name = link.forward().name().toString();
        judgeRequired(from, link.forward().isRequired(), name, link.place());
        judgeUnique(from, link.reverse().has() == Has.ONE, name, link.place());
        if (from.has() == Has.MANY && link.forward().has() == Has.ONE) {
            warn(
                    "IDB215",
                    name,
                    "Lets " + name + " lead to one only; the push is refused if one leads to several.",
                    link.place());
        }
    }

    private void judgeRequired(StoredAttr from, boolean isRequired, String name, Place place) {
        if (isRequired && !from.isRequired()) {
            warn("IDB212", name, "Makes " + name + " required; fails if an entity lacks it.", place);
        }
    }

    private void judgeUnique(StoredAttr from, boolean isUnique, String name, Place place) {
        if (isUnique && !from.isUnique()) {
            warn("IDB213", name, "Makes " + name + " unique; fails if a value occurs twice.", place);
        }
    }

    private void warn(String code, String subject, String message, Place place) {
        findings.add(new Finding(code, Severity.WARNING, subject, message, "", place));
    }
}
