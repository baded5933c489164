package dev.instant4j.diff;

import dev.instant4j.diff.Claims.Claim;
import dev.instant4j.diff.Rename.OfAttr;
import dev.instant4j.diff.Rename.OfEntity;
import dev.instant4j.diff.RenameProblem.Reason;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Link;
import dev.instant4j.model.Schema;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toSet;

/**
 * The renames to do in one app, without those that have been done and those that can't be.
 *
 * @param entities old name to new name
 * @param names the name an attr or link end has to its new one, its entity renamed too where that is asked
 * @param problems why other renames are left out
 */
public record ResolvedRenames(
        Map<String, String> entities, Map<AttrName, AttrName> names, List<RenameProblem> problems) {

    /** Returns what of {@code asked} is to be done to an app so that it becomes {@code wanted}. */
    public static ResolvedRenames of(Renames asked, Attrs stored, Schema wanted) {
        if (asked.all().isEmpty()) {
            return new ResolvedRenames(Map.of(), Map.of(), List.of());
        }
        List<RenameProblem> problems = new ArrayList<>();
        Map<String, String> entities = entities(asked, stored, wanted, problems);
        Map<AttrName, AttrName> names = names(asked, stored, wanted, entities, problems);
        return new ResolvedRenames(entities, names, problems);
    }

    /** Returns what the attr or link end of that name is to be called. */
    public AttrName wantedName(AttrName stored) {
        if (names.isEmpty() && entities.isEmpty()) {
            return stored;
        }
        AttrName renamed = names.get(stored);
        return renamed == null ? stored.on(entities.getOrDefault(stored.entity(), stored.entity())) : renamed;
    }

    private static Map<String, String> entities(
            Renames asked, Attrs stored, Schema wanted, List<RenameProblem> problems) {
        Set<String> wantedNames = wanted.entities().stream().map(Entity::name).collect(toSet());
        List<Claim<String>> claims = new ArrayList<>();
        for (Rename rename : asked.all()) {
            if (rename instanceof OfEntity) {
                if (rename.source().startsWith("$") || rename.target().startsWith("$")) {
                    problems.add(new RenameProblem(rename, Reason.SYSTEM));
                } else {
                    claims.add(new Claim<>(rename, rename.source(), rename.target()));
                }
            }
        }
        Claims<String> resolved = new Claims<>(ownEntities(stored), wantedNames, name -> "", claims);
        Map<String, String> accepted = new LinkedHashMap<>();
        resolved.accepted().forEach((source, claim) -> accepted.put(source, claim.target()));
        problems.addAll(resolved.problems());
        return accepted;
    }

    private static Set<String> ownEntities(Attrs stored) {
        Set<String> names = new HashSet<>(stored.entities());
        names.removeIf(name -> name.startsWith("$"));
        return names;
    }

    private static Map<AttrName, AttrName> names(
            Renames asked, Attrs stored, Schema wanted, Map<String, String> entities, List<RenameProblem> problems) {
        Map<String, String> oldNames = new HashMap<>();
        entities.forEach((source, target) -> oldNames.put(target, source));
        Map<AttrName, Boolean> wantedLinks = new HashMap<>();
        isLinkByName(wanted).forEach((name, isLink) -> wantedLinks.put(asStored(name, oldNames), isLink));

        List<Claim<AttrName>> claims = new ArrayList<>();
        for (Rename rename : asked.all()) {
            if (rename instanceof OfAttr attr) {
                AttrName source = asStored(attr.from(), oldNames);
                AttrName target = asStored(attr.to(), oldNames);
                Claim<AttrName> claim = new Claim<>(rename, source, target);
                Reason reason = reasonAgainst(claim, stored, wantedLinks);
                if (reason == null) {
                    claims.add(claim);
                } else {
                    problems.add(new RenameProblem(rename, reason));
                }
            }
        }
        Claims<AttrName> resolved = new Claims<>(stored.names(), wantedLinks.keySet(), AttrName::entity, claims);
        Map<AttrName, AttrName> accepted = new LinkedHashMap<>();
        resolved.accepted().forEach((source, claim) -> accepted.put(source, ((OfAttr) claim.rename()).to()));
        problems.addAll(resolved.problems());
        return accepted;
    }

    private static @Nullable Reason reasonAgainst(
            Claim<AttrName> claim, Attrs stored, Map<AttrName, Boolean> wantedLinks) {
        if (!claim.source().entity().equals(claim.target().entity())) {
            return Reason.OTHER_ENTITY;
        }
        StoredAttr source = stored.byName(claim.source()).orElse(null);
        if (source == null) {
            return null;
        }
        if (source.isSystem()) {
            return Reason.SYSTEM;
        }
        Boolean isLink = wantedLinks.get(claim.target());
        return isLink != null && isLink != source.isLink() ? Reason.OTHER_KIND : null;
    }

    private static AttrName asStored(AttrName name, Map<String, String> oldNames) {
        return name.on(oldNames.getOrDefault(name.entity(), name.entity()));
    }

    private static Map<AttrName, Boolean> isLinkByName(Schema wanted) {
        Map<AttrName, Boolean> isLink = new HashMap<>();
        for (Entity entity : wanted.entities()) {
            isLink.put(new AttrName(entity.name(), "id"), false);
            entity.attrs().forEach(attr -> isLink.put(new AttrName(entity.name(), attr.name()), false));
        }
        for (Link link : wanted.links()) {
            isLink.put(link.forward().name(), true);
            isLink.put(link.reverse().name(), true);
        }
        return isLink;
    }
}
