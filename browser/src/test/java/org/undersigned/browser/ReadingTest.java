package org.undersigned.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers meet, in their language, on their screen, and when something fails. */
@NeedsChromium
@Tag("long")
class ReadingTest {
    private final Site site = Site.get();

    @ParameterizedTest
    @CsvSource({
        "fr-CA, fr, ltr, fr, Signer, Pour des rivières libres",
        "zh-HK, zh-Hant, ltr, zh-Hant, 簽署, 還河流自由",
        "ar-EG, ar, rtl, ar, التوقيع, لتبقَ أنهارنا حرة",
        "de-AT, de, ltr, en, Unterschreiben, Keep our rivers free",
        "pt-BR, en, ltr, en, Sign, Keep our rivers free"
    })
    void thePageSpeaksTheBrowsersLanguage(
            String locale, String language, String direction, String text, String sign, String title) {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(phone().setLocale(locale), rivers)) {
            visitor.opens("/");
            Page page = visitor.page();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo(direction);
            assertThat(page.locator("#sign-heading").innerText()).isEqualTo(sign);
            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            assertThat(page.locator(".text").getAttribute("lang")).isEqualTo(text);
            assertThat(page.title()).isEqualTo(title);
            page.locator("[type=radio]").nth(1).check();
            visitor.findsItFitting().findsItAccessible();
        }
    }

    @Test
    void aLanguageOfTheAddressGoesBeforeTheBrowsers() {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(phone().setLocale("en"), rivers)) {
            visitor.opens("/?language=fr-BE");
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("fr");
            assertThat(visitor.page().locator(".languages [aria-current]").innerText())
                    .isEqualTo("français");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 640, 1280})
    void nothingScrollsSideways(int width) {
        try (var visitor = site.visitor(new Browser.NewContextOptions().setViewportSize(width, 700), Site.SAMPLE)) {
            visitor.opens("/").chooses("Parliamentarians").presses("Sign").findsItFitting();
        }
    }

    @Test
    void textOfTwiceTheSizeFitsAPhone() {
        try (var visitor = site.visitor(phone(), Site.SAMPLE)) {
            visitor.opens("/").chooses("Civil society organisations");
            visitor.page().evaluate("document.documentElement.style.fontSize = '200%'");
            visitor.findsItFitting();
        }
    }

    /** A browser at 200 % has half the points in its window, each of two by two pixels. */
    @Test
    void aPageZoomedToTwiceTheSizeWithLargerTextFits() {
        var zoomed = new Browser.NewContextOptions().setViewportSize(640, 400).setDeviceScaleFactor(2);
        try (var visitor = site.visitor(zoomed.setLocale("en"), Site.SAMPLE)) {
            visitor.opens("/").findsItFitting();
            visitor.page().evaluate("document.documentElement.style.fontSize = '200%'");
            visitor.findsItFitting();
            for (String category : List.of("Civil society organisations", "Parliamentarians"))
                visitor.chooses(category).presses("Sign").findsItFitting();
            visitor.page().locator(".find input").fill("burton");
            visitor.sees("1 name found").findsItFitting().findsItAccessible();
        }
    }

    @Test
    void darkColoursForcedColoursAndLessMotionPassToo() {
        var options = phone().setColorScheme(ColorScheme.DARK);
        try (var visitor = site.visitor(options, Site.SAMPLE)) {
            visitor.opens("/").chooses("Community leaders").presses("Sign").findsItAccessible();
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            visitor.findsItAccessible();
        }
    }

    @Test
    void withoutScriptReadersAreToldWhy() {
        try (var visitor = site.visitor(phone().setJavaScriptEnabled(false), Site.SAMPLE)) {
            visitor.follows(site.url() + "/");
            assertThat(visitor.page().locator("#page").innerText()).contains("JavaScript");
        }
    }

    @Test
    void aPageThatCouldNotBeLoadedIsLoadedByItsButton() {
        try (var visitor = site.visitor()) {
            visitor.context().route("**/statements/**", Route::abort);
            visitor.follows(site.url() + "/")
                    .sees("The server cannot be reached")
                    .findsItAccessible();
            visitor.context().unrouteAll();
            visitor.presses("Try again").page().locator("h1").waitFor();
        }
    }

    @Test
    void whileTheNamesAreSlowTheTextIsReadAndTheFormFilled() {
        var held = new ArrayList<Route>();
        try (var visitor = site.visitor()) {
            visitor.context().route("**/signatories?*", held::add);
            visitor.opens("/").sees("The signatories ask the Government of Canada");
            visitor.chooses("Community leaders").fills("name", "Ada Lovelace");
            visitor.page().waitForCondition(() -> held.size() == 3);
            assertThat(visitor.page().locator(".names li").count()).isZero();
            visitor.findsItAccessible().context().unrouteAll();
            held.forEach(Route::resume);
            visitor.page().locator(".names li").nth(100).waitFor();
            assertThat(visitor.field("name").inputValue()).isEqualTo("Ada Lovelace");
            assertThat(visitor.page().evaluate("document.activeElement.name")).isEqualTo("name");
        }
    }

    @Test
    void aListThatFailedIsReadAgainByItsButton() {
        try (var visitor = site.visitor()) {
            visitor.context().route("**/signatories?*", Route::abort);
            visitor.opens("/").sees("The server cannot be reached").findsItAccessible();
            visitor.context().unrouteAll();
            visitor.button("Try again").first().click();
            visitor.page().locator(".names li").first().waitFor();
        }
    }

    @Test
    void whoGoesOfflineGoesOnReadingAndSearchingAndKeepsWhatTheyTyped() {
        try (var visitor = site.visitor()) {
            visitor.opens("/").page().locator(".names li").nth(100).waitFor();
            visitor.context().setOffline(true);
            visitor.page().locator(".find input").fill("charles burton");
            visitor.sees("1 name found");
            visitor.page().locator("footer summary").click();
            Locator email = visitor.page().locator("footer input[name=email]");
            email.fill("ada@example.org");
            visitor.presses("Send me that email").sees("The server cannot be reached");
            visitor.findsItAccessible();
            assertThat(email.inputValue()).isEqualTo("ada@example.org");
            visitor.context().setOffline(false);
            visitor.presses("Send me that email").sees("an email is on its way there");
        }
    }

    @Test
    void anUnknownStatementIsSaid() {
        try (var visitor = site.visitor(phone(), "no-such-letter")) {
            visitor.follows(site.url() + "/")
                    .sees("There is no such statement.")
                    .findsItAccessible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Charles Burton", "burton charles", "Burton, Ch", "charles"})
    void oneFindsOneselfAsOneWritesOneself(String typed) {
        try (var visitor = site.visitor()) {
            visitor.opens("/");
            Locator names = visitor.page().locator(".names li .name");
            visitor.page().locator(".find input").fill(typed);
            visitor.page().locator(".find [role=status]").getByText("found").waitFor();
            assertThat(names.allInnerTexts()).anyMatch(name -> name.endsWith("Charles Burton"));
        }
    }

    @Test
    void nobodyFoundIsSaidAndSearchingCanBeUndone() {
        try (var visitor = site.visitor()) {
            visitor.opens("/");
            Locator names = visitor.page().locator(".names li");
            visitor.page().locator(".find input").fill("Nemo Nobody");
            visitor.sees("Nobody found for").findsItAccessible();
            visitor.page().locator(".find input").fill("");
            names.nth(100).waitFor();
            assertThat(names.count()).isGreaterThanOrEqualTo(117);
        }
    }

    @Test
    void aLongListIsReachedByLettersByMoreAndByWordsInAnyOrder() {
        String rivers = site.define(Rivers.inState("open"));
        Stream<String> many =
                IntStream.rangeClosed(1, 600).mapToObj(i -> "people,Anna Test%s,,,,2026-05-01".formatted(letters(i)));
        site.publish(
                rivers,
                Stream.concat(many, Stream.of("people,Maria Zorn,,,,2026-06-01"))
                        .toList());
        try (var visitor = site.visitor(desktop(), rivers)) {
            visitor.opens("/").sees("100 of 601");
            Page page = visitor.page();
            Locator names = page.locator(".names li");
            page.evaluate("window.first = document.querySelectorAll('.names li')[98]");
            Locator more = page.locator(".category > .plain:visible");
            more.scrollIntoViewIfNeeded();
            double before = top(page);
            more.click();
            visitor.sees("200 of 601");
            assertThat(top(page)).isCloseTo(before, within(2.0));

            page.getByRole(AriaRole.BUTTON, exact("Z")).first().click();
            page.getByText("Maria Zorn").waitFor();
            assertThat(names.allInnerTexts()).containsExactly("Maria Zorn");

            page.locator(".find input").fill("zorn maria");
            visitor.sees("1 name found");
            assertThat(names.allInnerTexts()).containsExactly("Maria Zorn");
            visitor.findsItAccessible();
        }
    }

    @Test
    void listsThatNobodyAnswersForFifteenSecondsAreSaidToBeSlowAndAskedForAgain() {
        try (var visitor = site.visitor()) {
            List<Route> held = new ArrayList<>();
            visitor.page().clock().install();
            visitor.context().route("**/signatories?*", held::add);
            Page page = visitor.opens("/").page();
            page.waitForCondition(() -> held.size() == 3);
            page.clock().fastForward(15_000);
            visitor.sees("The server takes too long").findsItAccessible();
            assertThat(page.locator(".category .quiet button").count()).isEqualTo(3);
            visitor.context().unroute("**/signatories?*");
            page.locator(".category .quiet button").first().click();
            page.locator(".names li").first().waitFor();
        }
    }

    @Test
    void aClosedStatementSaysSoWhereOneWouldPressAndInvitesNobody() {
        try (var visitor = site.visitor(desktop(), site.define(Rivers.inState("closed")))) {
            Page page = visitor.opens("/").sees("Nobody yet.").page();
            assertThat(page.locator(".letter aside .button").count()).isZero();
            assertThat(page.locator(".letter aside").innerText()).contains("This statement is closed.");
            assertThat(page.locator("#signatories").innerText()).doesNotContain("Be the first");
            visitor.findsItAccessible();
        }
    }

    @Test
    void allNamesArePrintedAndNothingElseThanTheStatement() {
        String rivers = site.define(Rivers.inState("open"));
        site.publish(
                rivers,
                IntStream.rangeClosed(1, 130)
                        .mapToObj(i -> "people,Anna Test%s,,,,2026-05-01".formatted(letters(i)))
                        .toList());
        try (var visitor = site.visitor(desktop(), rivers)) {
            visitor.opens("/").sees("100 of 130");
            visitor.page()
                    .evaluate("window.print = () => window.printed = document.querySelectorAll('.names li').length");
            visitor.presses("Print with all names");
            visitor.page()
                    .waitForCondition(() -> Boolean.TRUE.equals(visitor.page().evaluate("window.printed === 130")));
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visitor.page().locator("h1").isVisible()).isTrue();
            for (String hidden : List.of("#sign", "footer", ".find", ".letter aside", ".languages"))
                assertThat(visitor.page().locator(hidden).first().isVisible())
                        .as(hidden)
                        .isFalse();
        }
    }

    /** The statement's text is the organiser's; what the API renders to is not trusted all the same. */
    @Test
    void ofTheTextsHtmlOnlyWhatIsKnownIsRebuilt() {
        String html = "<h1>Why</h1><p>All <strong>plans</strong> <a href='https://example.org/'>here</a> "
                + "<a href='javascript:alert(1)'>not</a></p><img src=x><iframe src='https://evil.example'></iframe>"
                + "<form action='https://evil.example'><b>bold</b></form><ul><li onclick='alert(1)'>one</li></ul>";
        try (var visitor = site.visitor()) {
            visitor.answering("**/statements/*?*", Map.of("textHtml", html));
            visitor.opens("/");
            Locator text = visitor.page().locator(".text");
            assertThat(text.locator("h2").innerText()).isEqualTo("Why");
            assertThat(text.locator("a").count()).isEqualTo(1);
            assertThat(text.locator("img, iframe, form, b, [onclick]").count()).isZero();
            assertThat(text.innerText()).contains("plans", "not", "bold", "one");
        }
    }

    @Test
    void whoAsksHowFarItIsAndHowItGrewAreShown() {
        String rivers = site.define(Rivers.inState("open"));
        try (var visitor = site.visitor(desktop(), rivers)) {
            visitor.answering(
                    "**/statements/*?*",
                    Map.of(
                            "organiser",
                            Map.of("name", "Friends of the River", "url", "https://river.example.org/"),
                            "privacy",
                            "https://river.example.org/privacy",
                            "shortTitle",
                            "Rivers",
                            "total",
                            1500,
                            "goal",
                            2000));
            visitor.context()
                    .route(
                            "**/timeline",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody("""
                                        {"statement": "rivers", "next": null, "days": [
                                          {"day": "2026-11-03", "total": 1000, "categories": {"people": 1000}},
                                          {"day": "2026-11-01", "total": 500, "categories": {"people": 500}}]}\
                                        """)));
            visitor.opens("/").sees("Published by Friends of the River").sees("500 more to reach 2,000");
            visitor.chooses("Individuals").sees("Friends of the River is responsible for these data.");
            Page page = visitor.page();
            assertThat(page.title()).isEqualTo("Rivers");
            assertThat(page.locator("progress").getAttribute("value")).isEqualTo("1500");
            page.locator(".timeline summary").click();
            assertThat(page.locator(".timeline tbody tr").allInnerTexts())
                    .containsExactly("November 3, 2026\t1,000\t1,500", "November 1, 2026\t500\t500");
            visitor.findsItAccessible();
        }
    }

    @Test
    void thePageIsLightAndStaysInPlaceWhileItLoads() {
        try (var visitor = site.visitor()) {
            visitor.opens("/").page().locator(".names li").nth(100).waitFor();
            Page page = visitor.page();
            int bytes = (int) page.evaluate(
                    "performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize ?? 0), 0)");
            assertThat(bytes).isBetween(10_000, 60_000);
            double shift = ((Number) page.evaluate("""
                () => new Promise((done) => {
                  let sum = 0;
                  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value)))
                    .observe({ type: "layout-shift", buffered: true });
                  setTimeout(() => done(sum), 500);
                })\
                """)).doubleValue();
            assertThat(shift).isLessThanOrEqualTo(0.03);
        }
    }

    private static double top(Page page) {
        return ((Number) page.evaluate("window.first.getBoundingClientRect().top + scrollY")).doubleValue();
    }

    private static Page.GetByRoleOptions exact(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A number as letters, because names with digits sort otherwise. */
    private static String letters(int number) {
        return "" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("en");
    }

    private static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en");
    }
}
