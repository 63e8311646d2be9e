package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        assertThat(Pages.signatures(problems())).singleElement().satisfies(signature -> {
            assertThat(signature).containsEntry("status", "pending").containsEntry("name", "Ann Lee");
            assertThat(Pages.flags(signature)).containsExactly("mail-bounced permanent");
        });
    }

    @Test
    void aComplaintIsNotedToo() {
        Signer ann = simulated("complaint");
        awaitBounce(ann, "complaint");
        assertThat(Pages.flags(Pages.signatures(problems()).getFirst())).containsExactly("mail-bounced complaint");
    }

    @Test
    void whoConfirmsAllTheSameHasNoProblem() {
        Signer ann = simulated("bounce");
        awaitBounce(ann, "permanent");
        journey.api().press(Links.confirmation(journey.backend().mail(ann.email(), 1)));
        assertThat(Pages.signatures(problems())).isEmpty();
        assertThat(journey.item(ann)).doesNotContainKey("bounce");
        assertThat(journey.names("people")).containsExactly("Ann Lee");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void newsOfAnEarlierMailAreOutOfDate() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        journey.sign(ann.with("honorific", "Dr."), 2);
        bounced(ann, "confirmation-1", PERMANENT);
        assertThat(journey.item(ann)).doesNotContainKey("bounce");
        bounced(ann, "confirmation-2", PERMANENT);
        assertThat(journey.attribute(ann, "bounce")).isEqualTo("permanent");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void theSameNewsTwiceOrInAnotherOrderEndTheSame() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        bounced(ann, "confirmation-1", TRANSIENT);
        assertThat(journey.attribute(ann, "bounce")).isEqualTo("transient");
        bounced(ann, "confirmation-1", PERMANENT);
        bounced(ann, "confirmation-1", PERMANENT);
        bounced(ann, "confirmation-1", TRANSIENT);
        assertThat(journey.attribute(ann, "bounce")).isEqualTo("permanent");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void aReportThatAMailIsNoSpamIsNoComplaint() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        complained(ann, "not-spam");
        assertThat(journey.item(ann)).doesNotContainKey("bounce");
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = MUST_KNOW)
    void whatIsNotAboutOurMailsChangesNothing() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        Map<String, ?> before = journey.item(ann);
        tell("{\"eventType\": \"Bounce\", \"bounce\": " + PERMANENT + ", \"mail\": {\"tags\": {}}}");
        tell("{\"eventType\": \"Bounce\", \"bounce\": " + PERMANENT + "}");
        tell("{\"eventType\": \"Delivery\", \"mail\": " + mail(ann, "confirmation-1") + "}");
        tell("{}");
        bounced(ann, "confirmation", PERMANENT);
        assertThat(journey.item(ann)).isEqualTo(before);
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

    /** Who signs with an address of SES's mailbox simulator; where SES has none, its event is told here. */
    private Signer simulated(String mailbox) {
        Signer signer =
                Signer.person("Ann Lee").with("email", mailbox + "+" + UUID.randomUUID() + "@simulator.amazonses.com");
        journey.sign(signer, 1);
        if (Target.Kind.CHOSEN != EMBEDDED) {
            if (mailbox.equals("bounce")) bounced(signer, "confirmation-1", PERMANENT);
            else complained(signer, "abuse");
        }
        return signer;
    }

    private void awaitBounce(Signer signer, String bounce) {
        Backend.patiently()
                .untilAsserted(() -> assertThat(journey.item(signer))
                        .extractingByKey("bounce")
                        .extracting(value -> value.s())
                        .isEqualTo(bounce));
    }

    private Api.Answer problems() {
        return moderator.get("/queue?status=pending-problem");
    }

    private void bounced(Signer signer, String mail, String bounce) {
        tell("{\"eventType\": \"Bounce\", \"bounce\": " + bounce + ", \"mail\": " + mail(signer, mail) + "}");
    }

    private void complained(Signer signer, String feedback) {
        tell("{\"eventType\": \"Complaint\", \"complaint\": {\"complaintFeedbackType\": \"" + feedback
                + "\"}, \"mail\": " + mail(signer, "confirmation-1") + "}");
    }

    private void tell(String event) {
        journey.backend().tell(event);
    }

    private String mail(Signer signer, String mail) {
        return Json.text(Map.of(
                "tags",
                Map.of(
                        "signer", List.of(journey.attribute(signer, "signer")),
                        "capacity", List.of(journey.attribute(signer, "capacity")),
                        "mail", List.of(mail))));
    }
}
