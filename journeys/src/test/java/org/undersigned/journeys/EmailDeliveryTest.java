package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
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
import org.undersigned.local.Endpoints;
import org.undersigned.local.Inbox;
import org.undersigned.local.Invocation;
import org.undersigned.queueemails.QueueEmailsHandler;
import org.undersigned.sendemail.SendEmailHandler;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class EmailDeliveryTest {
    private final Journey journey = Journey.start();
    private final Backend backend = journey.backend();
    private final SqsClient sqs = backend.sqs();
    private final String queue =
            sqs.createQueue(r -> r.queueName("EmailQueue-" + UUID.randomUUID())).queueUrl();
    private final Invocation queueEmails = queueEmails(sqs);
    private final PostOffice postOffice = new PostOffice();
    private final OtherEnv env = OtherEnv.of(
                    backend.env(),
                    Map.of(
                            "PUBLIC_URL", "https://sign.example.org",
                            "EMAILS_PER_SECOND", "1000",
                            "EMAIL_CONCURRENCY", "1",
                            "COOL_DOWN", "PT10M",
                            "MAILBOX_EMAILS", "5",
                            "SENDER", "undersigned@example.org",
                            "CONFIGURATION_SET", "emails",
                            "EMAIL_QUEUE_URL", queue))
            .with(postOffice.client());
    private final Invocation sendEmail = new Invocation("SendEmail", new SendEmailHandler(env));

    EmailDeliveryTest() throws IOException {}

    @AfterEach
    void close() {
        postOffice.close();
        sqs.deleteQueue(r -> r.queueUrl(queue));
    }

    // From the streams to the queue

    @Test
    void aQueueThatCannotBeReachedLosesNoEmail() throws IOException {
        List<StreamChange> batch = asked(25);
        try (SqsClient lost = Endpoints.client(SqsClient.builder(), Endpoints.at(Endpoints.freePort()))) {
            assertThat(deliver(queueEmails(lost), batch))
                    .containsExactly(batch.getFirst().number());
        }
        assertThat(deliver(queueEmails, batch)).isEmpty();
        assertThat(queued()).containsExactlyInAnyOrderElementsOf(references(batch));
    }

    @Test
    void moreEmailsThanTheQueueTakesAtOnceAreAllQueued() throws IOException {
        List<StreamChange> batch = asked(101);
        assertThat(deliver(queueEmails, batch)).isEmpty();
        assertThat(queued()).containsExactlyInAnyOrderElementsOf(references(batch));
    }

    @Test
    void aBatchThatComesAgainIsQueuedAgain() throws IOException {
        List<StreamChange> batch = asked(3);
        assertThat(deliver(queueEmails, batch)).isEmpty();
        assertThat(deliver(queueEmails, batch.reversed())).isEmpty();
        List<Map<String, Object>> twice = new ArrayList<>(references(batch));
        twice.addAll(references(batch));
        assertThat(queued()).containsExactlyInAnyOrderElementsOf(twice);
    }

    @Test
    void onlyEmailsThatHaveComeToBeOwedAreQueued() throws IOException {
        StreamChange asked = asked(1).getFirst();
        StreamChange signed = StreamChange.signed(journey.statement());
        StreamChange approved = signed.then("PUBLISHED", "people").owing("approved#2");
        StreamChange withdrawn = approved.then("WITHDRAWN", "people");
        assertThat(deliver(
                        queueEmails, List.of(asked.noted("bounce"), withdrawn, withdrawn.removed(), asked.removed())))
                .isEmpty();
        assertThat(queued()).isEmpty();
        assertThat(deliver(queueEmails, List.of(signed, approved))).isEmpty();
        assertThat(queued())
                .containsExactlyInAnyOrder(
                        owed(signed.attribute("signer"), "receipt#1"), owed(signed.attribute("signer"), "approved#2"));
    }

    @Test
    void aRecordThatCannotBeReadIsPutAsideAndAllOthersAreQueued() throws IOException {
        for (int bad : List.of(0, 4, 12)) {
            List<StreamChange> batch = new ArrayList<>(asked(15));
            batch.set(bad, batch.get(bad).without("request"));
            assertThat(deliver(queueEmails, batch)).isEmpty();
            batch.remove(bad);
            assertThat(queued()).containsExactlyInAnyOrderElementsOf(references(batch));
        }
    }

    // From the queue to the mailbox

    @Test
    void anEmailThatIsDueIsSentAgainWheneverItIsQueuedAgainAndCountsOnce() throws IOException {
        Signer ann = asked("Ann Lee");
        for (int i = 0; i < 8; i++) assertThat(send(List.of(request(ann)))).isEmpty();
        assertThat(postOffice.taken()).hasSize(8).containsOnly(ann.email());
        assertThat(backend.mailbox(ann).get("counted").ss()).hasSize(1);
    }

    @Test
    @OnlyOn(value = EMBEDDED, because = "the client that dies calls the tables of the local run")
    void anEmailThatIsSentButCannotBeCountedIsNotSentAgain() throws IOException {
        Signer ann = asked("Ann Lee");
        // Both writes on the limit of a mailbox that has had one today get through, that on the moderators' numbers
        // does not.
        var uncounting = new Invocation(
                "SendEmail", new SendEmailHandler(env.with(DyingClient.after(2, UpdateItemRequest.class, backend))));
        assertThat(uncounting.callBatch(Map.of("Records", List.of(request(ann)))))
                .isEmpty();
        assertThat(postOffice.taken()).containsExactly(ann.email());
    }

    @Test
    void eachRequestIsMailedWhateverCameAfterIt() throws IOException {
        Signer ann = asked("Ann Lee");
        Map<String, Object> first = request(ann);
        journey.sign(ann.with("name", "Ann Other"), 2);
        assertThat(send(List.of(first))).isEmpty();
        assertThat(postOffice.taken()).containsExactly(ann.email());
    }

    @Test
    void anEmailThatNobodyNeedsAnyMoreIsNotSent() throws IOException {
        Signer confirmed = asked("Ann Lee");
        Map<String, Object> ofConfirmed = request(confirmed);
        journey.confirm(backend.mail(confirmed.email(), 1));
        Signer refused = asked("Bob Lee");
        Map<String, Object> ofRefused = request(refused);
        backend.api().press(Links.refusal(backend.mail(refused.email(), 1)));
        Signer expired = asked("Cat Lee");
        journey.expire(expired);
        Signer withdrawn = asked("Dan Lee");
        journey.confirm(backend.mail(withdrawn.email(), 1));
        Inbox.Received receipt = backend.mail(withdrawn.email(), 2);
        Map<String, Object> owed =
                message(Json.text(owed(journey.attribute(withdrawn, "signer"), journey.attribute(withdrawn, "owed"))));
        backend.api().press(Links.withdrawal(receipt));

        assertThat(send(List.of(ofConfirmed, ofRefused, request(expired), owed)))
                .isEmpty();
        assertThat(postOffice.taken()).isEmpty();
    }

    @Test
    void anEmailThatIsRefusedFailsAloneAndIsSentWhenItComesAgain() throws IOException {
        Signer ann = asked("Ann Lee");
        Signer bob = asked("Bob Lee");
        Signer cat = asked("Cat Lee");
        List<Map<String, Object>> messages = List.of(request(ann), request(bob), request(cat));
        postOffice.refuse(bob.email());

        assertThat(send(messages)).containsExactly((String) messages.get(1).get("messageId"));
        assertThat(postOffice.taken()).containsExactly(ann.email(), cat.email());

        postOffice.refuseNobody();
        assertThat(send(List.of(messages.get(1)))).isEmpty();
        assertThat(postOffice.taken()).containsExactly(ann.email(), cat.email(), bob.email());
        assertThat(backend.mailbox(bob).get("counted").ss()).hasSize(1);
    }

    @Test
    void aMessageThatCannotBeReadFailsAlone() throws IOException {
        Signer ann = asked("Ann Lee");
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String body : List.of(
                "",
                "not JSON",
                "[]",
                "{}",
                "{\"signer\": 1, \"request\": \"x\"}",
                "{\"signer\": \"x\", \"request\": 1}")) messages.add(message(body));
        List<String> poison =
                messages.stream().map(m -> (String) m.get("messageId")).toList();
        messages.add(2, request(ann));

        assertThat(send(messages)).containsExactlyInAnyOrderElementsOf(poison);
        assertThat(postOffice.taken()).containsExactly(ann.email());
    }

    @Test
    void anEmailThatFailsComesAgainWithinSeconds() throws IOException {
        Signer ann = asked("Ann Lee");
        postOffice.refuse(ann.email());
        Map<String, Object> message = received(request(ann));

        assertThat(send(List.of(message))).containsExactly((String) message.get("messageId"));
        postOffice.refuseNobody();

        Backend.patiently().until(() -> !queued().isEmpty());
    }

    @Test
    void whileTheDailyQuotaIsUsedUpEmailsWaitAndAreNotTriedOneByOne() throws IOException {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String name : List.of("Ann Lee", "Bob Lee", "Cat Lee")) messages.add(received(request(asked(name))));
        postOffice.pause(true);
        assertThat(send(messages)).hasSize(3);
        int asked = postOffice.asked();
        assertThat(send(messages.subList(0, 1))).hasSize(1);
        assertThat(postOffice.asked() - asked)
                .as("as often for three as for one")
                .isEqualTo(asked);
        assertThat(queued()).as("visible again").isEmpty();

        postOffice.pause(false);
        assertThat(send(messages)).isEmpty();
        assertThat(postOffice.taken()).hasSize(3);
    }

    private Invocation queueEmails(SqsClient client) {
        return new Invocation(
                "QueueEmails",
                new QueueEmailsHandler(
                        OtherEnv.of(backend.env(), Map.of("EMAIL_QUEUE_URL", queue, "REJECTION_DELAY", "PT2S"))
                                .with(client)));
    }

    private List<StreamChange> asked(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> StreamChange.asked(journey.statement()))
                .toList();
    }

    private static Set<String> deliver(Invocation function, List<StreamChange> changes) throws IOException {
        return function.callBatch(
                Map.of("Records", changes.stream().map(StreamChange::event).toList()));
    }

    private static List<Map<String, Object>> references(List<StreamChange> changes) {
        return changes.stream()
                .map(change -> Map.<String, Object>of(
                        "signer", change.attribute("signer"), "request", change.attribute("request")))
                .toList();
    }

    private static Map<String, Object> owed(String signer, String email) {
        return Map.of("signer", signer, "capacity", "person", "owed", email);
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

    /** Signs, and waits for the email that the backend sends. */
    private Signer asked(String name) {
        Signer signer = Signer.person(name);
        journey.sign(signer, 1);
        return signer;
    }

    /** What the queue holds of a signer's request. */
    private Map<String, Object> request(Signer signer) {
        Map<String, AttributeValue> item = journey.requestsOf(signer).getFirst();
        return message(Json.text(Map.of(
                "signer", item.get("signer").s(), "request", item.get("request").s())));
    }

    private static Map<String, Object> message(String body) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("messageId", UUID.randomUUID().toString());
        message.put("body", body);
        message.put("eventSource", "aws:sqs");
        return message;
    }

    /** The same as Lambda hands it over: it lies in the queue, and is hidden for a while. */
    private Map<String, Object> received(Map<String, Object> message) {
        sqs.sendMessage(r -> r.queueUrl(queue).messageBody((String) message.get("body")));
        Message received = sqs.receiveMessage(r -> r.queueUrl(queue)
                        .visibilityTimeout(600)
                        .waitTimeSeconds(5)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages()
                .getFirst();
        message.put("messageId", received.messageId());
        message.put("receiptHandle", received.receiptHandle());
        message.put("attributes", received.attributesAsStrings());
        return message;
    }

    private Set<String> send(List<Map<String, Object>> messages) throws IOException {
        return sendEmail.callBatch(Map.of("Records", messages));
    }
}
