package org.undersigned.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

    @ParameterizedTest
    @EnumSource
    void everyPageIsWellFormedAndSaysItsLanguage(Language language) {
        pages(language, Samples.person()).forEach((name, html) -> {
            var parser = Parser.htmlParser().setTrackErrors(10);
            var page = parser.parseInput(html, "");
            assertThat(parser.getErrors()).as(name).isEmpty();
            assertThat(html).startsWith("<!doctype html>\n");
            assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
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
    void onlyTheTwoQuestionsHaveAButton(Language language) {
        pages(language, Samples.person()).forEach((name, html) -> {
            var page = Jsoup.parse(html);
            boolean question = name.equals("confirmation") || name.equals("withdrawal");
            assertThat(page.select("form, button")).as(name).hasSize(question ? 2 : 0);
            assertThat(page.select("form")).allSatisfy(form -> {
                assertThat(form.attr("method")).isEqualTo("post");
                assertThat(form.hasAttr("action")).isFalse();
                assertThat(form.select("> button[type=submit]")).hasSize(1);
            });
        });
    }

    @Test
    void thePolicyAllowsExactlyTheStyleThatIsInThePage() throws Exception {
        var style = page(Pages.unknownLink(Language.ENGLISH))
                .select("style")
                .first()
                .data();
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        assertThat(Pages.contentSecurityPolicy())
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void aPersonSeesAllThatIsAboutToBeSigned() {
        var page = page(Pages.confirmation(Language.ENGLISH, Samples.person()));
        assertThat(facts(page))
                .containsExactly(
                        Map.entry("Statement", "A Safe Harbour"),
                        Map.entry("Category", "Community leaders"),
                        Map.entry("Name", "Dr. Jane Doe"),
                        Map.entry("Affiliation", "University of Nowhere"),
                        Map.entry("Public list", "Listed by name"));
        assertThat(page.select("button").text()).isEqualTo("Sign as Jane Doe");
        assertThat(page.select("a").attr("href")).isEqualTo(Samples.PAGE);
    }

    @Test
    void anOrganisationSeesItsContactAndThatItIsNotListed() {
        var page = page(Pages.confirmation(Language.ENGLISH, Samples.organisation()));
        assertThat(facts(page))
                .containsExactly(
                        Map.entry("Statement", "A Safe Harbour"),
                        Map.entry("Category", "Civil society"),
                        Map.entry("Organisation", "Canada Tibet Committee"),
                        Map.entry("Contact (not published)", "Jane Doe, secretary"),
                        Map.entry("Public list", "Not listed, only counted"));
        assertThat(page.select("button").text()).isEqualTo("Sign for Canada Tibet Committee");
        assertThat(page.select("a")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void markupInANameIsShownAndNotRun(Language language) {
        var name = "<script>alert(1)</script>\"'&amp; O’Brien";
        pages(language, Samples.titled("<b>\"Title\"</b>", name)).forEach((what, html) -> {
            assertThat(html).as(what).doesNotContain("<script", "<b>", "O'Brien");
            assertThat(Jsoup.parse(html).select("script, b")).isEmpty();
        });
        var page = page(Pages.confirmation(language, Samples.titled("Title", name)));
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
                Optional.of("javascript:alert(1)"));
        assertThat(page(Pages.confirmation(Language.ENGLISH, evil)).select("a")).isEmpty();
    }

    @Test
    void aChinesePageIsChineseThroughout() {
        for (boolean organisation : new boolean[] {false, true}) {
            for (boolean listed : new boolean[] {false, true}) {
                pages(Language.TRADITIONAL_CHINESE, Samples.chinese(organisation, listed))
                        .forEach((name, html) ->
                                assertThat(Jsoup.parse(html).text()).as(name).doesNotContainPattern("[A-Za-z]"));
            }
        }
    }

    @Test
    void aFailureShowsItsRequestNumber() {
        var page = page(Pages.failed(Language.FRENCH, "7f3a-<1>"));
        assertThat(page.select("dd").text()).isEqualTo("7f3a-<1>");
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

    private static Map<String, String> pages(Language language, Signing signing) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("confirmation", Pages.confirmation(language, signing));
        pages.put("confirmed", Pages.confirmed(language, signing, false));
        pages.put("confirmed, in review", Pages.confirmed(language, signing, true));
        pages.put("withdrawal", Pages.withdrawal(language, signing));
        pages.put("withdrawn", Pages.withdrawn(language, Optional.of(signing)));
        pages.put("withdrawn and forgotten", Pages.withdrawn(language, Optional.empty()));
        for (var reason : Gone.values()) {
            pages.put("gone: " + reason, Pages.gone(language, reason));
        }
        pages.put("unknown link", Pages.unknownLink(language));
        pages.put("failed", Pages.failed(language, "123-456"));
        return pages;
    }
}
