package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;

class RejectionEmailTest {
    private final Journey journey = Journey.start(Map.of("\"text\"", "\"rejectionMails\": true, \"text\""));
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void aRejectedSignerIsToldWhyInTheirLanguageAndCanWithdraw() {
        Signer ann = inReview("Ann Lee");
        reject(ann, "no-mandate: her office knows nothing of it");
        Inbox.Received mail = journey.backend().mail(ann.email(), 3);
        assertThat(mail.subject()).isEqualTo("Votre signature n’a pas été acceptée\u00a0: Lettre ouverte");
        assertThat(mail.text())
                .contains("l’équipe n’a pas pu établir que vous pouvez signer sous ce nom")
                .contains("https://letter.example.org")
                .doesNotContain("her office");
        assertThat(journey.api().press(Links.withdrawal(mail)).status()).isEqualTo(200);
        assertThat(journey.attribute(ann, "status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aMailThatComesAfterASecondThoughtIsNotSent() {
        Signer ann = inReview("Ann Lee");
        reject(ann, "other");
        journey.backend().mail(ann.email(), 3);
        moderator.decide("reinstate", Admin.id(journey, ann));
        Backend backend = journey.backend();
        String message = Json.text(Map.of(
                "signer",
                journey.attribute(ann, "signer"),
                "capacity",
                "person",
                "owed",
                journey.attribute(ann, "owed")));
        backend.sqs()
                .sendMessage(r ->
                        r.queueUrl(backend.env().required("EMAIL_QUEUE_URL")).messageBody(message));
        journey.backend().settle();
        assertThat(journey.backend().mailsTo(ann.email())).hasSize(3);
    }

    @Test
    void whatIsTakenBackAtOnceIsNotTold() {
        Signer ann = inReview("Ann Lee");
        Signer bob = inReview("Bob Lee");
        reject(ann, "other");
        moderator.decide("reinstate", Admin.id(journey, ann));
        reject(bob, "other");

        journey.backend().mail(bob.email(), 3);
        journey.backend().settle();
        assertThat(journey.backend().mailsTo(ann.email())).hasSize(2);
    }

    private void reject(Signer signer, String reason) {
        Api.Answer answer = moderator.decide(
                Map.of("decision", "reject", "signatures", List.of(Admin.id(journey, signer)), "reason", reason));
        assertThat(Admin.outcomes(answer)).containsExactly("rejected");
    }

    private Signer inReview(String name) {
        Signer signer = Signer.person(name)
                .with("category", "scholars")
                .with("affiliation", "Université Laval")
                .with("language", "fr");
        journey.signAndConfirm(signer);
        return signer;
    }
}
