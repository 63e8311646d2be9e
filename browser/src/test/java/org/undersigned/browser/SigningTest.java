package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;

/** What signers meet: each category, each failure, and what comes after. */
@NeedsChromium
@Tag("long")
class SigningTest {
    private static final String SIGNATURES = "**/statements/*/signatures";

    private final Site site = Site.get();
    private final String address = UUID.randomUUID() + "@example.org";

    @Test
    void anOrganisationSignsByAPersonWhoMay() {
        try (var visitor = site.visitor()) {
            visitor.opens("/").chooses("Civil society organisations").findsItAccessible();
            visitor.fills("organisation", "Friends of Tests")
                    .fills("name", "Ann Lee")
                    .fills("role", "Chair");
            visitor.fills("email", address).chooses("List the organisation").presses("Sign");
            visitor.sees("A moderator then checks it").findsItAccessible();
            visitor.follows(site.link(address, "confirmations")).findsItAccessible();
            assertThat(visitor.page().content()).contains("Friends of Tests");
        }
    }

    @Test
    void aParliamentarianAtATrustedDomainIsPublishedAtOnce() {
        String official = UUID.randomUUID() + "@parl.gc.ca";
        try (var visitor = site.visitor()) {
            visitor.opens("/").chooses("Parliamentarians");
            visitor.fills("name", "Marguerite Essai").fills("affiliation", "Member of Parliament");
            visitor.fills("email", official)
                    .chooses("List my name")
                    .presses("Sign")
                    .sees("One more step");
            confirm(visitor, Site.SAMPLE, official);
            visitor.opens("/").page().locator(".find input").fill("marguerite essai");
            visitor.sees("1 name found");
        }
    }

