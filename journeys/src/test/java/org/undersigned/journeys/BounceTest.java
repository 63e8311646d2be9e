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

@OnlyOn(
        value = {EMBEDDED, TESTCONTAINERS},
        because = "it gives events to a handler in this process")
class BounceTest {
    private static final String NOTHING_COMES_BACK = "only the local run answers mails as SES's mailbox simulator does";
    private static final String PERMANENT = "{\"bounceType\": \"Permanent\"}";
    private static final String TRANSIENT = "{\"bounceType\": \"Transient\"}";

    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);
    private final Invocation noteBounce =
            new Invocation("NoteBounce", journey.backend().run().handler("NoteBounce"));

    @Test
    @OnlyOn(value = EMBEDDED, because = NOTHING_COMES_BACK)
    void aMailThatComesBackBringsItsSignatureToTheModerators() {
        Signer ann = simulated("bounce");
        awaitBounce(ann, "permanent");
        assertThat(Pages.signatures(problems())).singleElement().satisfies(signature -> {
            assertThat(signature).containsEntry("status", "pending").containsEntry("name", "Ann Lee");
            assertThat(Pages.flags(signature)).containsExactly("mail-bounced permanent");
        });
    }

    @Test
    @OnlyOn(value = EMBEDDED, because = NOTHING_COMES_BACK)
    void aComplaintIsNotedToo() {
        Signer ann = simulated("complaint");
        awaitBounce(ann, "complaint");
        assertThat(Pages.flags(Pages.signatures(problems()).getFirst())).containsExactly("mail-bounced complaint");
    }

    @Test
    @OnlyOn(value = EMBEDDED, because = NOTHING_COMES_BACK)
    void whoConfirmsAllTheSameHasNoProblem() {
        Signer ann = simulated("bounce");
        awaitBounce(ann, "permanent");
        journey.api().press(Links.confirmation(journey.backend().mail(ann.email(), 1)));
        assertThat(Pages.signatures(problems())).isEmpty();
        assertThat(journey.item(ann)).doesNotContainKey("bounce");
        assertThat(journey.names("people")).containsExactly("Ann Lee");
    }

    @Test
    void newsOfAnEarlierMailAreOutOfDate() throws IOException {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        journey.sign(ann.with("honorific", "Dr."), 2);
        bounced(ann, "confirmation-1", PERMANENT);
        assertThat(journey.item(ann)).doesNotContainKey("bounce");
        bounced(ann, "confirmation-2", PERMANENT);
        assertThat(journey.attribute(ann, "bounce")).isEqualTo("permanent");
    }

    @Test
    void theSameNewsTwiceOrInAnotherOrderEndTheSame() throws IOException {
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
    void aReportThatAMailIsNoSpamIsNoComplaint() throws IOException {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        call("{\"eventType\": \"Complaint\", \"complaint\": {\"complaintFeedbackType\": \"not-spam\"}, \"mail\": "
                + mail(ann, "confirmation-1") + "}");
        assertThat(journey.item(ann)).doesNotContainKey("bounce");
    }

    @Test
    void whatIsNotAboutOurMailsChangesNothing() throws IOException {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        Map<String, ?> before = journey.item(ann);
        call("{\"eventType\": \"Bounce\", \"bounce\": " + PERMANENT + ", \"mail\": {\"tags\": {}}}");
        call("{\"eventType\": \"Bounce\", \"bounce\": " + PERMANENT + "}");
        call("{\"eventType\": \"Delivery\", \"mail\": " + mail(ann, "confirmation-1") + "}");
        call("{}");
        bounced(ann, "confirmation", PERMANENT);
        assertThat(journey.item(ann)).isEqualTo(before);
    }

    @Test
    void theSampleEventIsRead() throws IOException {
        assertThat(noteBounce.call(Json.object(Files.readString(Project.root().resolve("events/note-bounce.json")))))
                .isEmpty();
    }

    private Signer simulated(String mailbox) {
        Signer signer =
                Signer.person("Ann Lee").with("email", mailbox + "+" + UUID.randomUUID() + "@simulator.amazonses.com");
        journey.sign(signer, 1);
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

    private void bounced(Signer signer, String mail, String bounce) throws IOException {
        call("{\"eventType\": \"Bounce\", \"bounce\": " + bounce + ", \"mail\": " + mail(signer, mail) + "}");
    }

    private String mail(Signer signer, String mail) {
        return Json.text(Map.of(
                "tags",
                Map.of(
                        "signer", List.of(journey.attribute(signer, "signer")),
                        "capacity", List.of(journey.attribute(signer, "capacity")),
                        "mail", List.of(mail))));
    }

    private void call(String message) throws IOException {
        noteBounce.call(Map.of("Records", List.of(Map.of("Sns", Map.of("Message", message)))));
    }
}
