package dev.instant4j.check;

import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Place;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IDB107: a name of the platform's own, be it a hidden one, is given to something else. */
final class SystemNames {
    private final Attrs stored;
    private final List<Finding> findings = new ArrayList<>();

    private SystemNames(Attrs stored) {
        this.stored = stored;
    }

    /** @param stored what the app has, with all of the platform's own */
    static List<Finding> check(Schema schema, Attrs stored) {
        SystemNames check = new SystemNames(stored);
        for (Entity entity : schema.entities()) {
            entity.attrs().forEach(attr -> check.judge(new AttrName(entity.name(), attr.name()), attr));
        }
        schema.links().forEach(check::judge);
        return check.findings;
    }

    private void judge(AttrName name, Attr attr) {
        own(name).filter(own -> own.isLink() || isOfOtherType(own, attr)).ifPresent(own -> report(name, attr.place()));
    }

    private static boolean isOfOtherType(StoredAttr own, Attr attr) {
        DataType type = attr.type().checked().orElse(null);
        return type != null && type != own.checkedType();
    }

    private void judge(Link link) {
        for (LinkEnd end : List.of(link.forward(), link.reverse())) {
            own(end.name()).filter(own -> !isThat(own, link)).ifPresent(own -> report(end.name(), end.place()));
        }
    }

    private static boolean isThat(StoredAttr own, Link link) {
        Ident reverse = own.reverse();
        return reverse != null
                && own.name().equals(link.forward().name())
                && reverse.name().equals(link.reverse().name());
    }

    private Optional<StoredAttr> own(AttrName name) {
        return name.entity().startsWith("$") ? stored.byName(name).filter(StoredAttr::isSystem) : Optional.empty();
    }

    private void report(AttrName name, Place place) {
        findings.add(new Finding(
                "IDB107",
                Severity.ERROR,
                name.toString(),
                "The name \"" + name + "\" is taken by something else of the platform's own.",
                "Choose another name.",
                place));
    }
}
