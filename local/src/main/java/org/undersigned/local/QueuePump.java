package org.undersigned.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.lambda.Failure;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** One function's event source on a queue, as Lambda's: what it does is deleted, what it fails comes again later. */
final class QueuePump implements Runnable {
    private static final int LONG_POLL_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SqsClient client;
    private final String queueUrl;
    private final Template.QueueSource source;
    private final Invocation invocation;
    private final DoneMessages done;

    QueuePump(
            SqsClient client, String queueUrl, Template.QueueSource source, Invocation invocation, DoneMessages done) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.source = source;
        this.invocation = invocation;
        this.done = done;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                List<Message> messages = client.receiveMessage(r -> r.queueUrl(queueUrl)
                                .maxNumberOfMessages(batchSize())
                                .waitTimeSeconds(LONG_POLL_SECONDS)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                        .messages();
                if (!messages.isEmpty()) deliver(messages);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) return;
                System.err.println("Reading the queue for " + source.function() + " failed: " + Failure.describe(e));
                pause();
            }
        }
    }

    /** One, where what is done is kept: after a crash no more than that was done and not noted. */
    private int batchSize() {
        return done.isKept() ? 1 : Math.min(source.batchSize(), 10);
    }

    private void deliver(List<Message> messages) {
        List<Message> due = messages.stream()
                .filter(message -> !done.wasDone(message.body()))
                .toList();
        Set<String> failures = due.isEmpty() ? Set.of() : failures(due);
        List<DeleteMessageBatchRequestEntry> toDelete = new ArrayList<>();
        for (Message message : messages) {
            if (failures.contains(message.messageId())) continue;
            done.add(message.body());
            toDelete.add(DeleteMessageBatchRequestEntry.builder()
                    .id(message.messageId())
                    .receiptHandle(message.receiptHandle())
                    .build());
        }
        if (!toDelete.isEmpty())
            client.deleteMessageBatch(r -> r.queueUrl(queueUrl).entries(toDelete));
    }

    /** The messages that come again: all of them when the function throws. */
    private Set<String> failures(List<Message> messages) {
        try {
            return invocation.callBatch(
                    Map.of("Records", messages.stream().map(this::event).toList()));
        } catch (IOException | RuntimeException e) {
            System.err.println(source.function() + " failed: " + Failure.describe(e));
            return messages.stream().map(Message::messageId).collect(Collectors.toSet());
        }
    }

    private Map<String, Object> event(Message message) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("messageId", message.messageId());
        event.put("receiptHandle", message.receiptHandle());
        event.put("body", message.body());
        event.put("attributes", message.attributesAsStrings());
        event.put("messageAttributes", Map.of());
        event.put("md5OfBody", message.md5OfBody());
        event.put("eventSource", "aws:sqs");
        event.put("eventSourceARN", "arn:aws:sqs:" + Endpoints.REGION + ":000000000000:" + source.queue());
        event.put("awsRegion", Endpoints.REGION);
        return event;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
