package org.undersigned.queueemails;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Owed;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.streams.StreamHandler.Task;
import org.undersigned.streams.StreamHandler.Undone;
import org.undersigned.streams.StreamRecord;
import org.undersigned.streams.StreamRecord.Image;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts a reference to each email that has come to be owed into the queue; says the first record whose email is not in it. */
final class QueueEmails {
    /** The most messages that SQS takes at once. */
    private static final int BATCH = 10;

    /** What SQS takes. */
    private static final Duration MAX_DELAY = Duration.ofMinutes(15);

    private final SqsClient client;
    private final String queueUrl;
    private final Duration rejectionDelay;

    QueueEmails(Env env) {
        client = env.client(SqsClient.builder());
        queueUrl = env.required("EMAIL_QUEUE_URL");
        rejectionDelay = env.duration("REJECTION_DELAY");
        if (rejectionDelay.compareTo(MAX_DELAY) > 0)
            throw new IllegalStateException("The environment variable REJECTION_DELAY must be at most " + MAX_DELAY);
    }

    /** The message about the email that has come to be owed, if one has. */
    Optional<Message> read(StreamRecord record) {
        return owesEmail(record) ? Optional.of(new Message(message(record), delay(record))) : Optional.empty();
    }

    Optional<Undone> queue(List<Task<Message>> due) {
        for (int from = 0; from < due.size(); from += BATCH) {
            Optional<Undone> undone = send(due.subList(from, Math.min(due.size(), from + BATCH)));
            if (undone.isPresent()) return undone;
        }
        return Optional.empty();
    }

    private Optional<Undone> send(List<Task<Message>> due) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Task<Message> task : due)
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(task.content().body())
                    .delaySeconds(task.content().delaySeconds())
                    .build());
        try {
            return client.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed().stream()
                    .map(BatchResultErrorEntry::id)
                    .map(Integer::valueOf)
                    .min(Integer::compare)
                    .map(first -> new Undone(
                            due.get(first).sequenceNumber(),
                            new IllegalStateException("the queue took only some of the messages")));
        } catch (RuntimeException e) {
            return Optional.of(new Undone(due.getFirst().sequenceNumber(), e));
        }
    }

    /** A request owes its confirmation by being there; a signature names what it owes. */
    private static boolean owesEmail(StreamRecord record) {
        if (record.after().isEmpty()) return false;
        Image after = record.after().get();
        if (!isSignature(after)) return record.before().isEmpty();
        Optional<String> owed = after.text("owed");
        return owed.isPresent() && !owed.equals(record.before().flatMap(before -> before.text("owed")));
    }

    /** A rejection is told later, and not at all if it has been taken back by then. */
    private int delay(StreamRecord record) {
        boolean rejection = record.after()
                .flatMap(after -> after.text("owed"))
                .flatMap(Owed::read)
                .filter(owed -> owed.kind() == Owed.Kind.REJECTED)
                .isPresent();
        return rejection ? (int) rejectionDelay.toSeconds() : 0;
    }

    private static boolean isSignature(Image image) {
        return image.text("status").isPresent();
    }

    private static String message(StreamRecord record) {
        Image image = record.after().orElseThrow();
        Map<String, String> message = new LinkedHashMap<>();
        for (String key : isSignature(image) ? List.of("signer", "capacity", "owed") : List.of("signer", "request"))
            message.put(key, image.required(key));
        // For logs: the call of the API that brought it.
        image.text("requestId").ifPresent(id -> message.put("requestId", id));
        return Json.text(message);
    }

    /** One for the email queue. */
    record Message(String body, int delaySeconds) {}
}
