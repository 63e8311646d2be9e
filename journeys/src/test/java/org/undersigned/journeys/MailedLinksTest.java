package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isProblem;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.local.Inbox;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MailedLinksTest {
    private static final Map<String, Object> PUBLISHED = Map.of("status", "published");
    private static final Map<String, Object> IN_REVIEW = Map.of("status", "in-review");
    private static final Map<String, Object> WITHDRAWN = Map.of("status", "withdrawn");
    private static final Map<String, Object> RESTORE = Map.of("restore", true);

    private final Journey journey = Journey.start();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");

    // Confirming

    @Test
    void lookingAtAConfirmationLinkChangesNothingHoweverOften() {
        String path = Api.path(Links.confirmation(journey.sign(ann, 1)));
        var asked = journey.requestsOf(ann);

        for (int i = 0; i < 50; i++) {
            assertThat(api.get(path, "Accept", "text/html").status()).isEqualTo(200);
            assertThat(api.head(path).status()).isEqualTo(200);
        }
        assertThat(api.get(path, "Accept", "application/json").status()).isEqualTo(200);

        assertThat(journey.items()).isEmpty();
        assertThat(journey.requestsOf(ann)).isEqualTo(asked);
        assertThat(journey.total()).isZero();
        assertThat(api.press(path).json()).isEqualTo(PUBLISHED);
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
        String link = Links.confirmation(journey.sign(ann, 1));
        api.press(link);

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

        Api.Answer answer = api.press(link);

        isProblem(answer, 410);
        assertThat(answer.body()).contains("The link has expired. Sign again to get a new one.");
        assertThat(browse(link).status()).isEqualTo(410);
        assertThat(browse(link).body()).contains("This link has expired");
        assertThat(api.get(Api.path(link)).status()).isEqualTo(410);
        assertThat(api.head(Api.path(link)).status()).isEqualTo(410);
        assertThat(journey.items()).isEmpty();
        assertThat(journey.total()).isZero();
    }

    @Test
    void aSignatureThatWasWithdrawnIsNotConfirmedAgainByTheSameLink() {
        String confirmation = Links.confirmation(journey.sign(ann, 1));
        api.press(confirmation);
        Inbox.Received receipt = journey.backend().mail(ann.email(), 2);
        journey.awaitTotal(1);
        api.press(Links.withdrawal(receipt));

        Api.Answer answer = api.press(confirmation);

        isProblem(answer, 410);
        assertThat(answer.body()).contains("The signature has been withdrawn.");
        assertThat(browse(confirmation).body()).contains("The signature is withdrawn");
        journey.awaitTotal(0);
    }

    @Test
    void aPostThatNoButtonHasSentDoesNothing() {
        String confirmation = Api.path(Links.confirmation(journey.sign(ann, 1)));
        String form = "application/x-www-form-urlencoded";

        Api.Answer blind = api.post(confirmation, "", "Accept", "application/json");
        isProblem(blind, 400);
        assertThat(blind.body()).contains("press the button");
        isSafePage(api.post(confirmation, ""), 400);
        isSafePage(api.post(confirmation, "a=b", "Content-Type", form), 400);
        isSafePage(api.post(confirmation, "List-Unsubscribe=One-Click", "Content-Type", form), 400);
        isSafePage(api.post(confirmation, "confirm=false", "Content-Type", form), 400);
        isSafePage(api.post(confirmation, "confirm=true", "Content-Type", "text/plain"), 400);
        isProblem(api.press(confirmation, Map.of()), 400);
        isProblem(api.press(confirmation, Map.of("confirm", false)), 400);
        isProblem(api.press(confirmation, Map.of("confirm", true, "name", "Bob")), 400);
        isProblem(api.post(confirmation, "{", "Accept", "application/json", "Content-Type", "application/json"), 400);

        assertThat(journey.items()).isEmpty();
        assertThat(api.press(confirmation).json()).isEqualTo(PUBLISHED);
    }

    @Test
    void aMailProgramThatUnsubscribesWithdrawsNothing() {
        String withdrawal = Api.path(Links.withdrawal(journey.signAndConfirm(ann)));
        Api.Answer answer =
                api.post(withdrawal, "List-Unsubscribe=One-Click", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(api.post(withdrawal, "").status()).isEqualTo(400);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "/",
                ")",
                "%5D",
                "/.",
                "%3E",
                ",",
                "%20",
                "%22",
                ").",
                "//",
                "%0D%0A",
                "?utm_source=letter&utm_medium=email"
            })
    void aLinkOpensWithWhatASentencePutsBehindIt(String end) {
        String path = Api.path(Links.confirmation(journey.sign(ann, 1)));
        assertThat(api.get(path + end).status()).isEqualTo(200);
        assertThat(api.press(path + end).json()).isEqualTo(PUBLISHED);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatWasAskedForBeforeTheEndCanBeConfirmedForADay() throws InterruptedException {
        Admin administrator = Admin.administrator(journey);
        String inTime = Links.confirmation(journey.sign(ann, 1));
        Signer late = Signer.person("Late Baker");
        String tooLate = Links.confirmation(journey.sign(late, 1));
        Instant now = Instant.now();

        administrator.change(Map.of("closesAt", now.minus(Duration.ofHours(23)).toString()));
        Backend.patiently()
                .until(() ->
                        api.trySign(journey.statement(), Signer.person("Bob").json())
                                        .status()
                                == 409);
        assertThat(api.press(inTime).json()).isEqualTo(PUBLISHED);

        administrator.change(Map.of("closesAt", now.minus(Duration.ofHours(25)).toString()));
        Backend.awaitChangeEverywhere();
        assertThat(api.get(Api.path(tooLate)).status()).isEqualTo(410);
        isProblem(api.press(tooLate), 410);
        assertThat(browse(tooLate).body()).contains("closed");
        assertThat(api.press(inTime).json()).isEqualTo(PUBLISHED);
        journey.awaitTotal(1);
    }

    @Test
    @OnlyOn(value = EMBEDDED, because = "it sets in the table when the statement was closed")
    @Execution(ExecutionMode.CONCURRENT)
    void whatWasAskedForBeforeAnAdministratorClosedCanBeConfirmedForADay() throws InterruptedException {
        String inTime = Links.confirmation(journey.sign(ann, 1));
        String tooLate = Links.confirmation(journey.sign(Signer.person("Late Baker"), 1));

        Admin.administrator(journey).change(Map.of("state", "closed"));
        Backend.awaitChangeEverywhere();
        assertThat(api.press(inTime).json()).isEqualTo(PUBLISHED);

        String dayBefore = Instant.now().minus(Duration.ofHours(25)).toString();
        journey.backend()
                .dynamoDb()
                .updateItem(r -> r.tableName(journey.backend().env().required("STATEMENTS_TABLE"))
                        .key(Map.of("id", AttributeValue.fromS(journey.statement())))
                        .updateExpression("SET closedAt = :moment")
                        .expressionAttributeValues(Map.of(":moment", AttributeValue.fromS(dayBefore))));
        Backend.awaitChangeEverywhere();
        isProblem(api.press(tooLate), 410);
        assertThat(browse(tooLate).body()).contains("closed");
        journey.awaitTotal(1);
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
    void aWithdrawalIsTakenBackOnTheSamePage() {
        String link = Links.withdrawal(journey.signAndConfirm(ann));
        journey.awaitTotal(1);
        api.press(link);
        journey.awaitTotal(0);
        assertThat(api.get(Api.path(link)).body()).contains("You can take this back for another 24 hours");

        assertThat(api.press(link, RESTORE).json()).isEqualTo(PUBLISHED);
        assertThat(api.press(link, RESTORE).json()).isEqualTo(PUBLISHED);

        journey.awaitTotal(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(journey.backend().mail(ann.email(), 3).subject()).startsWith("Your signature has changed");
        assertThat(api.press(link).json()).isEqualTo(WITHDRAWN);
    }

    @Test
    void whoTakesAWithdrawalBackStandsWhereTheyStood() {
        Signer scholar = ann.with("category", "scholars").with("affiliation", "PEN");
        String link = Links.withdrawal(journey.signAndConfirm(scholar));
        api.press(link);
        assertThat(api.press(link, RESTORE).json()).isEqualTo(Map.of("status", "in-review"));
        assertThat(journey.names("scholars")).isEmpty();
    }

    @Test
    void whoSignedAnewAfterWithdrawingHasNothingToTakeBack() {
        String link = Links.withdrawal(journey.signAndConfirm(ann));
        api.press(link);
        journey.confirm(journey.sign(ann.with("honorific", "Dr."), 3));
        assertThat(api.press(link, RESTORE).status()).isEqualTo(410);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void onePostDoesNotWithdrawAndTakeBack() {
        String link = Links.withdrawal(journey.signAndConfirm(ann));
        assertThat(api.press(link, Map.of("withdraw", true, "restore", true)).status())
                .isEqualTo(400);
    }

    @Test
    void theLinkInTheMailToThoseWhoHaveSignedWithdrawsToo() {
        journey.signAndConfirm(ann);
        Inbox.Received told = journey.sign(ann.with("honorific", "Dr."), 3);

        assertThat(api.press(Links.withdrawal(told)).json()).isEqualTo(WITHDRAWN);

        journey.awaitTotal(0);
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

        Inbox.Received receipt = journey.signAndConfirm(bakers);

        journey.awaitTotal(1);
        assertThat(receipt.text()).contains("Bakers of the World").contains("Jane Doe, Secretary");
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
        Inbox.Received asked = journey.sign(ann, 1);
        Inbox.Received other = journey.sign(ann.with("honorific", "Dr."), 2);
        String confirmation = Links.confirmation(asked);

        isSafePage(api.get(Api.path(confirmation)), 200);
        isSafePage(browse(confirmation), 200);
        isSafePage(api.get(Api.path(confirmation)), 200);
        isSafePage(api.get(Api.path(Links.confirmation(other))), 409);
        isSafePage(browse(Links.confirmation(other)), 409);
        String withdrawal = Links.withdrawal(journey.backend().mail(ann.email(), 3));
        isSafePage(api.get(Api.path(withdrawal)), 200);
        isSafePage(browse(withdrawal), 200);
        isSafePage(api.get(Api.path(withdrawal)), 200);
        isSafePage(api.get(Api.path(confirmation)), 410);
        isSafePage(browse(confirmation), 410);
        isSafePage(api.get(Api.path(Links.refusal(asked))), 200);
        isSafePage(browse(Links.refusal(asked)), 200);
        isSafePage(api.get("/confirmations/none"), 404);
        isSafePage(api.post("/withdrawals/none", ""), 404);
        isSafePage(api.get("/refusals/none"), 404);
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
                .containsOnlyOnce("<form method=\"post\"")
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
        "en, Confirm your signature, Open letter",
        "fr, Confirmez votre signature, Lettre ouverte",
        "zh-Hant, 請確認您的簽署, 公開信"
    })
    void emailsAndPagesSpeakTheSignersLanguage(String language, String heading, String title) {
        Signer signer = ann.with("language", language);
        Inbox.Received asked = journey.sign(signer, 1);

        assertThat(asked.text()).contains(title);
        assertThat(asked.subject()).contains(title);
        Api.Answer page = api.get(Api.path(Links.confirmation(asked)), "Accept-Language", "de, en;q=0.5");
        assertThat(page.body())
                .contains("lang=\"" + language + "\"")
                .contains(heading)
                .contains(title);
        assertThat(browse(Links.confirmation(asked)).body()).contains("lang=\"" + language + "\"");
        Inbox.Received receipt = journey.backend().mail(ann.email(), 2);
        assertThat(receipt.subject()).contains(title);
        assertThat(browse(Links.withdrawal(receipt)).body()).contains("lang=\"" + language + "\"");
        Api.Answer gone = browse(Links.confirmation(asked), "Accept-Language", "de, en;q=0.5");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR-fr", "fr-Latn-CA", "FR"})
    void aLanguageIsLookedUpByItsBeginning(String language) {
        Inbox.Received mail = journey.sign(ann.with("language", language), 1);

        assertThat(mail.subject()).contains("Lettre ouverte");
        assertThat(api.get(Api.path(Links.confirmation(mail))).body()).contains("lang=\"fr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "de", "", "fr_fr", "\u0000"})
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
                "pt,fr;q=0.1 | fr",
                "en-GB | en",
                "de-AT | de",
                "ar-EG,en;q=0.8 | ar",
                "pt | en",
                "* | en",
                ";;;=,q | en"
            })
    void anUnknownLinkSpeaksTheBrowsersLanguage(String accepted, String language) {
        for (String path : List.of("/confirmations/none", "/withdrawals/none", "/refusals/none"))
            assertThat(api.get(path, "Accept-Language", accepted).body()).contains("lang=\"" + language + "\"");
    }

    private Api.Answer browse(String link, String... headers) {
        return api.browse(link, headers);
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
