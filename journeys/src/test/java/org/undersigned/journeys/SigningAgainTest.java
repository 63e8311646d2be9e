package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isProblem;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    void otherWordsAreAnotherRequestAndEachLinkConfirmsItsOwn() {
        String baker = Links.confirmation(journey.sign(ann, 1));
        Inbox.Received second = journey.sign(ann.with("affiliation", "Brewer"), 2);

        assertThat(second.text()).contains("Brewer").doesNotContain("Affiliation: Baker");
        assertThat(api.press(baker).json()).isEqualTo(PUBLISHED);

        assertThat(journey.signatories("people"))
                .singleElement()
                .satisfies(signatory -> assertThat(signatory).containsEntry("affiliation", "Baker"));
        isProblem(api.press(Links.confirmation(second)), 409);
        assertThat(api.get(Api.path(Links.confirmation(second))).status()).isEqualTo(409);
        journey.awaitTotal(1);
    }

    @Test
    void aNameThatIsMendedBeforeTheClickIsTheOneThatIsSigned() {
        Signer slip = Signer.person("Jon Smth");
        String first = Links.confirmation(journey.sign(slip, 1));
        Inbox.Received second = journey.sign(slip.with("name", "John Smith"), 2);

        assertThat(second.text()).contains("Name: John Smith").doesNotContain("Smth");
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);
        isProblem(api.press(first), 409);
        assertThat(journey.names("people")).containsExactly("John Smith");
    }

    @Test
    void everyWordCounts() {
        Signer plain = Signer.person("Ann Marie Baker");
        var first = journey.sign(plain, 1);
        journey.sign(plain.with("sortAs", "Marie Baker"), 2);
        var third = journey.sign(plain.with("sortAs", "Marie Baker").with("listed", false), 3);

        assertThat(journey.requestsOf(plain)).hasSize(3);
        assertThat(api.press(Links.confirmation(third)).status()).isEqualTo(200);
        assertThat(api.press(Links.confirmation(first)).status()).isEqualTo(409);
        assertThat(journey.names("people")).isEmpty();
        journey.awaitTotal(1);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "the cool-down is two seconds there and minutes where the template is deployed")
    void theSameWordsAreMailedAgainOnlyAfterTheCoolDown() {
        Inbox.Received first = journey.sign(ann, 1);
        journey.sign(ann);
        journey.sign(ann.with("name", "  Ann Baker ").with("honorific", ""));
        journey.backend().settle();
        assertThat(journey.backend().mailsTo(ann.email())).hasSize(1);

        Awaitility.await().pollDelay(COOL_DOWN).until(() -> true);
        Inbox.Received second = journey.sign(ann, 2);

        for (Inbox.Received email : List.of(first, second))
            assertThat(api.get(Api.path(Links.confirmation(email))).status()).isEqualTo(200);
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);
        isProblem(api.press(Links.confirmation(first)), 409);
        journey.awaitTotal(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void onceConfirmedNothingChangesAndTheSignerIsToldSo() {
        String confirmation = Links.confirmation(journey.sign(ann, 1));
        api.press(confirmation);
        journey.backend().mail(ann.email(), 2);
        var signed = journey.item(ann);

        Inbox.Received told = journey.sign(ann.with("name", "Ann Mayor").with("affiliation", "Mayor"), 3);

        assertThat(told.subject()).contains("signed already");
        assertThat(told.text()).contains("Ann Baker").doesNotContain("Mayor").doesNotContain("/confirmations/");
        assertThat(journey.item(ann)).isEqualTo(signed);
        assertThat(api.press(confirmation).json()).isEqualTo(PUBLISHED);
        journey.awaitTotal(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void whoWaitsForReviewIsToldSo() {
        Signer scholar = ann.with("category", "scholars");
        journey.signAndConfirm(scholar);

        Inbox.Received told = journey.sign(scholar.with("honorific", "Dr."), 3);

        assertThat(told.subject()).contains("signed already");
        assertThat(told.text()).contains("The organisers of the statement will look at it before it counts");
    }

    @Test
    void afterWithdrawingItStartsAnew() {
        String first = Links.confirmation(journey.sign(ann, 1));
        api.press(first);
        String withdrawal = Links.withdrawal(journey.backend().mail(ann.email(), 2));
        journey.awaitTotal(1);
        assertThat(api.press(withdrawal).status()).isEqualTo(200);
        journey.awaitTotal(0);

        Inbox.Received second = journey.sign(ann.with("affiliation", "Brewer"), 3);
        assertThat(second.text()).contains("Brewer");
        isProblem(api.press(first), 410);
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);

        journey.awaitTotal(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        isProblem(api.press(withdrawal), 410);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(journey.item(ann).get("version").n()).isEqualTo("3");
    }

    @Test
    void anExpiredRequestIsMadeAnew() {
        String expired = Links.confirmation(journey.sign(ann, 1));
        journey.expire(ann);

        Inbox.Received second = journey.sign(ann.with("affiliation", "Brewer"), 2);

        isProblem(api.press(expired), 410);
        assertThat(api.press(Links.confirmation(second)).json()).isEqualTo(PUBLISHED);
    }

    @Test
    void oneAddressSignsOnceAsAPersonInWhicheverCategory() {
        journey.signAndConfirm(ann);
        journey.awaitTotal(1);

        Inbox.Received told = journey.sign(ann.with("category", "scholars"), 3);

        assertThat(told.subject()).contains("signed already");
        assertThat(told.text()).contains("People").doesNotContain("Scholars");
        assertThat(journey.items()).hasSize(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(journey.total()).isEqualTo(1);
    }

    @Test
    void oneAddressSignsForEachOrganisationAndInPerson() {
        Signer bakers = Signer.organisation("Bakers’ Union").with("email", ann.email());
        Signer brewers = bakers.with("name", "Brewers of Ypres");
        List<Inbox.Received> asked = List.of(journey.sign(ann, 1), journey.sign(bakers, 2), journey.sign(brewers, 3));

        for (Inbox.Received email : asked)
            assertThat(api.press(Links.confirmation(email)).json()).isEqualTo(PUBLISHED);

        journey.awaitTotal(3);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(journey.names("groups")).containsExactly("Bakers’ Union", "Brewers of Ypres");
        journey.backend().mail(ann.email(), 6);
        Inbox.Received told = journey.sign(bakers.with("name", "BAKERS' UNION"), 7);
        assertThat(told.subject()).contains("signed already");
        assertThat(told.text()).contains("Bakers’ Union");
        assertThat(journey.items()).hasSize(3);
    }

    @Test
    void eachStatementIsSignedOnItsOwn() {
        Journey other = Journey.start();
        journey.signAndConfirm(ann);

        Inbox.Received receipt = other.signAndConfirm(ann);
        journey.awaitTotal(1);
        other.awaitTotal(1);

        api.press(Links.withdrawal(receipt));
        other.awaitTotal(0);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void dotsAndPlusesOfGmailAreTheSameAddress() {
        String name = "a" + UUID.randomUUID().toString().replace("-", "");
        Signer typed = ann.with("email", name + "@gmail.com");
        journey.signAndConfirm(typed);

        Signer dotted = ann.with("email", name.substring(0, 3) + "." + name.substring(3) + "@gmail.com");
        assertThat(journey.sign(dotted.with("name", "Ann Other"), 1).subject()).contains("signed already");
        Signer tagged = ann.with("email", name.toUpperCase(Locale.ROOT) + "+Letters@gmail.com");
        assertThat(journey.sign(tagged.with("name", "Ann Third"), 1).subject()).contains("signed already");

        assertThat(journey.items()).hasSize(1);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        journey.awaitTotal(1);
    }

    @Test
    void anEmailGoesToTheAddressAsItWasTyped() {
        String name = "b" + UUID.randomUUID().toString().replace("-", "");
        journey.sign(ann.with("email", name + "@gmail.com"), 1);
        Signer plus = ann.with("email", name + "+letters@gmail.com").with("affiliation", "Brewer");

        Inbox.Received email = journey.sign(plus, 1);

        assertThat(api.press(Links.confirmation(email)).json()).isEqualTo(PUBLISHED);
        assertThat(journey.attribute(plus, "emailAddress")).isEqualTo(plus.email());
    }

    @Test
    void theAnswerIsTheSameByteForByteForEveryAddress() {
        Api.Answer unknown = api.trySign(journey.statement(), ann.json());
        Api.Answer asked = api.trySign(journey.statement(), ann.json());
        Inbox.Received email = journey.backend().mail(ann.email(), 1);
        api.press(Links.confirmation(email));
        String withdrawal = Links.withdrawal(journey.backend().mail(ann.email(), 2));
        Api.Answer signed =
                api.trySign(journey.statement(), ann.with("name", "Ann Brewer").json());
        assertThat(api.press(withdrawal).status()).isEqualTo(200);
        Api.Answer withdrawn = api.trySign(journey.statement(), ann.json());
        Api.Answer honeypot = api.trySign(
                journey.statement(), ann.with("website", "https://example.org").json());

        for (Api.Answer answer : List.of(unknown, asked, signed, withdrawn, honeypot)) {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"status\":\"check-your-mail\"}");
            assertThat(headers(answer)).isEqualTo(headers(unknown));
        }
    }

    @Test
    void whoFillsInWhatPeopleDoNotSeeAsksForNothing() {
        journey.sign(ann.with("website", "x"));
        journey.backend().settle();
        assertThat(journey.requests()).isEmpty();
        assertThat(journey.backend().mailsTo(ann.email())).isEmpty();

        journey.sign(ann.with("website", "  "), 1);
    }

    /** Those that are not of one answer alone, such as the id that API Gateway gives it. */
    private static Map<String, List<String>> headers(Api.Answer answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().toLowerCase(Locale.ROOT).matches("date|x-amz.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
