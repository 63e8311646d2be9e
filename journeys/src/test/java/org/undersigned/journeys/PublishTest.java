package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.lambda.Json;
import org.undersigned.local.Project;
import org.undersigned.publish.Publish;

/** {@code ./publish} makes a statement's pages of what the public API says. */
class PublishTest {
    private static final String HOME = "https://letter.example.org/";
    private static final Path WEB = Project.root().resolve("web");

    @TempDir
    Path temp;

    private final Journey journey = Journey.start(Map.of(
            "\"text\": {\"en\": \"We ask.\"",
            "\"organiser\": {\"name\": \"River <b>Club\", \"email\": \"us@rivers.example\"}, \"goal\": 200, \"image\":"
                    + " \"https://pictures.example/river.png\", \"text\": {\"en\": \"# Why\\n"
                    + "\\n"
                    + "- We *ask*.\"",
            "\"Open letter\"",
            "\"Open </script><script>alert(1)</script> letter\""));

    @Test
    void thereIsAPageForEachLanguage() throws Exception {
        publish(journey, folder());
        for (String language : List.of("en", "fr", "zh-Hant")) {
            Document page = page(language + "/index.html");
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(HOME + language + "/");
            assertThat(page.select("link[rel=alternate]").eachAttr("hreflang"))
                    .containsExactly("en", "fr", "zh-Hant", "x-default");
            assertThat(page.select(".languages a").eachAttr("href")).containsExactly("../en/", "../fr/", "../zh-Hant/");
            List<String> loaded = page.select("link[href^=../]").eachAttr("href");
            assertThat(loaded).hasSizeGreaterThan(10).contains("../words/" + language + ".json");
            loaded.addAll(page.select("script[src]").eachAttr("src"));
            for (String file : loaded)
                assertThat(folder().resolve(language).resolve(file)).exists();
        }
        assertThat(content(page("fr/index.html"), "og:locale")).containsExactly("fr_FR");
        assertThat(content(page("fr/index.html"), "og:locale:alternate")).containsExactly("en_US", "zh_TW");
        assertThat(page("fr/index.html").title()).isEqualTo("Lettre ouverte");
        assertThat(page("fr/index.html").select("noscript").text()).contains("Pour signer");
        assertThat(page("index.html").select("link[rel=canonical]").attr("href"))
                .isEqualTo(HOME + "en/");
        assertThat(Files.readString(folder().resolve("config.js")))
                .contains("\"" + journey.backend().url() + "\"", "\"" + journey.statement() + "\"");
        assertThat(folder().resolve("words/ar.json")).exists();
    }

