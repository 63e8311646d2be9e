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

class EmailsTest {
    private static final String CONFIRM = "https://api.example/v1/confirmations/" + "aB3_-".repeat(40);
    private static final String REFUSE = "https://api.example/v1/refusals/" + "Qr7_-".repeat(40);
    private static final String EDIT = "https://api.example.org/signatures/k1.edit";
    private static final String WITHDRAW = "https://api.example/v1/withdrawals/" + "Zx9_-".repeat(40);
    private static final Instant SIGNED = Instant.parse("2026-11-02T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-30T23:30:00Z");

    @Test
    void aConfirmationTellsTheSignerAndTheBystanderWhatToDo() {
        var email = Emails.confirmation(Language.EN, Samples.person(), CONFIRM, REFUSE, UNTIL);
        assertThat(email.subject()).isEqualTo("Please confirm your signature: A Safe Harbour");
        assertThat(email.text()).isEqualTo("""
            Hello,

            Somebody, probably you, asked to sign “A Safe Harbour” with this email address. Nothing is signed yet.

            Statement: A Safe Harbour
            Category: Community leaders
            Name: Dr. Jane Doe
            Affiliation: University of Nowhere
            Public list: List by name

            Was it you? Then open this page, check what you sign, and press the button there:
            %s

            The link is valid until 30 November 2026. If you do nothing, nothing is signed, and the request is \
            deleted after that date.

            Your email address is never published.

            The statement:
            %s

            You get this email because somebody, perhaps you, entered this email address on the form of the statement.

            I did not ask for this, or want no more email
            %s
            """.formatted(CONFIRM, Samples.PAGE, REFUSE));
    }

    @Test
    void aReceiptSaysWhatWasSignedWhereItStandsAndHowToWithdraw() {
        var email = Emails.receipt(Language.EN, Samples.organisation(), true, EDIT, WITHDRAW);
        assertThat(email.subject()).isEqualTo("Your organisation’s signature is confirmed: A Safe Harbour");
        assertThat(email.text()).isEqualTo("""
            Hello,

            Thank you for signing “A Safe Harbour” for the organisation below. The signature is confirmed.

            The organisers of the statement will look at it before it counts. There is nothing more for you to do.

            Statement: A Safe Harbour
            Category: Civil society
            Organisation: Canada Tibet Committee
            Contact (not published): Jane Doe, secretary
            Public list: Do not list, only count

            Please keep this email. To see where the signature stands, or to change it at any time, open this page:
            %s

            To withdraw the signature, open this page:
            %s

            Your email address is never published.

            You get this email because the statement was signed with this email address.
            """.formatted(EDIT, WITHDRAW));
    }

    @Test
    void anApprovalSaysThatTheSignatureCounts() {
        var listed = Emails.approved(Language.EN, Samples.person(), EDIT, WITHDRAW);
        assertThat(listed.subject()).isEqualTo("Your signature is accepted: A Safe Harbour");
        assertThat(listed.text()).contains("accepted it.", "It counts, and it will be on the public list", WITHDRAW);
        var unlisted = Emails.approved(Language.EN, Samples.organisation(), EDIT, WITHDRAW);
        assertThat(unlisted.text()).contains("It counts and, as you wished, it is not on the public list.");
    }

    @Test
    void aRejectionSaysWhyWhatIsKeptAndWhomToAsk() {
        var email = Emails.rejected(Language.EN, Samples.person(), Rejection.FORGED, EDIT, WITHDRAW);
        assertThat(email.subject()).isEqualTo("Your signature was not accepted: A Safe Harbour");
        assertThat(email.text()).isEqualTo("""
            Hello,

            The organisers of “A Safe Harbour” looked at your signature and did not accept it. It is neither counted \
            nor listed.

            Their reason: they believe that somebody else signed in this name.

            The signature is kept with your email address, so that nobody has to look at it again, and nothing of it \
            is published. If you withdraw it, your name, your address and all that you entered are erased within a \
            few days.

            Statement: A Safe Harbour
            Category: Community leaders
            Name: Dr. Jane Doe
            Affiliation: University of Nowhere

            To see where the signature stands, open this page:
            %s

            To withdraw the signature, open this page:
            %s

            Is this a mistake? Then please ask the organisers on the page of the statement:
            %s

            You get this email because the statement was signed with this email address.
            """.formatted(EDIT, WITHDRAW, Samples.PAGE));
    }

