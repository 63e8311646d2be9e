package org.undersigned.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What an event bus tells, by a rule and a queue that live as long as the listener. */
final class BusListener implements AutoCloseable {
    private final EventBridgeClient bus;
    private final SqsClient sqs;
    private final String busName;
    private final String rule = "journeys-" + UUID.randomUUID();
    private final String queue;
    private final List<Map<String, Object>> heard = new ArrayList<>();

    private BusListener(EventBridgeClient bus, SqsClient sqs, String busName) {
        this.bus = bus;
        this.sqs = sqs;
        this.busName = busName;
        queue = sqs.createQueue(r -> r.queueName(rule)).queueUrl();
    }

    static BusListener on(EventBridgeClient bus, SqsClient sqs, String busName) {
        var listener = new BusListener(bus, sqs, busName);
        String arn = sqs.getQueueAttributes(
                        r -> r.queueUrl(listener.queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        bus.putRule(r -> r.name(listener.rule).eventBusName(busName).eventPattern("{\"source\":[\"undersigned\"]}"));
        bus.putTargets(r -> r.rule(listener.rule)
                .eventBusName(busName)
                .targets(Target.builder().id("queue").arn(arn).build()));
        return listener;
    }

    /** All so far. */
    synchronized List<Map<String, Object>> events() {
        List<Message> messages;
        do {
            messages = sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
                    .messages();
            for (Message message : messages) {
                heard.add(event(message));
                sqs.deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()));
            }
        } while (!messages.isEmpty());
        return List.copyOf(heard);
    }

    private static Map<String, Object> event(Message message) {
        try {
            return Json.object(message.body());
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        bus.removeTargets(r -> r.rule(rule).eventBusName(busName).ids("queue"));
        bus.deleteRule(r -> r.name(rule).eventBusName(busName));
        sqs.deleteQueue(r -> r.queueUrl(queue));
        bus.close();
    }
}
