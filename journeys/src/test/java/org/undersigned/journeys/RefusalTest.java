package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isProblem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

class RefusalTest {
    private static final Map<String, Object> REFUSED = Map.of("status", "refused");

    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");

    @Test
    void refusingDropsWhatWasAskedForWithTheAddressAndNothingElse() {
        Signer bob = Signer.person("Bob Brewer");
        Inbox.Received asked = journey.sign(ann, 1);
        Inbox.Received again = journey.sign(ann.with("honorific", "Dr."), 2);
        Inbox.Received other = journey.sign(bob, 1);

        assertThat(api.press(Links.refusal(asked)).json()).isEqualTo(REFUSED);
        assertThat(api.press(Links.refusal(asked)).json()).isEqualTo(REFUSED);

        assertThat(journey.requestsOf(ann)).isEmpty();
        for (Inbox.Received email : List.of(asked, again)) {
            isProblem(api.press(Links.confirmation(email)), 410);
            assertThat(api.get(Api.path(Links.confirmation(email))).status()).isEqualTo(410);
        }
        assertThat(journey.items()).isEmpty();
        assertThat(api.press(Links.confirmation(other)).status()).isEqualTo(200);
    }

    @Test
    void lookingAtARefusalLinkChangesNothing() {
        Inbox.Received asked = journey.sign(ann, 1);
        String path = Api.path(Links.refusal(asked));

        Api.Answer page = api.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ann Baker")
                .contains("name=\"refuse\"")
                .contains("name=\"silence\"");
        assertThat(api.head(path).status()).isEqualTo(200);
        assertThat(journey.requestsOf(ann)).hasSize(1);
        assertThat(api.press(Links.confirmation(asked)).status()).isEqualTo(200);
    }

    @Test
    void refusingAfterConfirmingTouchesNoSignature() {
        Inbox.Received asked = journey.sign(ann, 1);
        journey.confirm(asked);

        assertThat(api.press(Links.refusal(asked)).json()).isEqualTo(REFUSED);

        assertThat(journey.names("people")).containsExactly("Ann Baker");
        assertThat(api.press(Links.confirmation(asked)).json()).isEqualTo(Map.of("status", "published"));
        assertThat(api.get(Api.path(Links.confirmation(asked))).status()).isEqualTo(200);
        journey.awaitTotal(1);
    }

    @Test
    void whoRefusedCanStillSign() {
        api.press(Links.refusal(journey.sign(ann, 1)));

        Inbox.Received anew = journey.sign(ann.with("honorific", "Dr."), 2);

        assertThat(api.press(Links.confirmation(anew)).status()).isEqualTo(200);
    }

    @Test
    void silenceStopsEveryEmailFromAllStatementsUntilItIsLifted() {
        Journey other = Journey.start();
        String link = Links.refusal(journey.sign(ann, 1));
        assertThat(api.press(link, Map.of("refuse", true, "silence", true)).json())
                .isEqualTo(REFUSED);

        journey.sign(ann.with("honorific", "Dr."));
        other.sign(ann);
        api.post(
                "/statements/" + other.statement() + "/status-mails",
                "{\"email\": \"" + ann.email() + "\"}",
                "Content-Type",
                "application/json");
        backend.settle();
        assertThat(backend.mailsTo(ann.email())).hasSize(1);
        assertThat(api.get(Api.path(link)).body()).contains("name=\"lift\"").doesNotContain("name=\"silence\"");

        assertThat(api.press(link, Map.of("lift", true)).json()).isEqualTo(Map.of("status", "lifted"));
        assertThat(api.get(Api.path(link)).body()).contains("name=\"silence\"");
        other.sign(ann.with("honorific", "Prof."));
        assertThat(backend.mail(ann.email(), 2).text()).contains("Prof.");
    }

    @Test
    void theOtherLinksAreNoRefusals() {
        Inbox.Received asked = journey.sign(ann, 1);
        String confirmation = Api.path(Links.confirmation(asked)).replace("confirmations", "refusals");
        String refusal = Api.path(Links.refusal(asked)).replace("refusals", "confirmations");

        isProblem(api.press(confirmation), 404);
        isProblem(api.press(refusal), 404);
        assertThat(journey.requestsOf(ann)).hasSize(1);
    }

    @Test
    void nothingIsRefusedWithoutTheButton() {
        String path = Api.path(Links.refusal(journey.sign(ann, 1)));

        assertThat(api.post(path, "").status()).isEqualTo(400);
        isProblem(api.press(path, Map.of("refuse", false)), 400);
        isProblem(api.press(path, Map.of("silence", true)), 400);
        isProblem(api.press(path, Map.of("refuse", true, "lift", true)), 400);
        isProblem(api.press(path, Map.of("refuse", true, "sign", true)), 400);

        assertThat(journey.requestsOf(ann)).hasSize(1);
    }
}