    @Test
    void whoIsOnlyCountedIsNotListed() {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(new Browser.NewContextOptions().setLocale("en"), rivers)) {
            signAsIndividual(visitor, "Quiet Person", "Only count me");
            confirm(visitor, rivers, address);
            visitor.opens("/").page().locator(".standing strong").getByText("1").waitFor();
            visitor.sees("1 signed and chose not to be listed.");
            assertThat(visitor.page().locator(".names li").count()).isZero();
        }
    }

    @Test
    void whoComesBackFromTheMailboxSeesTheNewTotalInTheOpenPage() {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(new Browser.NewContextOptions().setLocale("en"), rivers)) {
            visitor.page().clock().install();
            signAsIndividual(visitor, "Zoë Return", "List my name");
            Page letter = visitor.page();
            letter.evaluate(
                    "Object.defineProperty(document, 'visibilityState', {get: () => window.seen ?? 'visible'})");
            letter.evaluate("window.seen = 'hidden'; document.dispatchEvent(new Event('visibilitychange'))");
            try (Page mail = visitor.context().newPage()) {
                mail.navigate(site.link(address, "confirmations"));
                mail.locator("button").first().click();
                mail.locator("h1").waitFor();
                site.awaitTotal(rivers, 1);
                // The page asks again only of who was away for a while.
                letter.clock().fastForward(2_100);
            }
            letter.evaluate("window.seen = 'visible'; document.dispatchEvent(new Event('visibilitychange'))");
            letter.locator(".names").getByText("Zoë Return").waitFor();
            assertThat(letter.locator(".standing strong").innerText()).isEqualTo("1");
        }
    }

    /** The confirmation is counted by way of a stream, so the first answer may be older than it. */
    @Test
    void whoComesBackBeforeTheirSignatureIsCountedSeesTheTotalFollow() {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(new Browser.NewContextOptions().setLocale("en"), rivers)) {
            signAsIndividual(visitor, "Zoë Early", "List my name");
            site.confirm(site.link(address, "confirmations"));
            site.awaitTotal(rivers, 1);
            var asked = new AtomicInteger();
            visitor.context().route("**/statements/*?language=*", route -> {
                if (asked.getAndIncrement() > 0) route.resume();
                else
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(route.fetch().text().replace("\"total\":1", "\"total\":0")));
            });
            visitor.opens("/");
            visitor.page().locator(".standing strong").getByText("1").waitFor();
            visitor.page().locator(".names").getByText("Zoë Early").waitFor();
        }
    }

    /** On another device than the form's, behind a cache that heeds no browser's wish for a newer answer. */
    @Test
    void whoConfirmsInAnotherBrowserIsNeverShownATotalWithoutThem() {
        String home = "https://rivers.example/";
        String rivers = site.define(Rivers.inState("open").replace("\"page\": null", "\"page\": \"" + home + "\""));
        site.person(rivers, "Ann First");
        site.awaitTotal(rivers, 1);
        site.sign(
                rivers,
                Json.text(Map.of(
                        "category",
                        "people",
                        "name",
                        "Zoë Elsewhere",
                        "email",
                        address,
                        "language",
                        "en",
                        "listed",
                        true)));
        try (var visitor = site.visitor(new Browser.NewContextOptions().setLocale("en"), rivers)) {
            var late = new AtomicInteger(2);
            visitor.behindACacheAt(
                    home, body -> late.getAndDecrement() > 0 ? body.replace("\"total\":2", "\"total\":1") : body);
            Page page = visitor.follows(home).page();
            page.locator(".standing strong").getByText("1").waitFor();
            visitor.follows(site.link(address, "confirmations"))
                    .page()
                    .locator("button")
                    .first()
                    .click();
            page.addInitScript("""
                new MutationObserver(() => {
                  const count = document.querySelector(".standing");
                  if (count) (window.counts ??= new Set()).add(count.textContent);
                }).observe(document, { subtree: true, childList: true });
                """);
            page.getByText("Back to the statement").click();
            page.locator(".standing strong").getByText("2").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            page.locator(".names").getByText("Zoë Elsewhere").waitFor();
            assertThat(page.evaluate("[...window.counts]"))
                    .isEqualTo(List.of("Your signature is being counted …", "2 signatures"));
            page.waitForFunction("location.hash === ''");
        }
    }

    @Test
    void ofSeveralRequestsWithOneAddressItsHolderFindsTheirOwnAndCanWithdraw() {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(new Browser.NewContextOptions().setLocale("en"), rivers)) {
            signAsIndividual(visitor, "The Holder", "List my name");
            String first = site.link(address, "confirmations");
            visitor.presses("Sign for somebody else");
            visitor.fills("name", "A Stranger")
                    .fills("email", address)
                    .chooses("List my name")
                    .presses("Sign");
            visitor.sees("One more step");
            visitor.follows(first).findsItAccessible();
            assertThat(visitor.page().content()).contains("The Holder", "A Stranger");
            visitor.page().locator("button").first().click();
            visitor.page().locator("h1").waitFor();
            visitor.follows(site.link(address, "withdrawals")).findsItAccessible();
            visitor.page().locator("button").first().click();
            visitor.page().locator("h1").waitFor();
            visitor.findsItAccessible();
        }
    }

    @Test
    void theWholeWayIsGoneByKeyboard() {
        try (var visitor = site.visitor()) {
            visitor.opens("/");
            Page page = visitor.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign"))
                    .focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("ArrowDown");
            assertThat(visitor.radio("Community leaders").isChecked()).isTrue();
            page.keyboard().press("Tab");
            page.keyboard().type("Ada Keys");
            tabTo(page, "[name=email]");
            page.keyboard().type(address);
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            tabTo(page, "[type=submit]");
            page.keyboard().press("Enter");
            visitor.sees("One more step");
            assertThat(page.evaluate("document.activeElement.textContent"))
                    .asString()
                    .startsWith("One more step");
        }
    }

    @Test
    void errorsAreLinkedAndNamedInTheTitleAndTheLanguage() {
        String rivers = site.define(Rivers.inState("open"));
        var french = new Browser.NewContextOptions().setLocale("fr");
        try (var visitor = site.visitor(french, rivers)) {
            visitor.opens("/")
                    .chooses("Personnes")
                    .fills("name", "voir https://example.org/x")
                    .fills("email", address);
            visitor.chooses("Afficher mon nom").presses("Signer");
            visitor.sees("n’indiquez ni adresse web").findsItAccessible();
            assertThat(visitor.page().title()).startsWith("Erreur");
            visitor.page().locator(".alert a").click();
            assertThat(visitor.page().evaluate("document.activeElement.name")).isEqualTo("name");
            assertThat(visitor.field("name").getAttribute("aria-invalid")).isEqualTo("true");
        }
    }

    @Test
    void aSlipInTheAddressIsPointedOut() {
        try (var visitor = site.visitor()) {
            visitor.opens("/").chooses("Community leaders").fills("email", "ann@gmial.com");
            visitor.presses("ann@gmail.com");
            assertThat(visitor.field("email").inputValue()).isEqualTo("ann@gmail.com");
        }
    }

    @Test
    void pressingTwiceSendsOnce() {
        var posts = new AtomicInteger();
        try (var visitor = site.visitor()) {
            visitor.context().onRequest(request -> count(request, posts));
            fillIn(visitor);
            visitor.button("Sign").dblclick();
            visitor.page().keyboard().press("Enter");
            visitor.sees("One more step");
            assertThat(posts).hasValue(1);
        }
    }

    @Test
    void whenAskedToWaitThePageTriesAgainByItself() {
        var posts = new AtomicInteger();
        try (var visitor = site.visitor()) {
            visitor.context().route(SIGNATURES, route -> {
                if (posts.incrementAndGet() > 1) route.resume();
                else
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(429)
                            .setHeaders(Map.of("Retry-After", "2", "Content-Type", "application/problem+json"))
                            .setBody("{\"status\": 429}"));
            });
            fillIn(visitor);
            visitor.presses("Sign").sees("We try again by ourselves in").findsItAccessible();
            visitor.sees("One more step");
            assertThat(posts).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "429", "403", "offline", "not JSON"})
    void afterAFailureAllIsStillThereAndSendingAgainWorks(String failure) {
        try (var visitor = site.visitor()) {
            visitor.context().route(SIGNATURES, route -> {
                if (failure.equals("offline")) route.abort();
                else if (failure.equals("not JSON"))
                    route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<html>Bad gateway</html>"));
                else
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(Integer.parseInt(failure))
                            .setContentType("application/problem+json")
                            .setBody("{\"status\": " + failure + "}"));
            });
            fillIn(visitor);
            visitor.presses("Sign").sees("What you entered is kept").findsItAccessible();
            assertThat(visitor.field("email").inputValue()).isEqualTo(address);
            visitor.context().unrouteAll();
            visitor.presses("Sign").sees("One more step");
        }
    }

    @Test
    void aSlowServerIsWaitedForWithTheFocusKept() {
        try (var visitor = site.visitor()) {
            var held = new AtomicReference<Route>();
            visitor.context().route(SIGNATURES, held::set);
            fillIn(visitor);
            visitor.presses("Sign");
            visitor.button("Sending …").waitFor();
            assertThat(visitor.page().evaluate("document.activeElement.textContent"))
                    .isEqualTo("Sending …");
            visitor.page().waitForCondition(() -> held.get() != null);
            held.get().resume();
            visitor.sees("One more step");
        }
    }

    @Test
    void aStatementPausedMeanwhileKeepsWhatWasTyped() {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(new Browser.NewContextOptions().setLocale("en"), rivers)) {
            visitor.opens("/").chooses("Individuals").fills("name", "Ann Late").fills("email", address);
            visitor.chooses("List my name");
            site.redefine(rivers, Rivers.inState("paused"));
            visitor.presses("Sign").sees("Your signature was not taken").findsItAccessible();
            // Each function may know the statement as it was up to ten seconds ago; this is what it says then.
            visitor.answering("**/statements/*?*", Map.of("state", "paused"));
            visitor.presses("Sign").sees("takes no signatures for the moment").findsItAccessible();
            assertThat(visitor.field("name").inputValue()).isEqualTo("Ann Late");
            assertThat(visitor.button("Sign").getAttribute("aria-disabled")).isEqualTo("true");
        }
    }

    @Test
    void whatWasTypedOutlivesAReloadButForTheAddress() {
        try (var visitor = site.visitor()) {
            fillIn(visitor);
            visitor.page().reload();
            visitor.page().locator("h1").waitFor();
            assertThat(visitor.field("name").inputValue()).isEqualTo("Ada Lovelace");
            assertThat(visitor.radio("List my name").isChecked()).isTrue();
            assertThat(visitor.field("email").inputValue()).isEmpty();
            assertThat(visitor.page().evaluate("JSON.stringify(sessionStorage)"))
                    .asString()
                    .doesNotContain(address);
        }
    }

    @Test
    void afterSigningAReloadStillSaysWhatToDoAndTheAddressCanBeCorrected() {
        try (var visitor = site.visitor()) {
            fillIn(visitor);
            visitor.presses("Sign").sees(address);
            visitor.page().getByText("No email?").click();
            visitor.presses("Send me that email")
                    .sees("an email is on its way there")
                    .findsItAccessible();
            visitor.presses("Correct the address");
            assertThat(visitor.field("name").inputValue()).isEqualTo("Ada Lovelace");
            assertThat(visitor.page().evaluate("document.activeElement.value")).isEqualTo(address);
            visitor.presses("Sign").sees("One more step");
            visitor.page().reload();
            visitor.sees("We have sent you an email.");
            assertThat(visitor.page().content()).doesNotContain(address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "=HYPERLINK(\"a\")", "\u0645\u062d\u0645\u062f Smith"})
    void aHostileNameIsTextAndNothingElse(String name) {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(new Browser.NewContextOptions().setLocale("en"), rivers)) {
            signAsIndividual(visitor, name, "List my name");
            confirm(visitor, rivers, address);
            visitor.opens("/");
            Locator listed = visitor.page().locator(".names li");
            listed.first().waitFor();
            assertThat(listed.first().innerText()).isEqualTo(name);
            assertThat(visitor.page().locator(".names img").count()).isZero();
        }
    }

    private void fillIn(Visitor visitor) {
        visitor.opens("/")
                .chooses("Community leaders")
                .fills("name", "Ada Lovelace")
                .fills("email", address);
        visitor.chooses("List my name");
    }

    private void signAsIndividual(Visitor visitor, String name, String listed) {
        visitor.opens("/").chooses("Individuals").fills("name", name).fills("email", address);
        visitor.chooses(listed).presses("Sign").sees("One more step");
    }

    /** Confirms, and waits until the signature is published and counted. */
    private void confirm(Visitor visitor, String statement, String mailbox) {
        long before = site.total(statement);
        visitor.follows(site.link(mailbox, "confirmations"))
                .page()
                .locator("button")
                .first()
                .click();
        visitor.page().locator("h1").waitFor();
        visitor.findsItAccessible();
        site.awaitTotal(statement, before + 1);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 10 && page.locator(selector + ":focus").count() == 0; i++)
            page.keyboard().press("Tab");
    }

    private static void count(Request request, AtomicInteger posts) {
        if (request.method().equals("POST")) posts.incrementAndGet();
    }
}
