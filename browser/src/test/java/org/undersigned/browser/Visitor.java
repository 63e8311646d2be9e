package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.undersigned.lambda.Json;
import org.undersigned.local.Project;

/** Somebody in front of a browser, who notes what goes wrong and where the page looks for anything. */
final class Visitor implements AutoCloseable {
    private static final double PATIENCE = 20_000;

    private final Site site;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private Visitor(Site site, BrowserContext context) {
        this.site = site;
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        context.onWebError(error -> errors.add(error.error()));
        context.onRequest(request -> asked.add(request.url()));
        page = context.newPage();
    }

    static Visitor arrives(Site site, Browser.NewContextOptions options, String statement) {
        var visitor = new Visitor(site, site.browser().newContext(options));
        if (!statement.equals(Site.SAMPLE)) visitor.showing(statement);
        return visitor;
    }

    /** As if config.js named this statement. */
    private void showing(String statement) {
        String config = "export const api = \"\"; export const statement = \"" + statement + "\";";
        context.route(
                "**/config.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(config)));
    }

    /** As if the API's answers there had these fields as well. */
    void answering(String glob, Map<String, Object> fields) {
        context.route(glob, route -> {
            try {
                var json = new LinkedHashMap<>(Json.object(route.fetch().text()));
                json.putAll(fields);
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(Json.text(json)));
            } catch (Json.Malformed e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * As if the page were at this address, behind a cache that keeps each answer of the API unless it is told not to;
     * {@code fresh} changes those that it may not keep.
     */
    void behindACacheAt(String home, UnaryOperator<String> fresh) {
        var kept = new HashMap<String, APIResponse>();
        context.route(home + "**", route -> {
            String url = route.request().url();
            if (url.endsWith("/config.js")) {
                route.fallback();
                return;
            }
            var answer = kept.get(url);
            if (answer == null)
                answer = route.fetch(new Route.FetchOptions().setUrl(site.url() + "/" + url.substring(home.length())));
            var answered = new Route.FulfillOptions().setResponse(answer);
            if (url.contains("/statements/")) {
                if (answer.headers().get("cache-control").equals("no-store"))
                    answered.setBody(fresh.apply(answer.text()));
                else kept.put(url, answer);
            }
            route.fulfill(answered);
        });
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens the statement's page and waits until the names are there. */
    Visitor opens(String path) {
        page.navigate(site.url() + path);
        page.locator("h1").waitFor();
        return this;
    }

    /** Opens a page of the API, such as one behind an emailed link. */
    Visitor follows(String link) {
        page.navigate(link);
        return this;
    }

    Locator radio(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** A field of the form by the name that it has in the page. */
    Locator field(String name) {
        return page.locator("#sign .form input[name=" + name + "]").first();
    }

    Visitor fills(String field, String text) {
        field(field).fill(text);
        return this;
    }

    Visitor chooses(String radio) {
        radio(radio).check();
        return this;
    }

    Visitor presses(String button) {
        button(button).click();
        return this;
    }

    /** Waits until this can be read somewhere. */
    Visitor sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    /** No violation of WCAG 2.2 A and AA or of axe's good practice, in this state of the page. */
    Visitor findsItAccessible() {
        return findsAccessible(new AxeBuilder(page));
    }

    /** The same of the page around its frames, which may run no script, so axe cannot look into them. */
    Visitor findsItAccessibleAroundItsFrames() {
        return findsAccessible(new AxeBuilder(page).exclude("iframe"));
    }

    private Visitor findsAccessible(AxeBuilder axe) {
        var violations = axe.analyze().getViolations();
        assertThat(violations)
                .as(() -> violations.stream()
                        .map(found -> found.getId() + " " + found.getNodes())
                        .toList()
                        .toString())
                .isEmpty();
        return this;
    }

    /** Nothing scrolls sideways. */
    Visitor findsItFitting() {
        int width = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat(width).isLessThanOrEqualTo(0);
        return this;
    }

    /** Of what the window shows, into the folder of the project that the property {@code pictures} names, if it is given. */
    Visitor takesPicture(String name) {
        String folder = System.getProperty("pictures");
        if (folder == null) return this;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Project.root().resolve(folder).resolve(name + ".png")));
        return this;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Scripts that failed, and what the policy refused. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        context.close();
        assertThat(errors).isEmpty();
    }
}
