package org.undersigned.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {
    private static final StatementText TEXT = new StatementText("<h2>要求</h2>\n<p>我們要求。</p>\n", "zh-Hant", false);

    @ParameterizedTest
    @EnumSource
    void everyPageIsWellFormedAndSaysItsLanguage(Language language) {
        pages(language, Samples.person()).forEach((name, html) -> {
            var parser = Parser.htmlParser().setTrackErrors(10);
            var page = parser.parseInput(html, "");
            assertThat(parser.getErrors()).as(name).isEmpty();
            assertThat(html).startsWith("<!doctype html>\n");
            assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
            assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
            assertThat(page.title()).isNotBlank().isEqualTo(page.select("h1").text());
            assertThat(page.select("main > h1")).hasSize(1);
            assertThat(page.select("meta[name=viewport]")).hasSize(1);
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
            assertThat(page.select("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
        });
    }

    @ParameterizedTest
    @EnumSource
    void noPageLoadsOrRunsAnything(Language language) {
        pages(language, Samples.person()).forEach((name, html) -> {
            var page = Jsoup.parse(html);
            assertThat(page.select("script, img, link, iframe, object, embed, [src], [style]"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyQuestionsHaveButtonsAndEachPostsItsField(Language language) {
        pages(language, Samples.person())
                .forEach((name, html) -> assertThat(forms(page(html)))
                        .as(name)
                        .isEqualTo(
                                switch (name) {
                                    case "confirmation" -> List.of("request=R1 confirm=true");
                                    case "confirmation, with others" ->
                                        List.of(
                                                "request=R1 confirm=true",
                                                "request=R2 confirm=true",
                                                "request=\"><R3' confirm=true");
                                    case "withdrawal" -> List.of("withdraw=true");
                                    case "withdrawn" -> List.of("restore=true");
                                    case "own: PUBLISHED", "own: IN_REVIEW", "own, edited" ->
                                        List.of("version=3 name=Jane Doe honorific=Dr. affiliation=University of"
                                                + " Nowhere listed=false listed=true edit=true");
                                    case "refusal", "refusal of nothing" -> List.of("silence=true refuse=true");
                                    case "refusal, silenced" -> List.of("refuse=true", "lift=true");
                                    case "refusal of nothing, silenced", "refused, silenced" -> List.of("lift=true");
                                    default -> List.of();
                                }));
    }

    @ParameterizedTest
    @EnumSource
    void everyFormPostsToItsOwnAddressAndHasOneButton(Language language) {
        pages(language, Samples.person())
                .forEach((name, html) -> assertThat(page(html).select("form")).allSatisfy(form -> {
                    assertThat(form.attr("method")).isEqualTo("post");
                    assertThat(form.hasAttr("action")).isFalse();
                    assertThat(form.select("button")).hasSize(1);
                    assertThat(form.select("> button[type=submit][value=true]")).hasSize(1);
                    assertThat(form.select("button").text()).isNotBlank();
                }));
    }

    @Test
    void thePolicyAllowsExactlyTheStyleThatIsInThePage() throws Exception {
        var style = page(Pages.unknownLink(Language.EN)).select("style").first().data();
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        assertThat(Pages.contentSecurityPolicy())
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void aPersonSeesAllThatIsAboutToBeSigned() {
        var page = page(confirmation(Language.EN, Samples.person()));
        assertThat(facts(page))
                .containsExactly(
                        Map.entry("Statement", "A Safe Harbour"),
                        Map.entry("Category", "Community leaders"),
                        Map.entry("Name", "Dr. Jane Doe"),
                        Map.entry("Affiliation", "University of Nowhere"),
                        Map.entry("Public list", "List by name"));
        assertThat(page.select("button").text()).isEqualTo("Sign as Jane Doe");
        assertThat(page.select("a").attr("href")).isEqualTo(Samples.PAGE);
    }

    @Test
    void anOrganisationSeesItsContactAndThatItIsNotListed() {
        var page = page(confirmation(Language.EN, Samples.organisation()));
        assertThat(facts(page))
                .containsExactly(
                        Map.entry("Statement", "A Safe Harbour"),
                        Map.entry("Category", "Civil society"),
                        Map.entry("Organisation", "Canada Tibet Committee"),
                        Map.entry("Contact (not published)", "Jane Doe, secretary"),
                        Map.entry("Public list", "Do not list, only count"));
        assertThat(page.select("button").text()).isEqualTo("Sign for Canada Tibet Committee");
        assertThat(page.select("a")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void markupInANameIsShownAndNotRun(Language language) {
        var name = "<script>alert(1)</script>\"'&amp; O’Brien";
        pages(language, Samples.titled("<b>\"Title\"</b>", name, true)).forEach((what, html) -> {
            assertThat(html).as(what).doesNotContain("<script", "<b>", "O'Brien");
            assertThat(Jsoup.parse(html).select("script, b")).isEmpty();
        });
        var page = page(confirmation(language, Samples.titled("Title", name, false)));
        assertThat(page.select("dd").eachText()).contains(name);
        assertThat(page.select("button").text()).contains(name);
    }

    @Test
    void onlyAWebAddressBecomesALink() {
        var evil = new Signing(
                "Title",
                "Category",
                "Name",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                new About(Optional.empty(), Optional.of("javascript:alert(1)"), Optional.empty(), false));
        assertThat(page(confirmation(Language.EN, evil)).select("a")).isEmpty();
    }

    @Test
    void aChinesePageIsChineseThroughout() {
        for (boolean organisation : new boolean[] {false, true}) {
            for (boolean listed : new boolean[] {false, true}) {
                pages(Language.ZH_HANT, Samples.chinese(organisation, listed))
                        .forEach((name, html) ->
                                assertThat(Jsoup.parse(html).text()).as(name).doesNotContainPattern("[A-Za-z]"));
            }
        }
    }

    @Test
    void otherRequestsAreShownInTheirOrderEachWithItsOwnWords() {
        var page = page(Pages.confirmation(
                Language.EN,
                Samples.person(),
                "R1",
                Optional.empty(),
                List.of(
                        new OpenRequest("R2", Samples.organisation(), Optional.empty()),
                        new OpenRequest(
                                "R3", Samples.titled("A Safe Harbour", "Somebody Else", false), Optional.empty()))));
        assertThat(page.select("h2").eachText()).containsExactly("Other requests made with this email address");
        assertThat(page.select("h2 + p").text()).contains("Nothing is signed unless you press its button");
        assertThat(page.select("button").eachText())
                .containsExactly("Sign as Jane Doe", "Sign for Canada Tibet Committee", "Sign as Somebody Else");
        assertThat(page.select("h2 ~ dl dd").eachText())
                .containsSubsequence("Canada Tibet Committee", "Jane Doe, secretary", "Somebody Else");
        assertThat(page.select("main > *").eachText())
                .containsSubsequence("Sign as Jane Doe", "Other requests made with this email address");
    }

    @ParameterizedTest
    @EnumSource
    void theTextOfTheStatementUnfoldsBeforeTheButton(Language language) {
        var page = page(Pages.confirmation(
                language,
                Samples.person(),
                "R1",
                Optional.of(TEXT),
                List.of(
                        new OpenRequest("R2", Samples.person(), Optional.empty()),
                        new OpenRequest(
                                "R3", Samples.person(), Optional.of(new StatementText("<p>نحن</p>\n", "ar", true))))));
        assertThat(page.select("details")).hasSize(2);
        assertThat(page.select("dl + details[lang=zh-Hant][dir=ltr]:not([open]) + form input")
                        .attr("value"))
                .isEqualTo("R1");
        assertThat(page.select("details h2").text()).isEqualTo("要求");
        assertThat(page.select("summary").eachText())
                .containsOnly(language.messages().readText());
        assertThat(page.select("details[lang=ar][dir=rtl] + form input").attr("value"))
                .isEqualTo("R3");
    }

    @ParameterizedTest
    @EnumSource
    void everyPageSaysWhoIsBehindTheStatement(Language language) {
        var messages = language.messages();
        var organised = Samples.organised(false);
        assertThat(List.of(
                        confirmation(language, organised),
                        Pages.confirmed(language, organised, false, Optional.empty()),
                        Pages.alreadySigned(language, organised, Standing.PUBLISHED),
                        Pages.withdrawal(language, organised, Duration.ofHours(24)),
                        Pages.withdrawn(language, organised, Duration.ofHours(24)),
                        Pages.refusal(language, Optional.of(organised), 1, false),
                        Pages.gone(language, Gone.EXPIRED, Optional.of(organised.about()))))
                .allSatisfy(html -> {
                    assertThat(page(html).select("main > .note").text())
                            .contains("River Club", messages.organiser(), messages.privacyNotice());
                    assertThat(page(html).select("a").eachAttr("href"))
                            .containsExactly(Samples.PAGE, "mailto:us@rivers.example", Samples.HOME, Samples.PRIVACY);
                });
    }

    @Test
    void whoHasConfirmedIsLedToThePageWithAFragmentThatTellsIt() {
        var organised = Samples.organised(false);
        assertThat(page(Pages.confirmed(Language.EN, organised, false, Optional.of("confirmed=rivers,121")))
                        .select("a")
                        .eachAttr("href"))
                .contains(Samples.PAGE.replaceFirst("#.*", "") + "#confirmed=rivers,121");
    }

    @Test
    void anAddressIsALinkWhateverIsInIt() {
        assertThat(new Organiser("Us", "a?b&c%d#e@rivers.example", Optional.of("javascript:x")))
                .satisfies(organiser -> {
                    assertThat(organiser.mailto()).isEqualTo("mailto:a%3Fb%26c%25d%23e@rivers.example");
                    assertThat(organiser.url()).isEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidOfOtherRequestsWhereThereAreNone(Language language) {
        assertThat(page(confirmation(language, Samples.person())).select("h2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNameFromRightToLeftStaysInItsPlaceOnTheButton(Language language) {
        for (boolean organisation : new boolean[] {false, true}) {
            var signing = Samples.titled("Title", "محمد <b>\u202e\u2069", organisation);
            var page = page(confirmation(language, signing));
            assertThat(page.select("button > bdi").eachText()).containsExactly("محمد <b>");
            assertThat(page.select("dd > bdi").eachText()).contains("محمد <b>");
            assertThat(page.html()).doesNotContainPattern("[\u202a-\u202e\u2066-\u2069]");
            page.select("bdi").remove();
            assertThat(page.wholeText()).doesNotContain("محمد");
        }
    }

    @Test
    void whoHasSignedAlreadySeesAsWhoWhereItStandsAndHowToChangeIt() {
        for (var language : Language.values()) {
            for (var standing : Standing.values()) {
                var page = page(Pages.alreadySigned(language, Samples.person(), standing));
                assertThat(page.wholeText())
                        .contains(
                                "Dr. Jane Doe",
                                language.messages().standing(standing),
                                language.messages().howToChange());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalShowsTheNewestRequestAndWhetherTheAddressIsSilenced(Language language) {
        var messages = language.messages();
        var refusal = page(Pages.refusal(language, Optional.of(Samples.person()), 3, false));
        assertThat(facts(refusal)).containsValue("Dr. Jane Doe");
        assertThat(refusal.wholeText())
                .contains("3", messages.whatRefusingDoes())
                .doesNotContain(messages.silenced());
        assertThat(refusal.select("label > input[type=checkbox]:not([checked]) + span")
                        .text())
                .isEqualTo(messages.silence());
        var silenced = page(Pages.refusal(language, Optional.empty(), 0, true));
        assertThat(silenced.wholeText())
                .contains(messages.silenced(), messages.openRequests(0))
                .doesNotContain(messages.silence());
        assertThat(silenced.select("button").text()).isEqualTo(messages.lift());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonWhyALinkIsGoneHasItsOwnPageThatSaysMoreThanWhy(Language language) {
        var pages = Stream.of(Gone.values())
                .map(reason -> page(Pages.gone(language, reason, Optional.empty())))
                .toList();
        assertThat(pages).extracting(Document::title).doesNotHaveDuplicates();
        assertThat(pages).allSatisfy(page -> assertThat(page.select("p")).hasSize(2));
    }

    @Test
    void aFailureShowsItsRequestNumber() {
        var page = page(Pages.failed(Language.FR, "7f3a-<1>"));
        assertThat(page.select("dd").text()).isEqualTo("7f3a-<1>");
    }

    private static String confirmation(Language language, Signing signing) {
        return Pages.confirmation(language, signing, "R1", Optional.empty(), List.of());
    }

    /** What each form of the page would post with every box ticked. */
    private static List<String> forms(Document page) {
        return page.select("form").stream()
                .map(form -> form.select("[name]").stream()
                        .map(field -> field.attr("name") + "=" + field.attr("value"))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Document page(String html) {
        return Jsoup.parse(html);
    }

    private static Map<String, String> facts(Document page) {
        var facts = new LinkedHashMap<String, String>();
        for (var term : page.select("dl > dt")) {
            facts.put(term.text(), term.nextElementSibling().text());
        }
        return facts;
    }

    private static OwnSignature own(Signing signing, Standing standing, Optional<Signing> edit) {
        return new OwnSignature(
                signing,
                standing,
                Optional.of(Rejection.OFFENSIVE),
                edit,
                standing != Standing.REJECTED,
                true,
                3,
                "https://api.example.org/withdrawals/k1.w");
    }

    private static Map<String, String> pages(Language language, Signing signing) {
        var pages = new LinkedHashMap<String, String>();
        var others = List.of(
                new OpenRequest("R2", signing, Optional.empty()),
                new OpenRequest("\"><R3'", signing, Optional.empty()));
        pages.put("confirmation", confirmation(language, signing));
        pages.put("confirmation, with others", Pages.confirmation(language, signing, "R1", Optional.of(TEXT), others));
        pages.put("confirmed", Pages.confirmed(language, signing, false, Optional.empty()));
        pages.put("confirmed, in review", Pages.confirmed(language, signing, true, Optional.empty()));
        for (var standing : Standing.values()) {
            pages.put("signed already: " + standing, Pages.alreadySigned(language, signing, standing));
        }
        pages.put("press the button", Pages.pressTheButton(language));
        pages.put("withdrawal", Pages.withdrawal(language, signing, Duration.ofHours(24)));
        pages.put("withdrawn", Pages.withdrawn(language, signing, Duration.ofMinutes(59)));
        for (var standing : Standing.values()) {
            pages.put("restored: " + standing, Pages.restored(language, signing, standing));
        }
        pages.put("refusal", Pages.refusal(language, Optional.of(signing), 2, false));
        pages.put("refusal, silenced", Pages.refusal(language, Optional.of(signing), 1, true));
        pages.put("refusal of nothing", Pages.refusal(language, Optional.empty(), 0, false));
        pages.put("refusal of nothing, silenced", Pages.refusal(language, Optional.empty(), 0, true));
        pages.put("refused", Pages.refused(language, false));
        pages.put("refused, silenced", Pages.refused(language, true));
        pages.put("lifted", Pages.lifted(language));
        for (var standing : Standing.values()) {
            pages.put("own: " + standing, Pages.own(language, own(signing, standing, Optional.empty()), Set.of()));
        }
        pages.put(
                "own, edited",
                Pages.own(language, own(signing, Standing.PUBLISHED, Optional.of(signing)), Set.of("name")));
        pages.put(
                "own, withdrawn",
                Pages.ownWithdrawn(language, signing.about(), "https://api.example.org/withdrawals/k1.w"));
        for (var reason : Gone.values()) {
            pages.put("gone: " + reason, Pages.gone(language, reason, Optional.empty()));
        }
        pages.put("unknown link", Pages.unknownLink(language));
        pages.put("failed", Pages.failed(language, "123-456"));
        return pages;
    }
}
