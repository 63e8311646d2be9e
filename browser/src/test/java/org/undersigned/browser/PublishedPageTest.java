package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.local.Project;
import org.undersigned.publish.Publish;

/** What {@code ./publish} wrote, on a host of its own. */
@NeedsChromium
@Tag("long")
class PublishedPageTest {
    private final Site site = Site.get();

    @TempDir
    Path temp;

    private HttpServer host;

    @BeforeEach
    void publish() throws Exception {
        String rivers = site.define(Rivers.inState("open"));
        site.publish(rivers, List.of("people,Ada Lovelace,,,,2026-11-01", "people,Zoë Écuyer,,,,2026-11-02"));
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        host = HttpServer.create(here, 0);
        host.createContext("/", SimpleFileServer.createFileHandler(temp.toAbsolutePath()));
        host.start();
        publish(rivers, "site");
    }

    private void publish(String statement, String folder) throws Exception {
        String to = temp.resolve(folder).toAbsolutePath().toString();
        Publish.run(
                List.of("--api", site.url(), "--statement", statement, "--to", to, "--url", url("")),
                Project.root().resolve("web"));
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    private String url(String page) {
        return "http://localhost:" + host.getAddress().getPort() + "/site/" + page;
    }

    @Test
    void withoutScriptReadersHaveTextAndNamesAndAreToldHowToSign() {
        try (var visitor = site.visitor(phone().setJavaScriptEnabled(false), Site.SAMPLE)) {
            visitor.follows(url("fr/"))
                    .sees("Nous demandons une rivière libre.")
                    .sees("Zoë Écuyer");
            // Playwright finds no text in <noscript>; what is rendered is.
            assertThat(visitor.findsItFitting().page().locator("#sign").innerText())
                    .contains("Pour signer, activez JavaScript");
            assertThat(visitor.page().title()).isEqualTo("Pour des rivières libres");
        }
    }

    @Test
    void theSampleIsReadWithoutScript() throws Exception {
        publish(Site.SAMPLE, "sample");
        try (var visitor = site.visitor(phone().setJavaScriptEnabled(false), Site.SAMPLE)) {
            visitor.follows(url("").replace("/site/", "/sample/"))
                    .sees("The signatories ask the Government of Canada")
                    .findsItFitting();
            assertThat(visitor.page().locator(".names li").count()).isGreaterThanOrEqualTo(117);
            assertThat(visitor.page().locator("#sign").innerText()).contains("To sign");
            assertThat(visitor.page().locator(".share button").isVisible()).isFalse();
        }
    }

    @Test
    void chineseReadersWithoutScriptHaveTextAndNamesToo() {
        try (var visitor = site.visitor(phone().setJavaScriptEnabled(false), Site.SAMPLE)) {
            visitor.follows(url("zh-Hant/"))
                    .sees("我們要求保持河流自由。")
                    .sees("Zoë Écuyer")
                    .findsItFitting();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("zh-Hant");
            assertThat(visitor.page().locator("#sign").innerText()).contains("要簽署");
            assertThat(visitor.page().title()).isEqualTo("還河流自由");
        }
    }

    @ParameterizedTest
    @CsvSource({"fr-CA, fr, Pour des rivières libres", "zh-TW, zh-Hant, 還河流自由", "pt-BR, en, Keep our rivers free"})
    void theFoldersOwnPageSpeaksTheBrowsersLanguage(String locale, String language, String title) {
        try (var visitor = site.visitor(phone().setLocale(locale), Site.SAMPLE)) {
            visitor.follows(url(""));
            visitor.page().locator(".form [type=radio]").first().waitFor();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(visitor.page().locator("h1").innerText()).isEqualTo(title);
        }
    }

    @Test
    void theScriptTakesOverInThePagesLanguageWithoutMovingAnything() {
        for (String language : List.of("en", "fr", "zh-Hant", "ar")) {
            try (var visitor = site.visitor(phone(), Site.SAMPLE)) {
                visitor.page().addInitScript(SHIFTS);
                visitor.follows(url(language + "/"));
                visitor.page().locator(".form [type=radio]").first().waitFor();
                visitor.page().locator(".names li").first().waitFor();
                assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
                visitor.findsItFitting().findsItAccessible();
                assertThat(shift(visitor.page())).as(language).isLessThanOrEqualTo(0.03);
            }
        }
    }

    @Test
    void onASlowNetworkTheTextIsThereAtOnceAndTheNamesWithIt() {
        try (var visitor = site.visitor(phone(), Site.SAMPLE)) {
            slow3G(visitor.page());
            visitor.page().addInitScript(SHIFTS);
            visitor.page().navigate(url("en/"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            visitor.page().getByText("We ask the council").waitFor(new Locator.WaitForOptions().setTimeout(6_500));
            visitor.page().locator(".names li").first().waitFor(new Locator.WaitForOptions().setTimeout(6_500));
            assertThat(visitor.page().locator(".form [type=radio]").count()).isZero();
            visitor.page().locator(".form [type=radio]").first().waitFor();
            assertThat(shift(visitor.page())).isLessThanOrEqualTo(0.03);
        }
    }

    @Test
    void textAndNamesStayWhenTheApiFails() {
        try (var visitor = site.visitor(phone(), Site.SAMPLE)) {
            visitor.context().route("**/statements/**", Route::abort);
            visitor.follows(url("en/"))
                    .sees("The server cannot be reached")
                    .sees("Zoë Écuyer")
                    .findsItAccessible();
            visitor.context().unrouteAll();
            visitor.presses("Try again")
                    .page()
                    .locator(".form [type=radio]")
                    .first()
                    .waitFor();
        }
    }

    @Test
    void languagesLeadToTheirPages() {
        try (var visitor = site.visitor(phone(), Site.SAMPLE)) {
            visitor.follows(url("en/"))
                    .page()
                    .locator(".form [type=radio]")
                    .first()
                    .waitFor();
            visitor.page().locator(".languages a[lang=fr]").click();
            visitor.sees("Nous demandons une rivière libre.");
            assertThat(visitor.page().url()).isEqualTo(url("fr/"));
        }
    }

    private static final String SHIFTS = """
        window.shifts = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifts += value)))
          .observe({ type: "layout-shift", buffered: true });
        """;

    private static double shift(Page page) {
        return ((Number) page.evaluate("window.shifts")).doubleValue();
    }

    private static void slow3G(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 2_000);
        conditions.addProperty("downloadThroughput", 400_000 / 8);
        conditions.addProperty("uploadThroughput", 400_000 / 8);
        session.send("Network.emulateNetworkConditions", conditions);
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("en");
    }
}
