package dev.instant4j.local.http;

import java.util.Map;
import java.util.SortedMap;

import static java.util.stream.Collectors.joining;

/** Puts pages together. What is not from this program is escaped. */
final class Html {
    private static final Map<Character, String> ESCAPES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 12vh auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; }
            form { margin: 1rem 0; }
            label { display: block; margin: 1rem 0 0.25rem; }
            input, button { font: inherit; padding: 0.5rem 0.75rem; }
            input { width: 100%%; box-sizing: border-box; }
            button { margin: 1rem 0.5rem 0 0; cursor: pointer; }
            img { height: 3rem; }
            code { overflow-wrap: anywhere; }
            footer { margin-top: 3rem; font-size: 0.9rem; opacity: 0.8; }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s</main>
            </body>
            </html>
            """;

    private Html() {}

    static String escaped(String text) {
        return text.chars()
                .mapToObj(character -> ESCAPES.getOrDefault((char) character, Character.toString(character)))
                .collect(joining());
    }

    /** Returns a page with that title over those parts, which are HTML. */
    static String page(String title, String... parts) {
        return FRAME.formatted(escaped(title), String.join("", parts));
    }

    static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    /** Returns a paragraph that tells what went wrong; nothing if nothing did. */
    static String problem(String text) {
        return text.isEmpty() ? "" : "<p role=\"alert\"><strong>" + escaped(text) + "</strong></p>\n";
    }

    /** Returns a form that posts hidden fields with what is in {@code inputs}, which is HTML. */
    static String form(String action, SortedMap<String, String> hidden, String inputs, String button) {
        String fields = hidden.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"" + escaped(field.getKey()) + "\" value=\""
                        + escaped(field.getValue()) + "\">\n")
                .collect(joining());
        return "<form method=\"post\" action=\"" + action + "\">\n" + fields + inputs + "<button>" + escaped(button)
                + "</button>\n</form>\n";
    }

    /** Returns a labelled field for one line; {@code attributes} are HTML. */
    static String input(String name, String label, String attributes) {
        return "<label for=\"" + name + "\">" + escaped(label) + "</label>\n<input id=\"" + name + "\" name=\"" + name
                + "\" " + attributes + " required autofocus>\n";
    }

    /** Returns a link to another site, which does not learn where it was. */
    static String link(String address, String text) {
        return "<a href=\"" + escaped(address) + "\" rel=\"noreferrer\">" + escaped(text) + "</a>";
    }
}
