package dev.instant4j.render;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.AttrChanged;
import dev.instant4j.diff.Change.LinkChanged;
import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.StoredAttr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts attrs, links and what changes about them into words. */
final class Wording {
    private Wording() {}

    static String attr(Attr attr) {
        List<String> words = new ArrayList<>(List.of(type(attr.type().checked().orElse(null))));
        addIf(words, attr.isUnique(), "unique");
        addIf(words, attr.isIndexed(), "indexed");
        words.add(attr.isRequired() ? "required" : "optional");
        return String.join(", ", words);
    }

    static String stored(StoredAttr attr) {
        List<String> words = new ArrayList<>(List.of(type(attr.checkedType())));
        addIf(words, attr.isUnique(), "unique");
        addIf(words, attr.isIndexed(), "indexed");
        words.add(attr.isRequired() ? "required" : "optional");
        return String.join(", ", words);
    }

    static String changes(AttrChanged change) {
        StoredAttr from = change.from();
        Attr to = change.to();
        List<String> words = new ArrayList<>();
        addIf(words, change.isRenamed(), "was " + from.name().label() + ", keeps its data");
        String oldType = type(from.checkedType());
        String newType = type(to.type().checked().orElse(null));
        addIf(words, !oldType.equals(newType), oldType + " -> " + newType);
        addSwitch(words, from.isUnique(), to.isUnique(), "unique", "not unique");
        addSwitch(words, from.isIndexed(), to.isIndexed(), "indexed", "not indexed");
        addSwitch(words, from.isRequired(), to.isRequired(), "required", "optional");
        return String.join("; ", words);
    }

    static String link(Link link) {
        return end(link.forward()) + " <-> " + end(link.reverse());
    }

    static String storedLink(StoredAttr link) {
        return link.name() + " <-> " + Change.reverseName(link);
    }

    private static String end(LinkEnd end) {
        List<String> words = new ArrayList<>(List.of(has(end.has())));
        addIf(words, end.isRequired(), "required");
        addIf(words, end.onDelete() != null, "cascades");
        return end.name() + " (" + String.join(", ", words) + ")";
    }

    static String changes(LinkChanged change) {
        StoredAttr from = change.from();
        LinkEnd forward = change.to().forward();
        LinkEnd reverse = change.to().reverse();
        List<String> words = new ArrayList<>();
        addIf(words, change.isRenamed(), "was " + storedLink(from) + ", keeps its connections");
        addHas(words, from.name(), from.has(), forward);
        addHas(words, Change.reverseName(from), from.isUnique() ? Has.ONE : Has.MANY, reverse);
        addSwitch(words, from.isRequired(), forward.isRequired(), "required", "optional");
        addCascade(words, from.onDelete(), forward);
        addCascade(words, from.onDeleteReverse(), reverse);
        return String.join("; ", words);
    }

    private static void addHas(List<String> words, AttrName name, Has from, LinkEnd to) {
        addIf(words, from != to.has(), name.label() + ": " + has(from) + " -> " + has(to.has()));
    }

    private static void addCascade(List<String> words, @Nullable OnDelete from, LinkEnd to) {
        addIf(words, from == null && to.onDelete() != null, to.label() + ": cascades");
        addIf(words, from != null && to.onDelete() == null, to.label() + ": no longer cascades");
    }

    private static void addSwitch(List<String> words, boolean from, boolean to, String on, String off) {
        addIf(words, from != to, from ? on + " -> " + off : off + " -> " + on);
    }

    private static void addIf(List<String> words, boolean condition, String word) {
        if (condition) {
            words.add(word);
        }
    }

    private static String type(@Nullable DataType type) {
        return type == null ? "any" : type.name().toLowerCase(Locale.ROOT);
    }

    private static String has(Has has) {
        return has.name().toLowerCase(Locale.ROOT);
    }
}
