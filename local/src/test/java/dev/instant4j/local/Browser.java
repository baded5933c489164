package dev.instant4j.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.stream.Collectors.joining;

/** Someone's browser: keeps cookies, fills in forms, and goes where it is sent when told to. */
final class Browser {
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final URI site;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(URI site) {
        this.site = site;
    }

    /** What is shown, or where to go. */
    record Shown(int status, String location, HttpResponse<String> response) {

        String text() {
            return response.body();
        }

        /** Returns a parameter of the address to go to. */
        String parameter(String name) {
            Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(location);
            return found.find() ? found.group(1) : "";
        }

        /** Returns the hidden fields of the form that has a button with that text. */
        Map<String, String> fields(String button) {
            Map<String, String> fields = new TreeMap<>();
            Matcher hidden = HIDDEN.matcher(form(button).group(2));
            while (hidden.find()) {
                fields.put(hidden.group(1), unescaped(hidden.group(2)));
            }
            return fields;
        }

        private static String unescaped(String text) {
            return text.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }

        String action(String button) {
            return form(button).group(1);
        }

        private Matcher form(String button) {
            Matcher form = FORM.matcher(text());
            while (form.find()) {
                if (form.group(2).contains("<button>" + button + "</button>")) {
                    return form;
                }
            }
            throw new AssertionError("No form has a button " + button + " in " + text());
        }
    }

    /** Opens a path of the site, or an address. */
    Shown open(String address) {
        return send(request(address).GET());
    }

    /** Presses a button after filling in what is visible. */
    Shown press(Shown page, String button, Map<String, String> visible) {
        Map<String, String> fields = page.fields(button);
        fields.putAll(visible);
        return post(page.action(button), fields, Map.of("Origin", site.toString()));
    }

    Shown post(String address, Map<String, String> fields, Map<String, String> headers) {
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        headers.forEach(request::header);
        return send(request);
    }

    /** Returns a cookie as it would be sent. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    /** Signs in on the page that asks for an email, with the codes that mails bring. */
    Shown signIn(Shown page, String email, Map<String, String> mails) {
        Shown code = press(page, "Send a code", Map.of("email", email));
        return press(code, "Sign in", Map.of("code", mails.getOrDefault(email, "")));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(address.startsWith("/") ? URI.create(site + address) : URI.create(address))
                .header("Accept", "text/html");
    }

    private Shown send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            String location = response.headers().firstValue("Location").orElse("");
            return new Shown(response.statusCode(), location, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
    }
}
