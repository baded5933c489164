package dev.instant4j.wire;

import dev.instant4j.model.Place;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rule.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the rules of one namespace, in the order in which they are stored. */
final class RuleDecoder {
    private final List<Rule> rules = new ArrayList<>();

    List<Rule> decode(String name, JsonCursor namespace) {
        if (!namespace.isObject()) {
            keep("", namespace);
        } else if (name.equals(RulePath.RATE_LIMITS)) {
            namespace.members().forEach((bucket, limits) -> keep(RulePath.of(bucket), limits));
        } else {
            namespace.members().forEach(this::section);
        }
        return rules;
    }

    private void section(String key, JsonCursor section) {
        switch (key) {
            case "bind" -> bind(section);
            case "allow" -> expressions(Kind.ALLOW, RulePath.of(key), section);
            case "fields" -> expressions(Kind.FIELD, RulePath.of(key), section);
            default -> keep(RulePath.of(key), section);
        }
    }

    private void bind(JsonCursor bind) {
        if (bind.isObject() && bind.members().values().stream().allMatch(RuleDecoder::isSetOrNull)) {
            bind.members().forEach((name, expression) -> add(Kind.BIND, name, expression));
        } else if (isPairs(bind)) {
            List<JsonCursor> parts = bind.elements(part -> part);
            for (int i = 0; i < parts.size(); i += 2) {
                add(Kind.BIND, parts.get(i).text(), parts.get(i + 1));
            }
        } else {
            keep("bind", bind);
        }
    }

    private static boolean isPairs(JsonCursor bind) {
        if (!bind.isList()) {
            return false;
        }
        List<JsonCursor> parts = bind.elements(part -> part);
        return parts.size() % 2 == 0 && parts.stream().allMatch(JsonCursor::isText);
    }

    private void expressions(Kind kind, String path, JsonCursor section) {
        if (!section.isObject()) {
            keep(path, section);
            return;
        }
        section.members().forEach((name, expression) -> expression(kind, path, name, expression));
    }

    private void expression(Kind kind, String path, String name, JsonCursor expression) {
        if (isSetOrNull(expression)) {
            add(kind, name, expression);
        } else if (kind == Kind.ALLOW && name.equals("link")) {
            expressions(Kind.LINK, path + "/link", expression);
        } else if (kind == Kind.ALLOW && name.equals("unlink")) {
            expressions(Kind.UNLINK, path + "/unlink", expression);
        } else {
            keep(path + "/" + RulePath.of(name), expression);
        }
    }

    private static boolean isSetOrNull(JsonCursor expression) {
        return expression.isNull() || expression.isExpression();
    }

    private void add(Kind kind, String name, JsonCursor expression) {
        if (!expression.isNull()) {
            rules.add(new Rule(kind, name, expression.expression(), Place.UNKNOWN));
        }
    }

    private void keep(String path, JsonCursor stored) {
        if (!stored.isNull()) {
            rules.add(new Rule(Kind.OTHER, path, stored.json(), Place.UNKNOWN));
        }
    }
}
