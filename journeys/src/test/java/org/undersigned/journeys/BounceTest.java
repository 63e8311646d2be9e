package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.local.Project;

class BounceTest {
    private static final String MUST_KNOW = "it must know when an event has been dealt with";
    private static final String PERMANENT = "{\"bounceType\": \"Permanent\"}";
    private static final String TRANSIENT = "{\"bounceType\": \"Transient\"}";

    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void aMailThatComesBackBringsItsSignatureToTheModerators() {
        Signer ann = simulated("bounce");
        awaitBounce(ann, "permanent");
        assertThat(requests(problems())).singleElement().satisfies(request -> {
            assertThat(request).containsEntry("status", "open").containsEntry("name", "Ann Lee");
            assertThat(Pages.flags(request)).contains("mail-bounced permanent");
        });
        assertThat(Pages.signatures(problems())).isEmpty();
    }

    @Test
    void aComplaintIsNotedToo() {
        Signer ann = simulated("complaint");
        awaitBounce(ann, "complaint");
        assertThat(Pages.flags(requests(problems()).getFirst())).contains("mail-bounced complaint");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void aReceiptThatComesBackIsNotedOnItsSignature() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        bounced(ann, "person", "receipt-1", PERMANENT);
        assertThat(journey.attribute(ann, "bounce")).isEqualTo("permanent");
        assertThat(journey.names("people")).containsExactly("Ann Lee");
        bounced(ann, "person", "approved-7", TRANSIENT);
        assertThat(journey.attribute(ann, "bounce")).isEqualTo("permanent");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void theSameNewsTwiceOrInAnotherOrderEndTheSame() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        bounced(ann, TRANSIENT);
        assertThat(bounce(ann)).isEqualTo("transient");
        bounced(ann, PERMANENT);
        bounced(ann, PERMANENT);
        bounced(ann, TRANSIENT);
        assertThat(bounce(ann)).isEqualTo("permanent");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void aReportThatAMailIsNoSpamIsNoComplaint() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        complained(ann, "not-spam");
        assertThat(journey.requestsOf(ann).getFirst()).doesNotContainKey("bounce");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void whatIsNotAboutOurMailsChangesNothing() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        var before = journey.requests();
        tell("{\"eventType\": \"Bounce\", \"bounce\": " + PERMANENT + ", \"mail\": {\"tags\": {}}}");
        tell("{\"eventType\": \"Bounce\", \"bounce\": " + PERMANENT + "}");
        tell("{\"eventType\": \"Delivery\", \"mail\": " + mail(ann, request(ann), "confirmation") + "}");
        tell("{}");
        tell("Successfully validated SNS topic for Amazon SES event publishing.");
        bounced(ann, "none", "confirmation", PERMANENT);
        assertThat(journey.requests()).isEqualTo(before);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "it gives an event to a handler in this process")
    void theSampleEventIsRead() throws IOException {
        var noteBounce = new Invocation("NoteBounce", journey.backend().run().handler("NoteBounce"));
        assertThat(noteBounce.call(Json.object(Files.readString(Project.root().resolve("events/note-bounce.json")))))
                .isEmpty();
    }

    /** Who signs with an address of SES's mailbox simulator. */
    private Signer simulated(String mailbox) {
        Signer signer = Signer.person("Ann Lee").with("email", journey.backend().simulated(mailbox));
        journey.sign(signer, 1);
        journey.backend().simulate(journey, signer, mailbox);
        return signer;
    }

    private void awaitBounce(Signer signer, String bounce) {
        Backend.patiently()
                .untilAsserted(() -> assertThat(journey.requestsOf(signer).getFirst())
                        .extractingByKey("bounce")
                        .extracting(value -> value.s())
                        .isEqualTo(bounce));
    }

    private Api.Answer problems() {
        return moderator.get("/queue?status=pending-problem");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> requests(Api.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return (List<Map<String, Object>>) page.json().get("requests");
    }

    private String request(Signer signer) {
        return journey.requestsOf(signer).getFirst().get("request").s();
    }

    private String bounce(Signer signer) {
        return journey.requestsOf(signer).getFirst().get("bounce").s();
    }

    private void bounced(Signer signer, String bounce) {
        bounced(signer, request(signer), "confirmation", bounce);
    }

    private void bounced(Signer signer, String subject, String kind, String bounce) {
        tell("{\"eventType\": \"Bounce\", \"bounce\": " + bounce + ", \"mail\": " + mail(signer, subject, kind) + "}");
    }

    private void complained(Signer signer, String feedback) {
        tell("{\"eventType\": \"Complaint\", \"complaint\": {\"complaintFeedbackType\": \"" + feedback
                + "\"}, \"mail\": " + mail(signer, request(signer), "confirmation") + "}");
    }

    private void tell(String event) {
        journey.backend().tell(event);
    }

    private String mail(Signer signer, String subject, String kind) {
        return Backend.mailOf(journey.statement(), signer, subject, kind);
    }
}
