package dev.instant4j.local.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the labels of a recording stand for in this run: the same label is the same value, and the other way round. */
final class Bindings {
    private static final Pattern LABEL = Pattern.compile("<(uuid|token|tx):\\d+>|<[A-Za-z][\\w.]*>");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String TOKEN = "(?:per|pat|prt)_[0-9a-f]{64}|[0-9a-f]{68}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?";

    private final Map<String, String> values;
    private final Map<String, String> labels;

    Bindings() {
        this(new HashMap<>(), new HashMap<>());
    }

    private Bindings(Map<String, String> values, Map<String, String> labels) {
        this.values = values;
        this.labels = labels;
    }

    Bindings copy() {
        return new Bindings(new HashMap<>(values), new HashMap<>(labels));
    }

    void become(Bindings other) {
        values.putAll(other.values);
        labels.putAll(other.labels);
    }

    /** Fixes what a variable stands for. */
    void bind(String label, String value) {
        values.put(label, value);
        labels.putIfAbsent(value, label);
    }

    /** Tells whether {@code actual} is what the recording says, and remembers what its labels stand for. */
    boolean unify(String expected, String actual) {
        Matcher found = LABEL.matcher(expected);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        List<String> groups = new ArrayList<>();
        while (found.find()) {
            pattern.append(Pattern.quote(expected.substring(end, found.start())))
                    .append('(')
                    .append(shape(found.group()))
                    .append(')');
            groups.add(found.group());
            end = found.end();
        }
        pattern.append(Pattern.quote(expected.substring(end)));
        Matcher matcher = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(actual);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < groups.size(); i++) {
            if (!bound(groups.get(i), matcher.group(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private String shape(String label) {
        @Nullable String known = values.get(label);
        if (known != null) {
            return Pattern.quote(known);
        }
        if (label.startsWith("<uuid:")) {
            return UUID;
        }
        if (label.startsWith("<token:")) {
            return TOKEN;
        }
        return switch (label) {
            case "<time>" -> TIME;
            case "<trace>" -> "[0-9a-f]{32}";
            case "<uri>", "<masked>" -> ".*";
            default -> label.startsWith("<tx:") ? "\\d+" : Pattern.quote(label);
        };
    }

    private boolean bound(String label, String value) {
        boolean isNumbered = label.contains(":");
        if (!isNumbered) {
            return true;
        }
        @Nullable String known = values.putIfAbsent(label, value);
        @Nullable String other = labels.putIfAbsent(value, label);
        return (known == null || known.equals(value)) && (other == null || other.equals(label));
    }
}
