package org.undersigned.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailsTest {
    private static final String CONFIRM = "https://api.example/v1/confirmations/" + "aB3_-".repeat(40);
    private static final String WITHDRAW = "https://api.example/v1/withdrawals/" + "Zx9_-".repeat(40);
    private static final Instant UNTIL = Instant.parse("2026-11-30T23:30:00Z");

    @Test
    void aConfirmationMailSaysWhatToDoAndWhatHappensOtherwise() {
        var mail = Mails.confirmation(Language.ENGLISH, Samples.person(), CONFIRM, WITHDRAW, UNTIL);
        assertThat(mail.subject()).isEqualTo("Please confirm your signature: A Safe Harbour");
        assertThat(mail.text()).isEqualTo("""
            Hello,

            Thank you for signing “A Safe Harbour”. One step is left: please confirm that it was you.

            Statement: A Safe Harbour
            Category: Community leaders
            Name: Dr. Jane Doe
            Affiliation: University of Nowhere
            Public list: Listed by name

            Open this page and press the button there:
            %s

            The link is valid until 30 November 2026. If you do nothing, the signature does not count and is \
            deleted after that date. We will not write again unless somebody signs again with this address.

            Your email address is never published.

            Was it not you? Then do nothing, or withdraw the signature at once here:
            %s

            The statement:
            %s
            """.formatted(CONFIRM, WITHDRAW, Samples.PAGE));
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkIsALineOfItsOwn(Language language) {
        var confirmation = Mails.confirmation(language, Samples.person(), CONFIRM, WITHDRAW, UNTIL);
        assertThat(confirmation.text().lines()).containsOnlyOnce(CONFIRM, WITHDRAW, Samples.PAGE);
        assertThat(confirmation.text().split("https://", -1)).hasSize(4);
        for (var standing : Standing.values()) {
            var text = Mails.alreadySigned(language, Samples.person(), standing, WITHDRAW)
                    .text();
            assertThat(text.lines()).containsOnlyOnce(WITHDRAW);
            assertThat(text).doesNotContain("\n\n\n", "\r");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHtmlIsWellFormedAndShowsEveryAddress(Language language) {
        for (var mail : mails(language, Samples.person())) {
            var parser = Parser.htmlParser().setTrackErrors(10);
            var html = parser.parseInput(mail.html(), "");
            assertThat(parser.getErrors()).isEmpty();
            assertThat(html.select("html").attr("lang")).isEqualTo(language.tag());
            assertThat(html.expectFirst("title").wholeText()).isEqualTo(mail.subject());
            assertThat(html.select("script, img, link, table, [src]")).isEmpty();
            assertThat(html.select("a").eachAttr("href"))
                    .allSatisfy(
                            address -> assertThat(html.select("a").eachText()).contains(address));
        }
        var confirmation =
                Jsoup.parse(mails(language, Samples.person()).getFirst().html());
        assertThat(confirmation.select("a").eachAttr("href")).containsExactly(CONFIRM, CONFIRM, WITHDRAW, Samples.PAGE);
    }

    @ParameterizedTest
    @EnumSource
    void markupIsEscapedInHtmlAndLeftAloneInText(Language language) {
        var name = "<script>\"O'Brien\" & Co</script>";
        for (var mail : mails(language, Samples.titled("<b>Title</b>", name))) {
            assertThat(mail.text()).contains(name, "<b>Title</b>");
            assertThat(mail.subject()).contains("<b>Title</b>");
            assertThat(mail.html())
                    .contains("&lt;script&gt;&quot;O&#39;Brien&quot; &amp; Co&lt;/script&gt;")
                    .doesNotContain("<script", "<b>");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noLineBreakInATitleOrNameLeavesItsLine(Language language) {
        var title = "Title\r\nBcc: everybody@example.org\u0000\u0085\u2028\t";
        for (var organisation : new boolean[] {false, true}) {
            var signing = new Signing(
                    title,
                    "Category",
                    "Name\r\n\r\nBuy this",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    organisation,
                    true,
                    Optional.empty());
            for (var mail : mails(language, signing)) {
                assertThat(mail.subject().chars())
                        .noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
                assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("Buy"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void signedAlreadySaysWhereTheSignatureStands(Language language) {
        var words = language.words();
        assertThat(already(language, Standing.PUBLISHED).text()).contains(words.isPublished());
        assertThat(already(language, Standing.IN_REVIEW).text()).contains(words.isInReview());
        assertThat(already(language, Standing.REJECTED).text()).contains(words.isRejected());
    }

    @Test
    void aRejectionMailSaysWhyWhatIsKeptAndWhomToAsk() {
        var mail = Mails.rejected(Language.ENGLISH, Samples.person(), Rejection.FORGED, WITHDRAW);
        assertThat(mail.subject()).isEqualTo("Your signature was not accepted: A Safe Harbour");
        assertThat(mail.text()).isEqualTo("""
            Hello,

            The organisers of “A Safe Harbour” looked at your signature and did not accept it. It is neither counted \
            nor listed.

            Their reason: they believe that somebody else signed in this name.

            Statement: A Safe Harbour
            Category: Community leaders
            Name: Dr. Jane Doe
            Affiliation: University of Nowhere
            Public list: Listed by name

            The signature is kept with your email address, so that nobody has to look at it again, and nothing of it \
            is published. If you withdraw it, all of it is erased some time later.

            To withdraw the signature, open this page:
            %s

            Is this a mistake? Then please ask the organisers on the page of the statement:
            %s
            """.formatted(WITHDRAW, Samples.PAGE));
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionMailSaysItsReasonAndNoOther(Language language) {
        var words = language.words();
        for (var reason : Rejection.values()) {
            var text =
                    Mails.rejected(language, Samples.person(), reason, WITHDRAW).text();
            assertThat(Rejection.values())
                    .filteredOn(other -> text.contains(words.because(other)))
                    .containsExactly(reason);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whomToAskIsSaidWithoutAPageToo(Language language) {
        var words = language.words();
        var with = Mails.rejected(language, Samples.person(), Rejection.OTHER, WITHDRAW);
        assertThat(with.text()).contains(words.askOrganisersHere() + "\n" + Samples.PAGE);
        var without = Mails.rejected(language, Samples.organisation(), Rejection.OTHER, WITHDRAW);
        assertThat(without.text()).contains(words.askOrganisers()).doesNotContain(words.askOrganisersHere());
    }

    @Test
    void theLastDayIsThatOfUtcInTheReadersLanguage() {
        assertThat(confirmation(Language.ENGLISH).text()).contains("30 November 2026");
        assertThat(confirmation(Language.FRENCH).text()).contains("jusqu’au 30 novembre 2026");
        assertThat(confirmation(Language.TRADITIONAL_CHINESE).text()).contains("2026年11月30日");
    }

    private static Mail confirmation(Language language) {
        return Mails.confirmation(language, Samples.organisation(), CONFIRM, WITHDRAW, UNTIL);
    }

    private static Mail already(Language language, Standing standing) {
        return Mails.alreadySigned(language, Samples.person(), standing, WITHDRAW);
    }

    private static List<Mail> mails(Language language, Signing signing) {
        var mails = new ArrayList<Mail>();
        mails.add(Mails.confirmation(language, signing, CONFIRM, WITHDRAW, UNTIL));
        for (var standing : Standing.values()) {
            mails.add(Mails.alreadySigned(language, signing, standing, WITHDRAW));
        }
        for (var reason : Rejection.values()) {
            mails.add(Mails.rejected(language, signing, reason, WITHDRAW));
        }
        return mails;
    }
}
