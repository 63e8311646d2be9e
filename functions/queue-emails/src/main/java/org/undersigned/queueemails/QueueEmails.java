package org.undersigned.queueemails;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.streams.StreamHandler.Undone;
import org.undersigned.streams.StreamRecord;
import org.undersigned.streams.StreamRecord.Image;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts each mail that a signature newly asks for into the queue; says the first record whose mail is not in it. */
public final class QueueEmails {
    /** The most messages that SQS takes at once. */
    private static final int BATCH = 10;

    private final SqsClient client;
    private final String queueUrl;

    public QueueEmails(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    static QueueEmails fromEnv() {
        return new QueueEmails(Aws.client(SqsClient.builder()), Env.required("MAIL_QUEUE_URL"));
    }

    Optional<Undone> queue(List<StreamRecord> records) {
        List<StreamRecord> due =
                records.stream().filter(QueueEmails::asksForMail).toList();
        for (int from = 0; from < due.size(); from += BATCH) {
            Optional<Undone> undone = send(due.subList(from, Math.min(due.size(), from + BATCH)));
            if (undone.isPresent()) return undone;
        }
        return Optional.empty();
    }

    private Optional<Undone> send(List<StreamRecord> records) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            try {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(message(records.get(i)))
                        .build());
            } catch (RuntimeException e) {
                // What comes before an unreadable record is queued first: it must not wait for one that never can be.
                Optional<Undone> undone = i == 0 ? Optional.empty() : send(records.subList(0, i));
                return undone.or(
                        () -> Optional.of(new Undone(records.get(entries.size()).sequenceNumber(), e)));
            }
        }
        try {
            return client.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)).failed().stream()
                    .map(BatchResultErrorEntry::id)
                    .map(Integer::valueOf)
                    .min(Integer::compare)
                    .map(first -> new Undone(
                            records.get(first).sequenceNumber(),
                            new IllegalStateException("the queue took only some of the messages")));
        } catch (RuntimeException e) {
            return Optional.of(new Undone(records.getFirst().sequenceNumber(), e));
        }
    }

    private static boolean asksForMail(StreamRecord record) {
        Optional<String> asked = record.after().flatMap(after -> after.text("mail"));
        return asked.isPresent() && !asked.equals(record.before().flatMap(before -> before.text("mail")));
    }

    private static String message(StreamRecord record) {
        Image signature = record.after().orElseThrow();
        return Json.text(Map.of(
                "signer", signature.required("signer"),
                "capacity", signature.required("capacity"),
                "mail", signature.required("mail")));
    }
}
