package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

/** What others ask for with a signer's address changes nothing of what the signer asked for. */
class StrangersTest {
    private static final Map<String, Object> PUBLISHED = Map.of("status", "published");
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");

    @Test
    void aStrangerAfterTheSignerChangesNothing() {
        Inbox.Received own = journey.sign(ann, 1);
        Inbox.Received strangers = journey.sign(stranger(1), 2);

        assertThat(api.get(Api.path(Links.confirmation(own))).body()).contains("Ann Baker");
        assertThat(api.press(Links.confirmation(own)).json()).isEqualTo(PUBLISHED);

        isProblem(api.press(Links.confirmation(strangers)), 409);
        Api.Answer page = api.browse(Links.confirmation(strangers));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("Ann Baker").doesNotContain("Stranger");
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        journey.awaitTotal(1);
    }

    @Test
    void aStrangerBeforeTheSignerChangesNothing() {
        Inbox.Received strangers = journey.sign(stranger(1), 1);
        Inbox.Received own = journey.sign(ann, 2);

        assertThat(own.text()).contains("Ann Baker").doesNotContain("Stranger");
        assertThat(api.press(Links.confirmation(own)).json()).isEqualTo(PUBLISHED);
        isProblem(api.press(Links.confirmation(strangers)), 409);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void aStrangerAtTheSameTimeChangesNothing() {
        List<Callable<Integer>> both = new ArrayList<>();
        both.add(() -> api.trySign(journey.statement(), ann.json()).status());
        for (int i = 0; i < 3; i++) {
            Signer stranger = stranger(i);
            both.add(() -> api.trySign(journey.statement(), stranger.json()).status());
        }
        assertThat(AtOnce.all(both)).containsOnly(202);

        backend.mail(ann.email(), 4);
        Inbox.Received own = backend.mailsTo(ann.email()).stream()
                .filter(email -> email.text().contains("Ann Baker"))
                .findFirst()
                .orElseThrow();
        assertThat(api.press(Links.confirmation(own)).json()).isEqualTo(PUBLISHED);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void threeStrangersLeaveTheSignerAnEmailOfTheirOwn() {
        for (int i = 1; i <= 3; i++) journey.sign(stranger(i), i);

        assertThat(api.press(Links.confirmation(journey.sign(ann, 4))).json()).isEqualTo(PUBLISHED);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
    }

    @Test
    void thirtyStrangersKeepTheEmailFromTheSignerAndNotTheirWords() {
        for (int i = 1; i <= 12; i++) journey.sign(stranger(i));
        backend.mail(ann.email(), 5);
        journey.sign(ann);
        for (int i = 13; i <= 30; i++) journey.sign(stranger(i));
        backend.settle();
        List<Inbox.Received> emails = backend.mailsTo(ann.email());
        assertThat(emails).hasSize(5).noneMatch(email -> email.text().contains("Ann Baker"));

        String link = Links.confirmation(emails.getFirst());
        String page = api.get(Api.path(link)).body();
        assertThat(page).contains("Ann Baker");
        List<String> requests =
                REQUEST.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(requests).hasSize(21).doesNotHaveDuplicates();

        String own = requestOf("Ann Baker", page);
        assertThat(api.press(link, Map.of("confirm", true, "request", own)).json())
                .isEqualTo(PUBLISHED);
        assertThat(journey.names("people")).containsExactly("Ann Baker");
        for (Inbox.Received email : emails) isProblem(api.press(Links.confirmation(email)), 409);
        journey.awaitTotal(1);
    }

    @Test
    void aRequestOfAnotherAddressIsNotFoundBehindALink() {
        String link = Links.confirmation(journey.sign(ann, 1));
        Signer bob = Signer.person("Bob Brewer");
        journey.sign(bob, 1);
        String foreign = journey.requestsOf(bob).getFirst().get("request").s();

        isProblem(api.press(link, Map.of("confirm", true, "request", foreign)), 404);
        isProblem(api.press(link, Map.of("confirm", true, "request", "../x")), 404);
        isProblem(api.press(link, Map.of("confirm", true, "request", "")), 404);

        assertThat(journey.items()).isEmpty();
        assertThat(api.press(link).json()).isEqualTo(PUBLISHED);
    }

    @Test
    void whoPressesEveryButtonOfTheFirstEmailHasSignedAndIsNotWithdrawn() {
        Inbox.Received asked = journey.sign(ann, 1);

        assertThat(api.browse(Links.confirmation(asked)).status()).isEqualTo(200);
        assertThat(api.browse(Links.refusal(asked)).status()).isEqualTo(200);

        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(api.press(Links.confirmation(asked)).json()).isEqualTo(PUBLISHED);
        journey.awaitTotal(1);
    }

    @Test
    void twoRequestsOfOneCapacityConfirmedAtOnceMakeOneSignature() {
        for (int round = 0; round < 5; round++) {
            Signer signer = Signer.person("Ann Round " + round);
            String one = Links.confirmation(journey.sign(signer, 1));
            String other = Links.confirmation(journey.sign(signer.with("honorific", "Dr."), 2));

            List<Integer> answers = AtOnce.all(List.of(
                    () -> api.press(one).status(), () -> api.press(other).status()));

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(journey.items()).hasSize(5);
        journey.awaitTotal(5);
    }

    private Signer stranger(int number) {
        return ann.with("name", "Stranger No " + number);
    }

    /** The id in the form that follows the name on a page. */
    private static String requestOf(String name, String page) {
        return REQUEST.matcher(page.substring(page.indexOf(name)))
                .results()
                .map(MatchResult::group)
                .map(field -> field.replaceAll(".*value=\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }
}