    @Test
    void aStatusSaysWhereEachSignatureAndEachRequestStands() {
        var email = status(
                Language.EN,
                List.of(
                        new SignatureStatus(
                                Samples.organisation(),
                                SIGNED,
                                Standing.PUBLISHED,
                                Optional.empty(),
                                EDIT + "1",
                                WITHDRAW + "1"),
                        new SignatureStatus(
                                Samples.person(),
                                SIGNED,
                                Standing.REJECTED,
                                Optional.of(Rejection.DUPLICATE),
                                EDIT + "2",
                                WITHDRAW + "2")),
                List.of(new RequestStatus(Samples.titled("A Safe Harbour", "J. Doe", false), UNTIL, CONFIRM)));
        assertThat(email.subject()).isEqualTo("Where your signatures stand: A Safe Harbour");
        assertThat(email.text())
                .isEqualTo("""
                    Hello,

                    Somebody, probably you, asked where the signatures made with this email address under “A Safe Harbour” \
                    stand.

                    Your signatures

                    Category: Civil society
                    Organisation: Canada Tibet Committee
                    Contact (not published): Jane Doe, secretary
                    Public list: Do not list, only count
                    Signed on: 2 November 2026

                    The signature is confirmed and counts.

                    To see where the signature stands, or to change it, open this page:
                    %s1

                    To withdraw the signature, open this page:
                    %s1

                    Category: Community leaders
                    Name: Dr. Jane Doe
                    Affiliation: University of Nowhere
                    Signed on: 2 November 2026

                    The organisers of the statement looked at the signature and did not accept it. It does not count.

                    Their reason: the same signer has signed already.

                    To see where the signature stands, or to change it, open this page:
                    %s2

                    To withdraw the signature, open this page:
                    %s2

                    Not signed yet: requests waiting for confirmation

                    Category: Category
                    Name: J. Doe
                    Public list: List by name

                    To sign, open this page by 30 November 2026 and press the button there:
                    %s

                    The statement:
                    %s

                    You get this email because somebody, perhaps you, entered this email address on the page of the \
                    statement to ask for it.

                    I did not ask for this, or want no more email
                    %s
                    """.formatted(EDIT, WITHDRAW, EDIT, WITHDRAW, CONFIRM, Samples.PAGE, REFUSE));
    }

    @ParameterizedTest
    @EnumSource
    void aStatusOfNothingSaysSoWithoutHeadingsOrFacts(Language language) {
        var messages = language.messages();
        var email = status(language, List.of(), List.of());
        assertThat(email.text())
                .contains(messages.nothingSigned(), Samples.PAGE, REFUSE)
                .doesNotContain(messages.signaturesHeading(), messages.openRequestsHeading(), messages.category());
        assertThat(Jsoup.parse(email.html()).select("h2, ul")).isEmpty();
    }

    @Test
    void aStatusTakesOnlyAWebAddressAndATitleOfOneLine() {
        var email = Emails.status(
                Language.EN,
                "Title\r\nBcc: everybody@example.org",
                new About(Optional.empty(), Optional.of("javascript:alert(1)"), Optional.of("data:x"), false),
                List.of(),
                List.of(),
                REFUSE);
        assertThat(email.subject()).isEqualTo("Where your signatures stand: Title  Bcc: everybody@example.org");
        assertThat(email.html()).doesNotContain("javascript:", "data:");
    }