    @Test
    void aPageHasTextTotalsAndNamesForReadersMachinesAndMessengers() throws Exception {
        journey.publish(
                "people,Ada Lovelace,,\"<img src=x onerror=alert(1)> & Co\",,2026-11-01",
                "people,Zoë Écuyer,Dr.,,,2026-11-02");
        journey.awaitTotal(2);
        publish(journey, folder());
        Document page = page("en/index.html");
        assertThat(page.select("h1").text()).isEqualTo("Open </script><script>alert(1)</script> letter");
        assertThat(page.select(".text").html().replaceAll("\\n *", ""))
                .isEqualTo("<h3>Why</h3><ul><li>We <em>ask</em>.</li></ul>");
        assertThat(page.select(".count").text()).isEqualTo("2 signatures");
        assertThat(page.select(".standing .quiet").text()).isEqualTo("198 more to reach 200");
        assertThat(page.select("[data-category=people] .name").eachText())
                .containsExactly("Dr. Zoë Écuyer", "Ada Lovelace");
        assertThat(page.select(".affiliation").text()).isEqualTo("<img src=x onerror=alert(1)> & Co");
        assertThat(page.select("body img").eachAttr("src")).containsExactly("https://pictures.example/river.png");
        assertThat(page.select(".organiser bdi").text()).isEqualTo("River <b>Club");
        assertThat(page.select("[property=og:image]").attr("content")).isEqualTo("https://pictures.example/river.png");
        assertThat(page.select("[name=twitter:image]").attr("content")).isEqualTo("https://pictures.example/river.png");
        assertThat(content(page, "og:title")).containsExactly(page.select("h1").text());
        assertThat(page.select("[name=description]").attr("content")).isEqualTo("Why We ask.");
        assertThat(page.select("[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
        assertThat(page.select("script")).hasSize(2);
        Map<String, Object> data = Json.object(
                page.select("script[type=application/ld+json]").first().data());
        assertThat(data).containsEntry("headline", page.select("h1").text()).containsEntry("inLanguage", "en");
        assertThat(data.get("interactionStatistic").toString()).contains("userInteractionCount=2");
    }

    @Test
    void thePolicyNamesTheApiAndThePictureAndNoInlineScript() throws Exception {
        publish(journey, folder());
        String policy = page("en/index.html")
                .select("[http-equiv=Content-Security-Policy]")
                .attr("content");
        assertThat(policy)
                .contains("connect-src 'self' " + origin() + ";", "img-src 'self' https://pictures.example;")
                .contains("script-src 'self';", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @Test
    void publishingAgainRemovesItsOwnLanguagesAndNothingElse() throws Exception {
        publish(journey, folder());
        Files.writeString(folder().resolve("CNAME"), "letter.example.org");
        Files.writeString(folder().resolve("fr/notes.txt"), "mine");
        publish(Journey.ofTheSample(), folder());
        assertThat(folder().resolve("zh-Hant")).doesNotExist();
        assertThat(folder().resolve("fr/index.html")).doesNotExist();
        assertThat(folder().resolve("fr/notes.txt")).hasContent("mine");
        assertThat(folder().resolve("CNAME")).hasContent("letter.example.org");
        assertThat(page("en/index.html").title()).isNotEqualTo("Open letter");
        try (Stream<Path> files = Files.walk(folder())) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void foreignFilesAreNeverOverwritten() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("index.html"), "mine");
        refuses(folder() + " holds index.html, which ./publish did not write", arguments(journey, folder()));
        assertThat(folder().resolve("index.html")).hasContent("mine");
        Path other = temp.resolve("other");
        publish(Journey.ofTheSample(), other);
        Files.createDirectories(other.resolve("fr"));
        Files.writeString(other.resolve("fr/index.html"), "mine");
        refuses(other + " holds fr/index.html, which ./publish did not write", arguments(journey, other));
        assertThat(other.resolve("fr/index.html")).hasContent("mine");
    }

    @Test
    void aProblemSaysWhatToDo() throws Exception {
        String api = journey.backend().url();
        String to = folder().toString();
        refuses("There is no option --frobnicate", List.of("--frobnicate"));
        refuses("--statement is missing", List.of("--api", api, "--to", to));
        refuses("--to needs a value", List.of("--to"));
        refuses("--api takes an address such as", List.of("--api", "localhost", "--statement", "a", "--to", to));
        refuses("The API does not answer", List.of("--api", "http://localhost:1", "--statement", "a", "--to", to));
        refuses("has no statement no-such for the public", List.of("--api", api, "--statement", "no-such", "--to", to));
        Journey draft = Journey.start(Map.of("\"state\": \"open\"", "\"state\": \"draft\""));
        refuses("a draft must be opened", arguments(draft, folder()));
        assertThat(folder()).doesNotExist();
    }

    @Test
    void whatIsNoApiOfOursIsSaid() throws Exception {
        for (String body : List.of("<!doctype html><title>Welcome</title>", "{}", "[]", "{\"categories\": 1}", "")) {
            try (var other = new OtherSite(body)) {
                refuses(
                        "is not the API of Undersigned",
                        List.of("--api", other.url(), "--statement", "a", "--to", folder().toString()));
            }
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    void anApiThatFailsIsSaidWithItsStatusAndNothingIsWritten() throws Exception {
        for (int status : List.of(403, 429, 500, 503)) {
            try (var failing = new OtherSite(status, "{}")) {
                refuses(
                        "The API answered " + status + " for " + failing.url() + "/statements/a. Try again later.",
                        List.of("--api", failing.url(), "--statement", "a", "--to", folder().toString()));
            }
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenIsSaidAndThePagesThatWereThereStay() throws Exception {
        publish(journey, folder());
        String before = Files.readString(folder().resolve("index.html"));
        Files.delete(folder().resolve("app.js"));
        Files.createDirectories(folder().resolve("app.js/in/the/way"));
        refuses(folder() + " cannot be written", arguments(journey, folder()));
        assertThat(folder().resolve("index.html")).hasContent(before);
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "mine");
        refuses(file + " is not a folder", arguments(journey, file));
        refuses(file.resolve("site") + " cannot be written", arguments(journey, file.resolve("site")));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderThatIsNotOursToWriteInIsSaid() throws Exception {
        Path locked = Files.createDirectory(
                temp.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        // Whoever may write everywhere, as root may, has no such folder.
        assumeThat(Files.isWritable(locked)).isFalse();
        refuses(locked + " cannot be written", arguments(journey, locked));
    }

    @Test
    void symbolicLinksAreNotFollowed() throws Exception {
        publish(journey, folder());
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Path page = Files.writeString(elsewhere.resolve("index.html"), "mine");
        for (String link : List.of("fr/index.html", "fr/index.html.part")) {
            Path at = folder().resolve(link);
            Files.deleteIfExists(at);
            Files.createSymbolicLink(at, page);
            refuses("is a symbolic link", arguments(journey, folder()));
            Files.delete(at);
        }
        try (Stream<Path> french = Files.list(folder().resolve("fr"))) {
            for (Path each : french.toList()) Files.delete(each);
        }
        Files.delete(folder().resolve("fr"));
        Files.createSymbolicLink(folder().resolve("fr"), elsewhere);
        refuses("fr is a symbolic link", arguments(journey, folder()));
        refuses("fr is a symbolic link", arguments(Journey.ofTheSample(), folder()));
        assertThat(page).hasContent("mine");
    }

    private Path folder() {
        return temp.resolve("site");
    }

    private String origin() {
        return journey.backend().url().replaceFirst("(https?://[^/]+).*", "$1");
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(Files.readString(folder().resolve(name)));
    }

    private static List<String> content(Document page, String property) {
        return page.select("[property=" + property + "]").eachAttr("content");
    }

    private static void publish(Journey journey, Path folder) throws Exception {
        Publish.run(arguments(journey, folder), WEB);
    }

    private static List<String> arguments(Journey journey, Path folder) {
        String api = journey.backend().url();
        return List.of("--api", api, "--statement", journey.statement(), "--to", folder.toString(), "--url", HOME);
    }

    private static void refuses(String message, List<String> arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Publish.run(arguments, WEB))
                .withMessageContaining(message);
    }

    /** A site that answers each request with the same status and words. */
    private static final class OtherSite implements AutoCloseable {
        private final HttpServer server;

        OtherSite(String body) throws IOException {
            this(200, body);
        }

        OtherSite(int status, String body) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
