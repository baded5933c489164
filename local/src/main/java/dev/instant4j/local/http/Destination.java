package dev.instant4j.local.http;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a browser goes once someone has signed in: a page of this platform, never anything that a request names.
 *
 * @param fields what leads there, carried along by forms
 */
record Destination(SortedMap<String, String> fields) {
    static final String TICKET = "ticket";
    static final String REDIRECT = "redirect-id";

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** Returns where a request is on the way to; what it names that is no id leads nowhere. */
    static Destination of(Exchange exchange) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String name : new String[] {TICKET, REDIRECT}) {
            String value = exchange.field(name);
            if (value.matches(ID)) {
                fields.put(name, value);
            }
        }
        return new Destination(fields);
    }

    /** Returns the fields of a form that leads there too. */
    SortedMap<String, String> with(String name, String value) {
        SortedMap<String, String> all = new TreeMap<>(fields);
        all.put(name, value);
        return all;
    }

    String path() {
        if (fields.containsKey(REDIRECT)) {
            return "/platform/oauth/start?" + REDIRECT + "=" + fields.get(REDIRECT);
        }
        return fields.containsKey(TICKET) ? "/dash?" + TICKET + "=" + fields.get(TICKET) : "/dash";
    }
}
