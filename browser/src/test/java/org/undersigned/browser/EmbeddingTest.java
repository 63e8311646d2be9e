package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The elements and the frame in a page of another origin, under a policy of its own. */
@NeedsChromium
@Tag("long")
class EmbeddingTest {
    private final Site site = Site.get();
    private HttpServer foreign;

    @BeforeEach
    void startAnotherSite() throws IOException {
        foreign = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        foreign.createContext("/elements", exchange -> answer(exchange, """
            <script type="module" src="SITE/elements.js"></script>
            <main><h1>Elsewhere</h1><undersigned-count></undersigned-count><undersigned-form language="fr"></undersigned-form>
            <undersigned-signatories></undersigned-signatories></main>\
            """));
        foreign.createContext("/frame", exchange -> answer(exchange, """
            <script type="module" src="SITE/frame.js"></script>
            <main><h1>Elsewhere</h1><iframe data-undersigned title="Sign" height="100" width="600"
              src="SITE/embed.html?show=form"></iframe></main>\
            """));
        foreign.start();
    }

    @AfterEach
    void stopIt() {
        foreign.stop(0);
    }

    @Test
    void elementsSignFromAForeignPage() {
        String address = UUID.randomUUID() + "@example.org";
        try (var visitor = site.visitor()) {
            visitor.follows(elsewhere("/elements"));
            Page page = visitor.page();
            page.locator("undersigned-count strong").waitFor();
            page.locator("undersigned-signatories .names li").first().waitFor();
            assertThat(page.locator("undersigned-form [lang=fr] legend").first().innerText())
                    .isEqualTo("Je signe en tant que");
            visitor.findsItAccessible();
            visitor.chooses("Community leaders");
            page.locator("undersigned-form input[name=name]").fill("Ada d’Ailleurs");
            page.locator("undersigned-form input[name=email]").first().fill(address);
            visitor.chooses("Afficher mon nom")
                    .presses("Signer")
                    .sees("Encore une étape")
                    .findsItAccessible();
            assertThat(site.link(address, "confirmations")).startsWith(site.url());
        }
    }

    @Test
    void aFrameGetsTheHeightOfItsContent() {
        try (var visitor = site.visitor()) {
            visitor.follows(elsewhere("/frame"));
            FrameLocator frame = visitor.page().frameLocator("iframe");
            frame.locator("[type=radio]").nth(1).check();
            visitor.page().waitForCondition(() -> height(visitor) > 500);
            double content = ((Number) frame.locator("html").evaluate("html => html.getBoundingClientRect().height"))
                    .doubleValue();
            assertThat(height(visitor)).isCloseTo(content, within(2.0));
        }
    }

    @Test
    void thePageThatShowsBothIsAccessible() {
        try (var visitor = site.visitor()) {
            visitor.follows(site.url() + "/embedding.html");
            visitor.page().locator("undersigned-signatories .names li").first().waitFor();
            visitor.page()
                    .frameLocator("iframe")
                    .locator("[type=radio]")
                    .first()
                    .waitFor();
            visitor.findsItAccessible().findsItFitting();
        }
    }

    private static double height(Visitor visitor) {
        return ((Number) visitor.page().evaluate("document.querySelector('iframe').clientHeight")).doubleValue();
    }

    private String elsewhere(String path) {
        return "http://127.0.0.1:" + foreign.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        String policy =
                "default-src 'none'; script-src SITE; connect-src SITE; frame-src SITE".replace("SITE", site.url());
        String html = "<!DOCTYPE html><html lang=en><title>Elsewhere</title>" + body.replace("SITE", site.url());
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
