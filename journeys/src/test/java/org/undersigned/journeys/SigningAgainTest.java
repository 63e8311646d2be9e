package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isProblem;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

class SigningAgainTest {
    private static final Map<String, Object> PUBLISHED = Map.of("status", "published");
    private static final Duration COOL_DOWN = Duration.ofSeconds(2);

    private final Journey journey = Journey.start();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker").with("affiliation", "Baker");

    @Test
    void changedWordsReplaceTheEarlierOnesAndAreMailedAtOnce() {
        String earlier = Links.confirmation(journey.sign(ann, 1));
        Inbox.Received newest = journey.sign(ann.with("affiliation", "Brewer"), 2);

        assertThat(newest.text()).contains("Brewer").doesNotContain("Affiliation: Baker");
        Api.Answer superseded = api.press(earlier);
        isProblem(superseded, 410);
        assertThat(superseded.body()).contains("The link is of an earlier mail");
        assertThat(api.get(Api.path(earlier)).status()).isEqualTo(410);
        assertThat(api.press(Links.confirmation(newest)).json()).isEqualTo(PUBLISHED);

        assertThat(journey.signatories("people"))
                .singleElement()
                .satisfies(signatory -> assertThat(signatory).containsEntry("affiliation", "Brewer"));
        assertThat(api.press(earlier).status()).isEqualTo(410);
        journey.awaitTotal(1);
    }

    @Test
    void everyWordCounts() {
        Signer plain = Signer.person("Ann Marie Baker");
        var first = journey.sign(plain, 1);
        var second = journey.sign(plain.with("sortAs", "Marie Baker"), 2);
        var third = journey.sign(plain.with("sortAs", "Marie Baker").with("listed", false), 3);

        assertThat(api.press(Links.confirmation(first)).status()).isEqualTo(410);
        assertThat(api.press(Links.confirmation(second)).status()).isEqualTo(410);
        assertThat(api.press(Links.confirmation(third)).status()).isEqualTo(200);
        assertThat(journey.names("people")).isEmpty();
        journey.awaitTotal(1);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "the cool-down is two seconds there and minutes where the template is deployed")
    void theSameWordsAreMailedAgainOnlyAfterTheCoolDown() {
        Inbox.Received first = journey.sign(ann, 1);
        var asked = journey.item(ann);
        journey.sign(ann);
        journey.sign(ann.with("name", "  Ann Baker ").with("honorific", ""));
        assertThat(journey.item(ann)).isEqualTo(asked);

        Awaitility.await().pollDelay(COOL_DOWN).until(() -> true);
        Inbox.Received second = journey.sign(ann, 2);

        assertThat(journey.backend().mailsTo(ann.email())).hasSize(2);
        for (Inbox.Received mail : List.of(first, second)) {
            assertThat(api.get(Api.path(Links.confirmation(mail))).status()).isEqualTo(200);
            assertThat(api.press(Links.confirmation(mail)).json()).isEqualTo(PUBLISHED);
        }
        journey.awaitTotal(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void theFourthChangeOfADayChangesNothingAndTheThirdLinkStillConfirms() {
        journey.sign(ann, 1);
        journey.sign(ann.with("affiliation", "Brewer"), 2);
        Inbox.Received third = journey.sign(ann.with("affiliation", "Painter"), 3);
        var asked = journey.item(ann);

        journey.sign(ann.with("affiliation", "Mayor"));
        journey.sign(ann);

        assertThat(journey.item(ann)).isEqualTo(asked);
        assertThat(api.press(Links.confirmation(third)).json()).isEqualTo(PUBLISHED);
        assertThat(journey.signatories("people"))
                .singleElement()
                .satisfies(signatory -> assertThat(signatory).containsEntry("affiliation", "Painter"));
        assertThat(journey.backend().mailsTo(ann.email())).hasSize(3);
    }

    @Test
    void onceConfirmedNothingChangesAndTheSignerIsToldSoThreeTimesADay() {
        String confirmation = Links.confirmation(journey.signAndConfirm(ann));
        var listed = journey.signatories("people");

        for (int mail = 2; mail <= 4; mail++) {
            Inbox.Received told =
                    journey.sign(ann.with("name", "Ann Mayor").with("affiliation", "Mayor " + mail), mail);
            assertThat(told.subject()).contains("signed already");
            assertThat(told.text())
                    .contains("It is confirmed and counts")
                    .contains("Ann Baker")
                    .doesNotContain("Mayor")
                    .doesNotContain("/confirmations/");
        }
        var asked = journey.item(ann);
        journey.sign(ann.with("affiliation", "Mayor"));

        assertThat(journey.item(ann)).isEqualTo(asked);
        assertThat(journey.signatories("people")).isEqualTo(listed);
        assertThat(api.press(confirmation).json()).isEqualTo(PUBLISHED);
        journey.awaitTotal(1);
        assertThat(journey.backend().mailsTo(ann.email())).hasSize(4);
    }

    @Test
    void whoWaitsForReviewIsToldSo() {
        Signer scholar = ann.with("category", "scholars");
        journey.signAndConfirm(scholar);

        Inbox.Received told = journey.sign(scholar, 2);

        assertThat(told.subject()).contains("signed already");
        assertThat(told.text()).contains("The organisers of the statement will look at it before it counts");
    }

    @Test
    void afterWithdrawingItStartsAnew() {
        Inbox.Received first = journey.signAndConfirm(ann);
        journey.awaitTotal(1);
        assertThat(api.press(Links.withdrawal(first)).status()).isEqualTo(200);
        journey.awaitTotal(0);

        Inbox.Received second = journey.sign(ann.with("affiliation", "Brewer"), 2);
        assertThat(second.text()).contains("Brewer");
        assertThat(journey.total()).isZero();
        assertThat(api.press(Links.confirmation(first)).status()).isEqualTo(410);
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);

        journey.awaitTotal(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(api.press(Links.confirmation(first)).status()).isEqualTo(410);
    }

    @Test
    void theSameWordsStartAnewAfterWithdrawingToo() {
        Inbox.Received first = journey.signAndConfirm(ann);
        api.press(Links.withdrawal(first));

        Inbox.Received second = journey.sign(ann, 2);

        assertThat(api.press(Links.confirmation(first)).status()).isEqualTo(410);
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);
        journey.awaitTotal(1);
    }

    @Test
    void anExpiredSignatureStartsAnew() {
        String expired = Links.confirmation(journey.sign(ann, 1));
        journey.expire(ann);

        Inbox.Received second = journey.sign(ann, 2);

        assertThat(api.press(expired).status()).isEqualTo(410);
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);
    }