    @ParameterizedTest
    @EnumSource
    void everyEmailSaysAtItsFootWhoIsBehindTheStatement(Language language) {
        var messages = language.messages();
        for (var email : emails(language, Samples.organised(false))) {
            assertThat(email.organiser().map(Organiser::name)).contains("River Club");
            assertThat(Isolate.none(email.text()))
                    .contains("\n\n" + messages.organiser() + messages.colon() + "River Club\nus@rivers.example\n"
                            + Samples.HOME + "\n\n" + messages.privacyNotice() + messages.colon() + "\n"
                            + Samples.PRIVACY + "\n\n");
            var foot = Jsoup.parse(email.html()).select("hr ~ p");
            assertThat(foot.eachText().getFirst()).contains("River Club");
            assertThat(foot.select("a").eachAttr("href"))
                    .startsWith("mailto:us@rivers.example", Samples.HOME, Samples.PRIVACY);
        }
        assertThat(emails(language, Samples.person())).allSatisfy(email -> {
            assertThat(email.organiser()).isEmpty();
            assertThat(email.text())
                    .doesNotContain("\n" + messages.organiser() + messages.colon(), messages.privacyNotice());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNeutralSubjectDoesNotNameTheStatement(Language language) {
        for (var email : emails(language, Samples.organised(true))) {
            assertThat(email.subject()).isNotBlank().doesNotContain("A Safe Harbour", ":", "：", "《");
            assertThat(email.text()).contains("A Safe Harbour");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSubjectHoldsWhatASignerTypedAndEachBodyHoldsItOnce(Language language) {
        for (boolean organisation : new boolean[] {false, true}) {
            for (var email : emails(language, Samples.typed(organisation))) {
                var html = Jsoup.parse(email.html()).body().wholeText();
                assertThat(Samples.TYPED).allSatisfy(typed -> {
                    assertThat(email.subject()).doesNotContain(typed);
                    assertThat(email.text()).containsOnlyOnce(typed);
                    assertThat(html).containsOnlyOnce(typed);
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkIsALineOfItsOwn(Language language) {
        for (var email : emails(language, Samples.person())) {
            assertThat(email.text().lines().filter(line -> line.contains("https://")))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(line -> List.of(CONFIRM, REFUSE, EDIT, WITHDRAW, Samples.PAGE)
                            .contains(line));
            assertThat(email.text()).doesNotContain("\n\n\n", "\r");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEmailEndsWithWhyItComesAndStrangersRequestsCanBeRefused(Language language) {
        var messages = language.messages();
        var end = messages.refuseOrStopEmail() + "\n" + REFUSE + "\n";
        for (var email : emails(language, Samples.person())) {
            if (email.text().contains(REFUSE)) {
                assertThat(email.text())
                        .endsWith(end)
                        .containsAnyOf(messages.becauseOfTheForm(), messages.becauseOfTheQuestion());
            } else {
                assertThat(email.text()).endsWith(messages.becauseYouSigned() + "\n");
            }
        }
        assertThat(confirmation(language).text()).endsWith(end);
        assertThat(already(language, Standing.PUBLISHED).text()).endsWith(end);
        assertThat(status(language, List.of(), List.of()).text()).endsWith(end);
    }

    @ParameterizedTest
    @EnumSource
    void theHtmlIsWellFormedAndKeepsLongAddressesBehindWords(Language language) {
        for (var email : emails(language, Samples.person())) {
            var parser = Parser.htmlParser().setTrackErrors(10);
            var html = parser.parseInput(email.html(), "");
            assertThat(parser.getErrors()).isEmpty();
            assertThat(html.select("html[dir=" + language.direction() + "], body[dir=" + language.direction() + "]"))
                    .hasSize(2)
                    .allMatch(element -> element.attr("lang").equals(language.tag()));
            assertThat(html.expectFirst("title").wholeText()).isEqualTo(email.subject());
            assertThat(html.select("script, img, link, table, form, [src]")).isEmpty();
            assertThat(html.text()).doesNotContain(CONFIRM, REFUSE, EDIT, WITHDRAW);
            assertThat(html.select("a").eachText()).doesNotHaveDuplicates().doesNotContain("");
        }
        assertThat(Jsoup.parse(confirmation(language).html()).select("a").eachAttr("href"))
                .containsExactly(CONFIRM, CONFIRM, REFUSE);
        assertThat(Jsoup.parse(Emails.receipt(language, Samples.person(), false, EDIT, WITHDRAW)
                                .html())
                        .select("a")
                        .eachAttr("href"))
                .containsExactly(EDIT, WITHDRAW, Samples.PAGE);
    }

    @ParameterizedTest
    @EnumSource
    void markupIsEscapedInHtmlAndLeftAloneInText(Language language) {
        var name = "<script>\"O'Brien\" & Co</script>";
        var title = "Who's who & <friends> of “rivers”";
        for (var email : emails(language, Samples.titled(title, name, true))) {
            assertThat(email.text()).contains(name, title);
            assertThat(email.subject()).contains(title);
            assertThat(email.html())
                    .contains(
                            "&lt;script&gt;&quot;O&#39;Brien&quot; &amp; Co&lt;/script&gt;",
                            "Who&#39;s who &amp; &lt;friends&gt; of “rivers”")
                    .doesNotContain("<script", "<friends>");
        }
    }

    @ParameterizedTest
    @EnumSource
    void textsFromRightToLeftAreIsolatedAndOthersBringNoMarks(Language language) {
        for (var email : emails(language, Samples.titled("نداء\u2069", "\u202eمحمد", false))) {
            assertThat(email.subject()).contains("نداء").doesNotContainPattern("[\u202a-\u202e\u2066-\u2069]");
            assertThat(email.text()).contains("\u2068نداء\u2069", "\u2068محمد\u2069");
            assertThat(email.html()).contains("<bdi>نداء</bdi>", "<strong dir=\"auto\">محمد</strong>");
            assertThat(email.text() + email.html()).doesNotContain("\u202e", "\u2069\u2069");
        }
        for (var email : emails(language, Samples.person())) {
            // A text from right to left needs them around the Latin names.
            assertThat(email.subject() + email.html() + (language.direction().equals("ltr") ? email.text() : ""))
                    .doesNotContainPattern("[\u202a-\u202e\u2066-\u2069]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noLineBreakInATitleOrNameLeavesItsLine(Language language) {
        var title = "Title\r\nBcc: everybody@example.org\u0000\u0085\u2028\t";
        for (var organisation : new boolean[] {false, true}) {
            for (var email : emails(language, Samples.titled(title, "Name\r\n\r\nBuy this", organisation))) {
                assertThat(email.subject().chars())
                        .noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
                assertThat(email.text().lines()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("Buy"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void signedAlreadySaysThatNothingChangedAndWhereTheSignatureStands(Language language) {
        var messages = language.messages();
        for (var standing : Standing.values()) {
            assertThat(already(language, standing).text().lines())
                    .contains(
                            messages.standing(standing),
                            messages.changeHere(),
                            EDIT,
                            messages.withdrawHere(),
                            WITHDRAW);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionSaysItsReasonAndNoOther(Language language) {
        var messages = language.messages();
        for (var reason : Rejection.values()) {
            var text = Emails.rejected(language, Samples.person(), reason, EDIT, WITHDRAW)
                    .text();
            assertThat(Rejection.values())
                    .filteredOn(other -> text.contains(messages.because(other)))
                    .containsExactly(reason);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whomToAskIsSaidWithoutAPageToo(Language language) {
        var messages = language.messages();
        var with = Emails.rejected(language, Samples.person(), Rejection.OTHER, EDIT, WITHDRAW);
        assertThat(with.text()).contains(messages.askOrganisersHere() + "\n" + Samples.PAGE);
        var without = Emails.rejected(language, Samples.organisation(), Rejection.OTHER, EDIT, WITHDRAW);
        assertThat(without.text()).contains(messages.askOrganisers()).doesNotContain(messages.askOrganisersHere());
    }

    @Test
    void anOrganiserIsToldHowManyWaitAndSinceWhen() {
        var email = Emails.waiting(Language.EN, "A Safe\nHarbour", Samples.ABOUT, 12, UNTIL, REFUSE);
        assertThat(email.subject()).isEqualTo("Signatures wait for review: A Safe Harbour");
        assertThat(email.text()).isEqualTo("""
            Hello,

            Signatures of “A Safe Harbour” are confirmed and wait for review.

            There are 12.

            The oldest has waited since 30 November 2026.

            Until they are reviewed, they are neither counted nor listed.

            The statement:
            %s

            You get this email because this address is the organiser’s in the definition of the statement; it comes \
            once a day while signatures wait.

            I did not ask for this, or want no more email
            %s
            """.formatted(Samples.PAGE, REFUSE));
    }

    @Test
    void theLastDayIsThatOfUtcInTheReadersLanguage() {
        assertThat(confirmation(Language.EN).text()).contains("30 November 2026");
        assertThat(confirmation(Language.FR).text()).contains("jusqu’au 30 novembre 2026");
        assertThat(confirmation(Language.ZH_HANT).text()).contains("2026年11月30日");
    }

    @Test
    void nothingThatIsLoggedTellsANameOrALink() {
        var signing = Samples.person();
        assertThat(List.of(
                        signing,
                        new OpenRequest("R1", signing, Optional.empty()),
                        new SignatureStatus(signing, SIGNED, Standing.PUBLISHED, Optional.empty(), EDIT, WITHDRAW),
                        new RequestStatus(signing, UNTIL, CONFIRM),
                        confirmation(Language.EN)))
                .extracting(Object::toString)
                .allSatisfy(text -> assertThat(text).endsWith("[hidden]").doesNotContain("Doe", "https:"));
    }

    private static Email confirmation(Language language) {
        return Emails.confirmation(language, Samples.organisation(), CONFIRM, REFUSE, UNTIL);
    }

    private static Email already(Language language, Standing standing) {
        return Emails.alreadySigned(language, Samples.person(), standing, EDIT, WITHDRAW, REFUSE);
    }

    private static Email status(Language language, List<SignatureStatus> signatures, List<RequestStatus> requests) {
        return Emails.status(language, "A Safe Harbour", Samples.ABOUT, signatures, requests, REFUSE);
    }

    /** Every email that is about one signature or request. */
    private static List<Email> emails(Language language, Signing signing) {
        var emails = new ArrayList<Email>();
        emails.add(Emails.confirmation(language, signing, CONFIRM, REFUSE, UNTIL));
        emails.add(Emails.receipt(language, signing, false, EDIT, WITHDRAW));
        emails.add(Emails.receipt(language, signing, true, EDIT, WITHDRAW));
        emails.add(Emails.approved(language, signing, EDIT, WITHDRAW));
        for (var standing : Standing.values()) {
            emails.add(Emails.alreadySigned(language, signing, standing, EDIT, WITHDRAW, REFUSE));
            emails.add(Emails.changed(language, signing, standing, EDIT, WITHDRAW));
        }
        for (var reason : Rejection.values()) {
            emails.add(Emails.rejected(language, signing, reason, EDIT, WITHDRAW));
            var signature =
                    new SignatureStatus(signing, SIGNED, Standing.REJECTED, Optional.of(reason), EDIT, WITHDRAW);
            emails.add(
                    Emails.status(language, signing.title(), signing.about(), List.of(signature), List.of(), REFUSE));
        }
        var request = new RequestStatus(signing, UNTIL, CONFIRM);
        emails.add(Emails.status(language, signing.title(), signing.about(), List.of(), List.of(request), REFUSE));
        return emails;
    }
}
