package org.undersigned.local;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    QueuePump(SqsClient client, String queueUrl, Template.QueueSource source, Invocation invocation) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.source = source;
        this.invocation = invocation;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                List<Message> messages = client.receiveMessage(r -> r.queueUrl(queueUrl)
                                .maxNumberOfMessages(Math.min(source.batchSize(), 10))
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

    private void deliver(List<Message> messages) {
        Set<String> failures;
        try {
            failures = invocation.callBatch(
                    Map.of("Records", messages.stream().map(this::event).toList()));
        } catch (IOException | RuntimeException e) {
            System.err.println(source.function() + " failed: " + Failure.describe(e));
            return;
        }
        List<DeleteMessageBatchRequestEntry> done = messages.stream()
                .filter(message -> !failures.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        if (!done.isEmpty()) client.deleteMessageBatch(r -> r.queueUrl(queueUrl).entries(done));
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
