package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;

class GatewayTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Gateway gateway;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        Path web = Files.createDirectory(folder.resolve("web"));
        Files.writeString(web.resolve("index.html"), "<p>Front</p>");
        Files.writeString(web.resolve("app.js"), "go()");
        Files.writeString(web.resolve("long.css"), "p { margin: 0 }\n".repeat(200));
        Files.writeString(web.resolve(".env"), "SECRET");
        Files.writeString(web.resolve("notes.txt"), "private");
        Files.writeString(Files.createDirectory(web.resolve("words")).resolve("zh-Hant.json"), "{\"sign\": \"簽名\"}");
        Files.writeString(
                Files.createDirectories(web.resolve("words/deep")).resolve("deep.json"), "{\"a\": \"private\"}");
        Files.writeString(Files.createDirectory(web.resolve(".git")).resolve("config.json"), "{\"a\": \"SECRET\"}");
        Files.writeString(folder.resolve("outside.html"), "<p>Outside</p>");
        RequestStreamHandler echo = (in, out, context) -> Json.write(response(Json.text(Json.object(in))), out);
        RequestStreamHandler failing = (in, out, context) -> {
            throw new IllegalStateException("a secret of the inside");
        };
        RequestStreamHandler crashing = (in, out, context) -> {
            throw new StackOverflowError();
        };
        RequestStreamHandler silent = (in, out, context) -> Json.write(Map.of(), out);
        gateway = Gateway.bind(0);
        gateway.start(
                List.of(
                        new Template.Route("Echo", "GET", "/things/{thing}/parts/{part}", Optional.empty()),
                        new Template.Route("Echo", "GET", "/links/{token+}", Optional.empty()),
                        new Template.Route("Echo", "POST", "/things", Optional.empty()),
                        new Template.Route("Echo", "HEAD", "/things", Optional.empty()),
                        new Template.Route("Failing", "GET", "/failing", Optional.empty()),
                        new Template.Route("Crashing", "GET", "/crashing", Optional.empty()),
                        new Template.Route("Silent", "GET", "/silent", Optional.empty())),
                Map.of("Echo", echo, "Failing", failing, "Crashing", crashing, "Silent", silent),
                List.of(new Gateway.LocalPage("GET", "/local/page", _ -> Gateway.Answer.of("text/plain", "a page"))),
                new StaticFiles(web));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void pathParametersAreDecodedAndAPlusInAPathIsAPlus() throws Exception {
        Map<String, Object> event = event("/things/Jos%C3%A9%20B/parts/a+b%2Fc");
        assertThat(event.get("pathParameters")).isEqualTo(Map.of("thing", "José B", "part", "a+b/c"));
        assertThat(event.get("resource")).isEqualTo("/things/{thing}/parts/{part}");
        assertThat(event.get("path")).isEqualTo("/things/Jos%C3%A9%20B/parts/a+b%2Fc");
        assertThat(event.get("httpMethod")).isEqualTo("GET");
        assertThat(event.get("queryStringParameters")).isNull();
        assertThat(event.get("multiValueQueryStringParameters")).isNull();
        assertThat(event.get("body")).isNull();
        assertThat(event.get("isBase64Encoded")).isEqualTo(false);
        assertThat((Map<?, ?>) event.get("requestContext")).satisfies(context -> {
            assertThat((String) context.get("requestId")).isNotEmpty();
            assertThat(context.get("resourcePath")).isEqualTo("/things/{thing}/parts/{part}");
        });
    }

    @ParameterizedTest
    @CsvSource({"/links/k1.abc,k1.abc", "/links/k1.abc/,k1.abc/", "/links/k1.abc.,k1.abc.", "/links/a/b%2Fc,a/b/c"})
    void aGreedyParameterTakesAllThatFollows(String path, String token) throws Exception {
        Map<String, Object> event = event(path);
        assertThat(event.get("pathParameters")).isEqualTo(Map.of("token", token));
        assertThat(event.get("resource")).isEqualTo("/links/{token+}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app.js", "/local/page", "/links/k1.abc", "/nothing"})
    void everyAnswerIsTakenForWhatItSaysItIs(String path) throws Exception {
        assertThat(send(request(path)).headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("strict-transport-security", List.of("max-age=31536000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app.js", "/local/page"})
    void filesAndPagesAnswerHead(String path) throws Exception {
        HttpResponse<String> head = send(request(path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-type"))
                .isEqualTo(send(request(path)).headers().firstValue("content-type"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void theSourceIsTheAddressThatTheCallerHas() throws Exception {
        String answer = raw(
                "GET /links/x HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n\r\n");
        Map<String, Object> event = Json.object(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat((Map<?, ?>) event.get("requestContext"))
                .extracting("identity")
                .extracting("sourceIp")
                .isEqualTo("127.0.0.1");
    }

    @Test
    void queryParametersAreDecodedAPlusIsASpaceAndOfRepeatedOnesTheLastCounts() throws Exception {
        Map<String, Object> event = event("/things/x/parts/y?a=1&a=2&name=Jos%C3%A9+B%2B&flag&empty=");
        assertThat(event.get("queryStringParameters"))
                .isEqualTo(Map.of("a", "2", "name", "José B+", "flag", "", "empty", ""));
        assertThat(event.get("multiValueQueryStringParameters"))
                .isEqualTo(Map.of(
                        "a", List.of("1", "2"), "name", List.of("José B+"), "flag", List.of(""), "empty", List.of("")));
    }

    @Test
    void headersComeOnceAndWithAllTheirValues() throws Exception {
        var response = send(request("/things/x/parts/y").header("X-Kind", "one").header("X-Kind", "two"));
        Map<String, Object> event = Json.object(response.body());
        assertThat(((Map<?, ?>) event.get("headers")).get("X-kind")).isEqualTo("two");
        assertThat(((Map<?, ?>) event.get("multiValueHeaders")).get("X-kind")).isEqualTo(List.of("one", "two"));
    }

    @Test
    void aTextIsHandedOverAsItIsAndOtherBytesAsBase64() throws Exception {
        Map<String, Object> text = Json.object(
                send(request("/things").POST(BodyPublishers.ofString("王伟 + 1"))).body());
        assertThat(text.get("body")).isEqualTo("王伟 + 1");
        assertThat(text.get("isBase64Encoded")).isEqualTo(false);

        byte[] latin1 = {'J', 'o', 's', (byte) 0xE9};
        Map<String, Object> bytes = Json.object(send(request("/things").POST(BodyPublishers.ofByteArray(latin1)))
                .body());
        assertThat(Base64.getDecoder().decode((String) bytes.get("body"))).isEqualTo(latin1);
        assertThat(bytes.get("isBase64Encoded")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/%/parts/y",
                "/things/%zz/parts/y",
                "/things/x/parts/%e",
                "/things/x/parts/y?a=%",
                "/things/x/parts/y?%g1=1"
            })
    void aMalformedEscapeIsABadRequest(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/things/x", "/things/x/parts", "/things/x/parts/y/z", "/things//parts/y", "/links/"
            })
    void anUnknownRouteIsNotFound(String path) throws Exception {
        var response = send(request(path));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.object(response.body())).containsEntry("status", 404).containsEntry("title", "Not Found");
    }

    @Test
    void aKnownPathWithAnotherMethodIsNotFound() throws Exception {
        assertThat(send(request("/things").DELETE()).statusCode()).isEqualTo(404);
        assertThat(send(request("/local/page").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/failing", "/crashing", "/silent"})
    void aFunctionThatFailsIsABadGatewayThatTellsNothingOfIt(String path) throws Exception {
        var response = send(request(path));
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).doesNotContain("secret", "Exception", "Error");
    }

    @Test
    void headHasNoBody() throws Exception {
        String answer = raw("HEAD /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
    }

    @Test
    void tenMegabytesPassAndMoreIsTooLarge() throws Exception {
        int most = 10 * 1024 * 1024;
        RequestStreamHandler length = (in, out, context) ->
                Json.write(response(Integer.toString(((String) Json.object(in).get("body")).length())), out);
        try (Gateway large = Gateway.bind(0)) {
            large.start(
                    List.of(new Template.Route("Length", "POST", "/length", Optional.empty())),
                    Map.of("Length", length),
                    List.of(),
                    new StaticFiles(folder));
            URI uri = URI.create("http://localhost:" + large.port() + "/length");
            assertThat(post(uri, most).body()).isEqualTo(Integer.toString(most));
            for (int size : List.of(most + 1, most + 3_000_000)) {
                var refused = post(uri, size);
                assertThat(refused.statusCode()).isEqualTo(413);
                assertThat(Json.object(refused.body())).containsEntry("status", 413);
            }
        }
    }

    @Test
    void pagesAndFilesAreGivenWithTheirTypes() throws Exception {
        assertThat(send(request("/local/page")).body()).isEqualTo("a page");
        assertThat(send(request("/")).body()).isEqualTo("<p>Front</p>");
        var script = send(request("/app.js"));
        assertThat(script.body()).isEqualTo("go()");
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        var words = send(request("/words/zh-Hant.json"));
        assertThat(words.body()).isEqualTo("{\"sign\": \"簽名\"}");
        assertThat(words.headers().firstValue("Content-Type")).contains("application/json");
    }

    /** Pages of other sites load the elements of embedding. */
    @Test
    void filesMayBeReadByPagesOfOtherOrigins() throws Exception {
        assertThat(send(request("/app.js")).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void whatIsLongIsCompressedForThoseWhoCanReadIt() throws Exception {
        var plain = HttpResponse.BodyHandlers.ofByteArray();
        byte[] whole = CLIENT.send(request("/long.css").build(), plain).body();
        var answer = CLIENT.send(
                request("/long.css").header("Accept-Encoding", "gzip, br").build(), plain);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).hasSizeLessThan(whole.length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(whole);
        assertThat(send(request("/app.js").header("Accept-Encoding", "gzip")).body())
                .isEqualTo("go()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../outside.html",
                "/%2e%2e/outside.html",
                "/..%2foutside.html",
                "/..%5coutside.html",
                "/./index.html",
                "/.env",
                "/notes.txt",
                "/words/../../outside.html",
                "/words/deep/deep.json",
                "/.git/config.json",
                "/words/",
                "/web/../../outside.html",
                "//outside.html",
                "/index.html/",
                "/%00.html"
            })
    void nothingButTheFrontEndsOwnFilesIsGiven(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain("Outside", "SECRET", "private");
    }

    @Test
    void aTakenPortIsSaid() {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> Gateway.bind(gateway.port()));
    }

    private static Map<String, Object> response(String body) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("statusCode", 200);
        response.put("headers", Map.of("Content-Type", "application/json"));
        response.put("body", body);
        return response;
    }

    private static Map<String, Object> event(String path) throws Exception {
        return Json.object(send(request(path)).body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + path));
    }

    private static HttpResponse<String> post(URI uri, int size) throws Exception {
        return send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("a".repeat(size))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends what a well-behaved client would not. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
