package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.local.Endpoints;
import org.undersigned.local.Invocation;
import org.undersigned.queueemails.QueueEmails;
import org.undersigned.queueemails.QueueEmailsHandler;
import org.undersigned.sendemail.Claims;
import org.undersigned.sendemail.Envelope;
import org.undersigned.sendemail.Pace;
import org.undersigned.sendemail.SendEmail;
import org.undersigned.sendemail.SendEmailHandler;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class MailDeliveryTest {
    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final SqsClient sqs = backend.sqs();
    private final String queue =
            sqs.createQueue(r -> r.queueName("mails-" + UUID.randomUUID())).queueUrl();
    private final Invocation queueEmails = queueEmails(sqs);
    private final PostOffice postOffice = new PostOffice();
    private final Invocation sendEmail = new Invocation(
            "SendEmail",
            new SendEmailHandler(new SendEmail(
                    backend.signatures(),
                    backend.statements(),
                    new Claims(backend.signatures(), backend.statements(), backend.tallies()),
                    new Tokens(new TokenKeys(() -> "{\"current\":\"k1\",\"k1\":\"secret\"}", Clock.systemUTC())),
                    "https://sign.example.org",
                    new Envelope("undersigned@example.org", "mails", Clock.systemUTC()),
                    postOffice.client(),
                    new Pace(Duration.ZERO))));

    MailDeliveryTest() throws IOException {}

    @AfterEach
    void close() {
        postOffice.close();
        sqs.deleteQueue(r -> r.queueUrl(queue));
    }

    @Test
    void aQueueThatCannotBeReachedLosesNoMail() throws IOException {
        List<Change> batch = signed(25);
        try (SqsClient lost = Endpoints.client(SqsClient.builder(), Endpoints.at(Endpoints.freePort()))) {
            assertThat(deliver(queueEmails(lost), batch))
                    .containsExactly(batch.getFirst().number());
        }
        assertThat(deliver(queueEmails, batch)).isEmpty();
        assertThat(queued()).containsExactlyInAnyOrderElementsOf(messages(batch, "confirmation#1"));
    }

    @Test
    void moreMailsThanTheQueueTakesAtOnceAreAllQueued() throws IOException {
        List<Change> batch = signed(101);
        assertThat(deliver(queueEmails, batch)).isEmpty();
        assertThat(queued()).containsExactlyInAnyOrderElementsOf(messages(batch, "confirmation#1"));
    }

    @Test
    void aBatchThatComesAgainIsQueuedAgain() throws IOException {
        List<Change> batch = signed(3);
        assertThat(deliver(queueEmails, batch)).isEmpty();
        assertThat(deliver(queueEmails, batch)).isEmpty();
        List<Map<String, Object>> twice = new ArrayList<>(messages(batch, "confirmation#1"));
        twice.addAll(messages(batch, "confirmation#1"));
        assertThat(queued()).containsExactlyInAnyOrderElementsOf(twice);
    }

    @Test
    void onlyMailsNewlyAskedForAreQueued() throws IOException {
        Change signed = signed(1).getFirst();
        Change again = signed.mailed("confirmation#2");
        Change confirmed = again.then("PUBLISHED", "people");
        assertThat(deliver(queueEmails, List.of(confirmed, confirmed.removed())))
                .isEmpty();
        assertThat(queued()).isEmpty();
        assertThat(deliver(queueEmails, List.of(again, confirmed))).isEmpty();
        assertThat(queued()).containsExactlyElementsOf(messages(List.of(signed), "confirmation#2"));
    }

    @Test
    void aRecordThatCannotBeReadIsNamedAndThoseBeforeItAreQueued() throws IOException {
        for (int bad : List.of(0, 4, 12)) {
            List<Change> batch = new ArrayList<>(signed(15));
            batch.set(bad, batch.get(bad).without("capacity"));
            assertThat(deliver(queueEmails, batch))
                    .containsExactly(batch.get(bad).number());
            assertThat(queued()).containsExactlyInAnyOrderElementsOf(messages(batch.subList(0, bad), "confirmation#1"));
        }
    }

    @Test
    void aMailThatIsDueIsSentHoweverOftenItIsQueued() throws IOException {
        Signer ann = signed("Ann Lee");
        assertThat(send(List.of(message(ann, "confirmation#1"), message(ann, "confirmation#1"))))
                .isEmpty();
        assertThat(postOffice.taken()).containsExactly(ann.email(), ann.email());
    }

    @Test
    void aStaleMailIsNotSent() throws IOException {
        Signer ann = signed("Ann Lee");
        Signer other = ann.with("name", "Ann Other");
        journey.sign(other, 2);
        assertThat(send(List.of(message(ann, "confirmation#1")))).isEmpty();
        assertThat(postOffice.taken()).isEmpty();
        assertThat(send(List.of(message(ann, "confirmation#2")))).isEmpty();
        assertThat(postOffice.taken()).containsExactly(ann.email());
    }

    @Test
    void aMailThatNobodyNeedsAnyMoreIsNotSent() throws IOException {
        Signer confirmed = signed("Ann Lee");
        backend.api().press(Links.confirmation(backend.mail(confirmed.email(), 1)));
        Signer withdrawn = signed("Bob Lee");
        backend.api().press(Links.withdrawal(backend.mail(withdrawn.email(), 1)));
        assertThat(send(List.of(message(confirmed, "confirmation#1"), message(withdrawn, "confirmation#1"))))
                .isEmpty();
        assertThat(postOffice.taken()).isEmpty();
    }

    @Test
    void aMailThatIsRefusedFailsAloneAndIsSentWhenItComesAgain() throws IOException {
        Signer ann = signed("Ann Lee");
        Signer bob = signed("Bob Lee");
        Signer cat = signed("Cat Lee");
        List<Map<String, Object>> messages =
                List.of(message(ann, "confirmation#1"), message(bob, "confirmation#1"), message(cat, "confirmation#1"));
        postOffice.refuse(bob.email());

        assertThat(send(messages)).containsExactly((String) messages.get(1).get("messageId"));
        assertThat(postOffice.taken()).containsExactly(ann.email(), cat.email());

        postOffice.refuseNobody();
        assertThat(send(List.of(messages.get(1)))).isEmpty();
        assertThat(postOffice.taken()).containsExactly(ann.email(), cat.email(), bob.email());
    }

    @Test
    void aMessageThatCannotBeReadFailsAlone() throws IOException {
        Signer ann = signed("Ann Lee");
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String body : List.of(
                "", "not JSON", "[]", "{}", "{\"signer\": 1, \"capacity\": \"person\", \"mail\": \"confirmation#1\"}"))
            messages.add(message(body));
        List<String> poison =
                messages.stream().map(m -> (String) m.get("messageId")).toList();
        messages.add(2, message(ann, "confirmation#1"));

        assertThat(send(messages)).containsExactlyInAnyOrderElementsOf(poison);
        assertThat(postOffice.taken()).containsExactly(ann.email());
    }

    @Test
    void aSignatureThatIsGoneIsNotMailed() throws IOException {
        Signer ann = signed("Ann Lee");
        Map<String, Object> message = message(ann, "confirmation#1");
        Map<String, AttributeValue> item = journey.item(ann);
        backend.dynamoDb()
                .deleteItem(r -> r.tableName(backend.names().signatures())
                        .key(Map.of("signer", item.get("signer"), "capacity", item.get("capacity"))));
        assertThat(send(List.of(message))).isEmpty();
        assertThat(postOffice.taken()).isEmpty();
    }

    private Invocation queueEmails(SqsClient client) {
        return new Invocation("QueueEmails", new QueueEmailsHandler(new QueueEmails(client, queue)));
    }

    private List<Change> signed(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Change.pending(journey.statement()))
                .toList();
    }

    private static Set<String> deliver(Invocation function, List<Change> changes) throws IOException {
        return function.callBatch(
                Map.of("Records", changes.stream().map(Change::event).toList()));
    }

    private static List<Map<String, Object>> messages(List<Change> changes, String mail) {
        return changes.stream()
                .map(change -> Map.<String, Object>of("signer", change.signer(), "capacity", "person", "mail", mail))
                .toList();
    }

    /** Takes all messages out of the queue. */
    private List<Map<String, Object>> queued() throws IOException {
        List<Map<String, Object>> bodies = new ArrayList<>();
        while (true) {
            List<Message> messages = sqs.receiveMessage(
                            r -> r.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(600))
                    .messages();
            if (messages.isEmpty()) return bodies;
            for (Message message : messages) bodies.add(Json.object(message.body()));
        }
    }

    /** Signs, and waits for the mail that the local run sends. */
    private Signer signed(String name) {
        Signer signer = Signer.person(name);
        journey.sign(signer, 1);
        return signer;
    }

    private Map<String, Object> message(Signer signer, String mail) {
        Map<String, AttributeValue> item = journey.item(signer);
        return message(Json.text(Map.of(
                "signer",
                item.get("signer").s(),
                "capacity",
                item.get("capacity").s(),
                "mail",
                mail)));
    }

    private static Map<String, Object> message(String body) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("messageId", UUID.randomUUID().toString());
        message.put("body", body);
        message.put("eventSource", "aws:sqs");
        return message;
    }

    private Set<String> send(List<Map<String, Object>> messages) throws IOException {
        return sendEmail.callBatch(Map.of("Records", messages));
    }
}
