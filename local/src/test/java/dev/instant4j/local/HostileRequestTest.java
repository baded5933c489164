package dev.instant4j.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent is taken as data or refused in JSON: nothing breaks the platform, and no answer tells a token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestTest {
    private static final List<String> PATHS = List.of(
            "/superadmin/apps/%s",
            "/superadmin/apps/%s/schema",
            "/superadmin/apps?include=%s",
            "/superadmin/orgs/%s/apps",
            "/dash/apps/%s/schema/pull",
            "/dash/apps/%s/indexing-jobs/group/x",
            "/dash/apps/ephemeral/%s",
            "/dash/orgs/%s",
            "/platform/oauth/token-info?access_token=%s",
            "/admin/schema?app_id=%s",
            "/%s");
    private static final List<String> BODIES = List.of(
            "/dash/apps/ephemeral",
            "/superadmin/apps",
            "/superadmin/apps/APP",
            "/superadmin/apps/APP/schema/push/plan",
            "/superadmin/apps/APP/schema/push/apply",
            "/superadmin/apps/APP/perms",
            "/dash/apps",
            "/dash/apps/APP/schema/steps/apply",
            "/dash/apps/APP/indexing-jobs",
            "/dash/apps/APP/rules",
            "/dash/apps/APP/rename",
            "/dash/apps/APP/set-magic-code-expiry",
            "/dash/apps/APP/invite/send",
            "/dash/orgs",
            "/dash/personal_access_tokens",
            "/dash/cli/auth/check",
            "/dash/auth/verify_magic_code",
            "/admin/transact",
            "/admin/query",
            "/admin/transact_perms_check",
            "/admin/query_perms_check");

    private static final List<String> SECURITY_HEADERS = List.of(
            "X-Frame-Options: DENY\r\n",
            "Referrer-Policy: strict-origin\r\n",
            "Content-Security-Policy: script-src 'self'\r\n",
            "Permissions-Policy: accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
                    + " microphone=(), payment=(), usb=()\r\n",
            "X-Content-Type-Options: nosniff\r\n");

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);
    private final String login = platform.users()
            .credentials()
            .await()
            .getJsonObject("users")
            .getJsonObject("me")
            .getString("refresh_token");
    private final JsonObject app = newApp();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    private JsonObject newApp() {
        String blob = "{'valueType': 'string', 'config': {'indexed': false, 'unique': false}}";
        return exchanges
                .call(
                        "POST /dash/apps/ephemeral",
                        "",
                        "{'title': 't', 'schema': {'entities': {'posts': {'attrs': {'title': " + blob + "}}}}}")
                .json()
                .getJsonObject("app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%27%20OR%201=1--",
                "%27;DROP%20TABLE%20apps;--",
                "..",
                "%2e%2e",
                "..%2f..%2fetc%2fpasswd",
                "%00",
                "a%00b",
                "%ff%fe",
                "%F0%9F%8E%89",
                "%",
                "%zz",
                "%2",
                "%0d%0aSet-Cookie:a=b",
                "%22%3E%3Cscript%3E",
                "$%7Bjndi:ldap://x%7D",
                "%5c",
                "*",
                "a/b/c",
                "a;b",
                "{",
                "|",
                "`",
                "<",
            })
    void what_stands_in_a_path_or_query_is_refused_in_json(String hostile) throws IOException {
        for (String path : PATHS) {
            String head = "GET " + path.replace("%s", hostile) + " HTTP/1.1";

            assertThat(refusal(head, "Authorization: Bearer " + token()))
                    .as(head)
                    .isIn("param-malformed", "record-not-found", "permission-denied", "validation-failed", "ok");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / /x HTTP/1.1",
                "GET /superadmin/apps HTTP/1.1\r\nBad Header",
                "GET /superadmin/apps HTTP/1.1\r\nContent-Length: -1",
                "GET /superadmin/apps HTTP/1.1\r\nContent-Length: 99999999999999999999",
                "GET /superadmin/apps HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
                "GET /superadmin/apps HTTP/1.1\r\nAuthorization: Bearer a\r\n b: c",
                "TRACE /superadmin/apps HTTP/1.1",
                "OPTIONS /superadmin/apps HTTP/1.1",
                "CONNECT /superadmin/apps HTTP/1.1",
                "nonsense /superadmin/apps HTTP/1.1",
            })
    void what_is_an_odd_request_or_none_is_refused_in_json(String head) throws IOException {
        assertThat(refusal(head, "app-id: x")).isIn("param-malformed", "param-missing", "record-not-found");
    }

    @Test
    void a_head_without_end_is_refused_in_json() throws IOException {
        String endless = "x".repeat(50_000);

        assertThat(exchange("GET /" + endless + " HTTP/1.1")).contains(" 414 ");
        assertThat(exchange("GET / HTTP/1.1\r\nX: " + endless)).contains(" 431 ");
        assertThat(refusal("GET / HTTP/1.1", "X: " + endless)).isEqualTo("param-malformed");
    }

    /** Returns the type of an error. */
    private String refusal(String head, String header) throws IOException {
        String answer = exchange(head + "\r\n" + header);

        assertThat(answer).doesNotContain(token(), "Exception", "at dev.", "at io.", "\r\nset-cookie");
        assertThat(answer).doesNotStartWith("HTTP/1.1 5").startsWith("HTTP/1.").contains(SECURITY_HEADERS);
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        return answer.contains(" 200 ") ? "ok" : new JsonObject(body).getString("type");
    }

    private String exchange(String head) throws IOException {
        try (Socket client = new Socket(platform.uri().getHost(), platform.uri().getPort())) {
            byte[] bytes = (head + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            client.getOutputStream().write(bytes);
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String token() {
        return app.getString("admin-token");
    }

    static Stream<String> names() {
        return Stream.of(
                "",
                "'",
                "\"",
                ";",
                "'; DROP TABLE attrs;--",
                "a\0b",
                "\r\nSet-Cookie: a=b",
                "\u00e9\ud83c\udf89",
                "\ud800",
                "\u202e",
                "a/b",
                "../x",
                "%27",
                "$users",
                "__proto__",
                "${jndi:ldap://x}",
                "*",
                "[",
                "x".repeat(70_000));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_is_data(String name) {
        String id = UUID.randomUUID().toString();
        Stream.of(
                        "{'title': NAME, 'name': NAME, 'email': NAME, 'code': {NAME: {'allow': {'view': NAME}}}}",
                        "{'title': 't', 'schema': {'entities': {NAME: {'attrs': {NAME: {'valueType': 'string', 'config':"
                                + " {}}}}}}, 'rules': {'code': {NAME: {'bind': [NAME, NAME]}}}}",
                        "{'steps': [['add-attr', {'id': 'ID', 'forward-identity': ['ID', 'posts', NAME], 'value-type':"
                                + " 'blob', 'cardinality': 'one', 'unique?': false, 'index?': false}]]}",
                        "{'steps': [[NAME, {'attr-id': NAME}]], 'attr-id': NAME, 'job-type': NAME, 'role': NAME}",
                        "{'steps': [['update', NAME, 'ID', {NAME: NAME}]], 'secret': NAME, 'id': NAME}",
                        "{'query': {NAME: {'$': {'where': {NAME: NAME}}}}, 'expiry': NAME, 'include': NAME}")
                .map(body -> body.replace('\'', '"')
                        .replace(
                                "NAME", new JsonObject().put("x", name).encode().replaceAll("(?s)^\\{\"x\":|}$", ""))
                        .replace("ID", id))
                .forEach(this::nothingBreaks);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_is_taken_or_refused(String body) {
        nothingBreaks(body);
    }

    static Stream<String> bodies() {
        String digits = "9".repeat(5_000);
        return Stream.concat(
                Stream.of("null", "1", "\"x\"", "[]", "true", "{", "\0", "\ufeff{\"title\":\"t\"}", "{'title':'t'}"),
                Stream.of(
                                "{'title': 'a', 'title': 'b', 'code': {}, 'code': 1}",
                                "{'title': 1e400, 'schema': 1e400, 'code': 1e400, 'steps': 1e400, 'query': 1e400}",
                                "{'title': DIGITS, 'expiry': DIGITS, 'id': DIGITS}",
                                "{'steps': [['update', 'posts', 'ID', {'title': DIGITS}]]}",
                                "{'steps': [['update', 'posts', 'ID', {'title': 1e400}]]}",
                                "{'steps': [['index', {'attr-id': 1e400}]], 'expiry': 1e400}",
                                "{'query': {'posts': {'$': {'first': DIGITS, 'limit': 1e400}}}}",
                                "{'title': NaN}",
                                "{'title': '" + "x".repeat(1_000_000) + "'}",
                                "{'schema': {'entities': DEEP}, 'code': DEEP, 'steps': DEEP, 'query': DEEP}",
                                "{'steps': [['update', 'posts', 'ID', {'title': DEEP}]]}")
                        .map(body -> body.replace('\'', '"')
                                .replace("DIGITS", digits)
                                .replace("ID", UUID.randomUUID().toString())
                                .replace("DEEP", "{\"a\":".repeat(480) + "1" + "}".repeat(480))));
    }

    /** Sends a body to all routes at once. */
    private void nothingBreaks(String body) {
        Map<String, Future<Exchanges.Answer>> answers = new TreeMap<>();
        BODIES.forEach(path -> answers.put(path, post(path, body)));
        answers.forEach((path, answer) -> {
            assertThat(answer.await().status()).as(path).isIn(200, 400, 401);
            assertThat(answer.await().body().toString())
                    .as(path)
                    .doesNotContain("Exception", "at dev.", "at io.", token(path));
        });
    }

    private Future<Exchanges.Answer> post(String path, String body) {
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/json"));
        headers.put("app-id", app.getString("id"));
        headers.put("Authorization", "Bearer " + token(path));
        return exchanges.send(HttpMethod.POST, path.replace("APP", app.getString("id")), headers, Buffer.buffer(body));
    }

    private String token(String path) {
        return path.matches("/dash/(apps|orgs|personal.*|apps/APP/(rename|set|invite).*)") ? login : token();
    }
}