    @Test
    void oneAddressSignsOnceAsAPersonInWhicheverCategory() {
        journey.signAndConfirm(ann);
        journey.awaitTotal(1);

        Inbox.Received told = journey.sign(ann.with("category", "scholars"), 2);

        assertThat(told.subject()).contains("signed already");
        assertThat(told.text()).contains("People").doesNotContain("Scholars");
        assertThat(journey.items()).hasSize(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(journey.total()).isEqualTo(1);
    }

    @Test
    void anotherCategoryBeforeConfirmingReplacesTheEarlierOne() {
        String people = Links.confirmation(journey.sign(ann, 1));
        String scholars = Links.confirmation(journey.sign(ann.with("category", "scholars"), 2));

        assertThat(api.press(people).status()).isEqualTo(410);
        assertThat(api.press(scholars).json()).isEqualTo(Map.of("status", "in-review"));
        assertThat(journey.items()).hasSize(1);
        assertThat(journey.names("people")).isEmpty();
        assertThat(journey.total()).isZero();
    }

    @Test
    void oneAddressSignsForEachOrganisationAndInPerson() {
        Signer bakers = Signer.organisation("Bakers’ Union").with("email", ann.email());
        Signer brewers = bakers.with("name", "Brewers of Ypres");

        Set<String> links = List.of(
                        Links.confirmation(journey.sign(ann, 1)),
                        Links.confirmation(journey.sign(bakers, 2)),
                        Links.confirmation(journey.sign(brewers, 3)))
                .stream()
                .collect(Collectors.toSet());
        assertThat(links).hasSize(3);
        for (String link : links) assertThat(api.press(link).json()).isEqualTo(PUBLISHED);

        journey.awaitTotal(3);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(journey.names("groups")).containsExactly("Bakers’ Union", "Brewers of Ypres");

        Inbox.Received told = journey.sign(bakers.with("name", "BAKERS' UNION"), 4);
        assertThat(told.subject()).contains("signed already");
        assertThat(told.text()).contains("Bakers’ Union");
        assertThat(journey.items()).hasSize(3);
    }

    @Test
    void eachStatementIsSignedOnItsOwn() {
        Journey other = Journey.start();
        journey.signAndConfirm(ann);

        Inbox.Received mail = other.sign(ann, 2);
        assertThat(api.press(Links.confirmation(mail)).json()).isEqualTo(PUBLISHED);
        journey.awaitTotal(1);
        other.awaitTotal(1);

        api.press(Links.withdrawal(mail));
        other.awaitTotal(0);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void dotsAndPlusesOfGmailAreTheSameAddress() {
        String name = "a" + UUID.randomUUID().toString().replace("-", "");
        Signer typed = ann.with("email", name + "@gmail.com");
        journey.signAndConfirm(typed);

        for (String other : List.of(
                name.substring(0, 3) + "." + name.substring(3) + "@gmail.com",
                name.toUpperCase(Locale.ROOT) + "+Letters@GMAIL.com",
                name + "@googlemail.com")) journey.sign(ann.with("email", other).with("name", "Ann Other"));

        assertThat(journey.items()).hasSize(1);
        assertThat(journey.backend().mail(typed.email(), 2).subject()).contains("signed already");
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        journey.awaitTotal(1);
    }

    @Test
    void theMailGoesToTheAddressAsItWasTypedLast() {
        String name = "b" + UUID.randomUUID().toString().replace("-", "");
        Signer plain = ann.with("email", name + "@gmail.com");
        Signer plus = ann.with("email", name + "+letters@gmail.com");

        String earlier = Links.confirmation(journey.sign(plain, 1));
        Inbox.Received mail = journey.sign(plus, 1);

        assertThat(mail.to()).isEqualTo(plus.email());
        assertThat(api.press(earlier).status()).isEqualTo(410);
        assertThat(api.press(Links.confirmation(mail)).json()).isEqualTo(PUBLISHED);
    }

    @Test
    void theAnswerIsTheSameByteForByteForEveryAddress() {
        Api.Answer unknown = api.trySign(journey.statement(), ann.json());
        Api.Answer pending = api.trySign(journey.statement(), ann.json());
        Api.Answer changed =
                api.trySign(journey.statement(), ann.with("name", "Ann Brewer").json());
        Inbox.Received newest = newestOf(ann, "Ann Brewer");
        assertThat(api.press(Links.confirmation(newest)).status()).isEqualTo(200);
        Api.Answer signed = api.trySign(journey.statement(), ann.json());
        assertThat(api.press(Links.withdrawal(newest)).status()).isEqualTo(200);
        Api.Answer withdrawn = api.trySign(journey.statement(), ann.json());

        for (Api.Answer answer : List.of(unknown, pending, changed, signed, withdrawn)) {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"status\":\"check-your-mail\"}");
            assertThat(headers(answer)).isEqualTo(headers(unknown));
        }
    }

    /** The first mail may have been overtaken by the second, and is not sent then. */
    private Inbox.Received newestOf(Signer signer, String word) {
        Backend.patiently().until(() -> mailsSaying(word, signer).findAny().isPresent());
        return mailsSaying(word, signer).findAny().orElseThrow();
    }

    private Stream<Inbox.Received> mailsSaying(String word, Signer signer) {
        return journey.backend().mailsTo(signer.email()).stream()
                .filter(mail -> mail.text().contains(word));
    }

    /** Those that are not of one answer alone, such as the id that API Gateway gives it. */
    private static Map<String, List<String>> headers(Api.Answer answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().toLowerCase(Locale.ROOT).matches("date|x-amz.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
