package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isProblem;

import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

class StatusEmailTest {
    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final Api api = journey.api();
    private final Signer ann = Signer.person("Ann Baker");

    @Test
    void itSaysWhereEachSignatureAndRequestStandsWithTheirLinks() {
        Signer bakers = Signer.organisation("Bakers’ Union").with("email", ann.email());
        journey.signAndConfirm(ann);
        Inbox.Received asked = journey.sign(bakers, 3);

        ask(ann.email());

        Inbox.Received told = backend.mail(ann.email(), 4);
        assertThat(told.subject()).contains("Open letter").doesNotContain("Ann", "Bakers");
        assertThat(told.text()).contains("Ann Baker").contains("Bakers’ Union").contains(Links.confirmation(asked));
        assertThat(api.press(Links.confirmation(told)).status()).isEqualTo(200);
        assertThat(api.press(Links.withdrawal(told)).status()).isEqualTo(200);
        journey.awaitTotal(1);
        assertThat(journey.names("people")).isEmpty();
    }

    @Test
    void whoIsRejectedIsToldWhy() {
        Signer scholar = ann.with("category", "scholars").with("affiliation", "Laval");
        journey.signAndConfirm(scholar);
        Admin.moderator(journey).decide("reject", journey.id(scholar));

        ask(ann.email());

        assertThat(backend.mail(ann.email(), 3).text())
                .contains("did not accept")
                .contains("Ann Baker");
    }

    @Test
    void whoHasSignedNothingIsToldThat() {
        ask(ann.email());

        Inbox.Received told = backend.mail(ann.email(), 1);

        assertThat(told.text()).doesNotContain("/confirmations/").doesNotContain("/withdrawals/");
        assertThat(Links.refusal(told)).isNotBlank();
    }

    @Test
    void whoAsksTwiceIsToldOnce() {
        ask(ann.email());
        ask(ann.email());
        backend.mail(ann.email(), 1);
        backend.settle();
        // The cool-down's window may end between the two.
        assertThat(backend.mailsTo(ann.email())).hasSizeBetween(1, 2);
    }

    @Test
    void badFormsAreToldWhatIsWrong() {
        for (String body : new String[] {"{}", "{\"email\": \"x\"}", "{\"email\": 1}", "{\"email\": null}"})
            isProblem(post(body), 422, "email");
        isProblem(post("{\"email\": \"ann@example.org\", \"name\": \"Ann\"}"), 422, "name");
        isProblem(post("[]"), 400);
        isProblem(
                api.post(
                        "/statements/" + journey.statement() + "/status-mails",
                        "email=x",
                        "Content-Type",
                        "text/plain"),
                415);
        isProblem(
                api.post(
                        "/statements/none/status-mails",
                        "{\"email\": \"ann@example.org\"}",
                        "Content-Type",
                        "application/json"),
                404);
    }

    private void ask(String address) {
        Api.Answer answer = post("{\"email\": \"" + address + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"status\":\"check-your-mail\"}");
    }

    private Api.Answer post(String body) {
        return api.post(
                "/statements/" + journey.statement() + "/status-mails", body, "Content-Type", "application/json");
    }
}
