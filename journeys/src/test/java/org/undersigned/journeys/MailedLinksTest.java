package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.local.Inbox;

class MailedLinksTest {
    private static final Map<String, Object> PUBLISHED = Map.of("status", "published");
    private static final Map<String, Object> IN_REVIEW = Map.of("status", "in-review");
    private static final Map<String, Object> WITHDRAWN = Map.of("status", "withdrawn");

    private final Journey journey = Journey.start();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");

    // Confirming

    @Test
    void lookingAtAConfirmationLinkChangesNothingHoweverOften() {
        String path = Api.path(Links.confirmation(journey.sign(ann, 1)));
        var before = journey.item(ann);

        for (int i = 0; i < 50; i++) {
            assertThat(api.get(path, "Accept", "text/html").status()).isEqualTo(200);
            assertThat(api.head(path).status()).isEqualTo(200);
        }
        assertThat(api.get(path, "Accept", "application/json").status()).isEqualTo(200);

        assertThat(journey.item(ann)).isEqualTo(before);
        assertThat(journey.total()).isZero();
        assertThat(api.post(path, "", "Accept", "application/json").json()).isEqualTo(PUBLISHED);
    }

    @Test
    void confirmingTwiceGivesTheSameAnswerAndCountsOnce() {
        String link = Links.confirmation(journey.sign(ann, 1));

        Api.Answer first = api.press(link);
        var confirmed = journey.item(ann);
        Api.Answer second = api.press(link);

        assertThat(first.json()).isEqualTo(PUBLISHED);
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(browse(link).body()).isEqualTo(browse(link).body());
        assertThat(journey.item(ann)).isEqualTo(confirmed);
        journey.awaitTotal(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void aConfirmedLinkSaysSoWhenItIsOpenedAgain() {
        String link = Links.confirmation(journey.signAndConfirm(ann));

        Api.Answer page = api.get(Api.path(link));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Thank you, the signature is confirmed")
                .doesNotContain("<button");
    }

    @Test
    void anExpiredLinkConfirmsNothing() {
        String link = Links.confirmation(journey.sign(ann, 1));
        journey.expire(ann);
        var before = journey.item(ann);

        Api.Answer answer = api.press(link);

        isProblem(answer, 410);
        assertThat(answer.body()).contains("The link has expired. Sign again to get a new one.");
        assertThat(browse(link).status()).isEqualTo(410);
        assertThat(browse(link).body()).contains("This link has expired");
        assertThat(api.get(Api.path(link)).status()).isEqualTo(410);
        assertThat(api.head(Api.path(link)).status()).isEqualTo(410);
        assertThat(journey.item(ann)).isEqualTo(before);
        assertThat(journey.total()).isZero();
    }

    @Test
    void aWithdrawnSignatureCannotBeConfirmed() {
        Inbox.Received mail = journey.sign(ann, 1);
        assertThat(api.press(Links.withdrawal(mail)).json()).isEqualTo(WITHDRAWN);

        Api.Answer answer = api.press(Links.confirmation(mail));

        isProblem(answer, 410);
        assertThat(answer.body()).contains("The signature has been withdrawn.");
        assertThat(browse(Links.confirmation(mail)).body()).contains("The signature is withdrawn");
        assertThat(api.get(Api.path(Links.confirmation(mail))).status()).isEqualTo(410);
        assertThat(journey.names("people")).isEmpty();
        assertThat(journey.total()).isZero();
    }

    @Test
    void aConfirmedSignatureThatWasWithdrawnCannotBeConfirmedAgain() {
        Inbox.Received mail = journey.signAndConfirm(ann);
        journey.awaitTotal(1);
        api.press(Links.withdrawal(mail));

        isProblem(api.press(Links.confirmation(mail)), 410);

        journey.awaitTotal(0);
    }

    // Withdrawing

    @Test
    void lookingAtAWithdrawalLinkChangesNothingHoweverOften() {
        String path = Api.path(Links.withdrawal(journey.signAndConfirm(ann)));
        var before = journey.item(ann);

        for (int i = 0; i < 50; i++) {
            assertThat(api.get(path, "Accept", "text/html").status()).isEqualTo(200);
            assertThat(api.head(path).status()).isEqualTo(200);
        }

        assertThat(api.get(path).body()).contains("Withdraw this signature?").contains("Ann Baker");
        assertThat(journey.item(ann)).isEqualTo(before);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void withdrawingTwiceGivesTheSameAnswerAndListAndTotalFollow() {
        Signer zoe = Signer.person("Zoë");
        String link = Links.withdrawal(journey.signAndConfirm(ann));
        journey.signAndConfirm(zoe);
        journey.awaitTotal(2);

        Api.Answer first = api.press(link);
        var withdrawn = journey.item(ann);
        Api.Answer second = api.press(link);

        assertThat(first.json()).isEqualTo(WITHDRAWN);
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(browse(link).body()).contains("The signature is withdrawn");
        assertThat(api.get(Api.path(link)).body()).contains("The signature is withdrawn");
        assertThat(journey.item(ann)).isEqualTo(withdrawn);
        assertThat(journey.names("people")).containsExactly("Zoë");
        journey.awaitTotal(1);
    }

    @Test
    void anEarlierWithdrawalLinkServesForLaterWords() {
        String link = Links.withdrawal(journey.sign(ann, 1));
        Inbox.Received newest = journey.sign(ann.with("name", "Ann Brewer"), 2);
        api.press(Links.confirmation(newest));
        journey.awaitTotal(1);

        assertThat(api.press(link).json()).isEqualTo(WITHDRAWN);

        journey.awaitTotal(0);
        assertThat(journey.names("people")).isEmpty();
    }

    @Test
    void theLinkInTheMailToThoseWhoHaveSignedWithdrawsToo() {
        journey.signAndConfirm(ann);
        Inbox.Received told = journey.sign(ann, 2);

        assertThat(api.press(Links.withdrawal(told)).json()).isEqualTo(WITHDRAWN);

        journey.awaitTotal(0);
    }

    @Test
    void aBodyIsIgnoredWhereALinkIsPressed() {
        Inbox.Received mail = journey.sign(ann, 1);
        String form = "application/x-www-form-urlencoded";

        Api.Answer confirmed =
                api.post(Api.path(Links.confirmation(mail)), "a=b", "Content-Type", form, "Accept", "application/json");
        Api.Answer withdrawn = api.post(
                Api.path(Links.withdrawal(mail)),
                "List-Unsubscribe=One-Click",
                "Content-Type",
                form,
                "Accept",
                "application/json");

        assertThat(confirmed.json()).isEqualTo(PUBLISHED);
        assertThat(withdrawn.json()).isEqualTo(WITHDRAWN);
    }

    // What confirming leads to

    @Test
    void anUnlistedSignatureIsCountedAndNotListed() {
        journey.signAndConfirm(ann.with("listed", false));
        journey.signAndConfirm(Signer.person("Zoë"));

        journey.awaitTotal(2);
        assertThat(journey.names("people")).containsExactly("Zoë");
        assertThat(api.get(journey.listPath("people")).json()).containsEntry("total", 2);
        assertThat(api.get(journey.listPath("people") + "?startsWith=bak").body())
                .doesNotContain("Ann");
    }

    @Test
    void aReviewedCategoryWaitsForAModerator() {
        Signer scholar = ann.with("category", "scholars").with("affiliation", "University of Ypres");
        String link = Links.confirmation(journey.sign(scholar, 1));

        assertThat(api.press(link).json()).isEqualTo(IN_REVIEW);
        assertThat(api.press(link).json()).isEqualTo(IN_REVIEW);

        assertThat(browse(link).body()).contains("will look at it before it counts");
        assertThat(journey.attribute(scholar, "status")).isEqualTo("IN_REVIEW");
        assertThat(journey.item(scholar)).doesNotContainKey("public");
        assertThat(journey.names("scholars")).isEmpty();
        assertThat(journey.total()).isZero();
    }

    @Test
    void anOrganisationIsListedByItsNameAndItsContactIsNot() {
        Signer bakers = Signer.organisation("Bakers of the World");

        Inbox.Received mail = journey.signAndConfirm(bakers);

        journey.awaitTotal(1);
        assertThat(mail.text()).contains("Bakers of the World").contains("Jane Doe, Secretary");
        Api.Answer list = api.get(journey.listPath("groups"));
        assertThat(Journey.names(list)).containsExactly("Bakers of the World");
        assertThat(list.body()).doesNotContain("Jane").doesNotContain("Secretary");
    }

    @ParameterizedTest
    @CsvSource({
        "parliament.example, published",
        "sub.parliament.example, published",
        "a.b.parliament.example, published",
        "evilparliament.example, in-review",
        "parliament.example.evil.example, in-review",
        "parliament.examples, in-review",
        "example.org, in-review"
    })
    void anAddressUnderATrustedDomainIsPublishedAndOthersAreReviewed(String domain, String status) {
        Signer deputy = ann.with("category", "deputies").with("email", UUID.randomUUID() + "@" + domain);

        Inbox.Received mail = journey.sign(deputy, 1);

        assertThat(api.press(Links.confirmation(mail)).json()).isEqualTo(Map.of("status", status));
        assertThat(journey.names("deputies")).hasSize(status.equals("published") ? 1 : 0);
    }

    // Pages

    @Test
    void everyPageIsForItsReaderAlone() {
        Inbox.Received mail = journey.sign(ann, 1);
        String confirmation = Api.path(Links.confirmation(mail));
        String withdrawal = Api.path(Links.withdrawal(mail));

        isSafePage(api.get(confirmation), 200);
        isSafePage(api.post(confirmation, "", "Accept", "text/html,application/json;q=0.9"), 200);
        isSafePage(api.get(confirmation), 200);
        isSafePage(api.get(withdrawal), 200);
        isSafePage(api.post(withdrawal, ""), 200);
        isSafePage(api.get(withdrawal), 200);
        isSafePage(api.get(confirmation), 410);
        isSafePage(api.post(confirmation, "", "Accept", "*/*"), 410);
        isSafePage(api.get("/confirmations/none"), 404);
        isSafePage(api.post("/withdrawals/none", ""), 404);
    }

    @Test
    void aPageSaysWhatIsSignedAndHasOneButton() {
        Signer doctor = ann.with("honorific", "Dr.").with("affiliation", "University of Ypres");
        String page =
                api.get(Api.path(Links.confirmation(journey.sign(doctor, 1)))).body();

        assertThat(page)
                .contains("Open letter")
                .contains("People")
                .contains("Ann Baker")
                .contains("Dr.")
                .contains("University of Ypres")
                .containsOnlyOnce("<button")
                .containsOnlyOnce("<form method=\"post\">")
                .contains("https://letter.example.org");
    }

    @Test
    void namesAreWordsAndNotMarkup() {
        Signer mallory =
                Signer.person("<script>alert(1)</script> & \"Co\"").with("affiliation", "<img src=x onerror=y>");
        Inbox.Received mail = journey.sign(mallory, 1);

        String page = api.get(Api.path(Links.confirmation(mail))).body();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script", "<img");
        assertThat(mail.html()).contains("&lt;script&gt;").doesNotContain("<script", "<img");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Confirm your signature, Open letter, There is a newer email",
        "fr, Confirmez votre signature, Lettre ouverte, Il existe un courriel plus récent",
        "zh-Hant, 請確認您的簽署, 公開信, "
    })
    void mailsAndPagesSpeakTheSignersLanguage(String language, String heading, String title, String superseded) {
        Signer signer = ann.with("language", language);
        Inbox.Received first = journey.sign(signer, 1);
        Inbox.Received newest = journey.sign(signer.with("affiliation", "Baker"), 2);

        assertThat(newest.text()).contains(title);
        assertThat(newest.subject()).contains(title);
        Api.Answer page = api.get(Api.path(Links.confirmation(newest)), "Accept-Language", "de, en;q=0.5");
        assertThat(page.body())
                .contains("lang=\"" + language + "\"")
                .contains(heading)
                .contains(title);
        Api.Answer gone = browse(Links.confirmation(first), "Accept-Language", "de, en;q=0.5");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("lang=\"" + language + "\"");
        if (superseded != null) assertThat(gone.body()).contains(superseded);
        assertThat(browse(Links.confirmation(newest)).body()).contains("lang=\"" + language + "\"");
        assertThat(browse(Links.withdrawal(newest)).body()).contains("lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "de", "", "FR-fr", "\u0000"})
    void anUnknownLanguageFallsBackToTheStatementsFirst(String language) {
        Inbox.Received mail = journey.sign(ann.with("language", language), 1);

        assertThat(mail.subject()).contains("Open letter");
        assertThat(api.get(Api.path(Links.confirmation(mail))).body()).contains("lang=\"en\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-CA,fr;q=0.9,en;q=0.8 | fr",
                "zh-TW,zh;q=0.9 | zh-Hant",
                "zh-Hant-HK | zh-Hant",
                "de,fr;q=0.1 | fr",
                "en-GB | en",
                "de | en",
                "* | en",
                ";;;=,q | en"
            })
    void anUnknownLinkSpeaksTheBrowsersLanguage(String accepted, String language) {
        for (String path : List.of("/confirmations/none", "/withdrawals/none"))
            assertThat(api.get(path, "Accept-Language", accepted).body()).contains("lang=\"" + language + "\"");
    }

    private Api.Answer browse(String link, String... headers) {
        return api.post(Api.path(link), "", headers);
    }

    private static void isSafePage(Api.Answer page, int status) {
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'")
                .contains("form-action 'self'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("script-src");
        assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(page.header("x-robots-tag")).isEqualTo("noindex");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("name=\"viewport\"")
                .doesNotContain("<script")
                .doesNotContain("@example.org");
    }
}
