package org.undersigned.local;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The template's queues: in ElasticMQ, which speaks SQS, in this process; or in another server. */
public final class Queues implements AutoCloseable {
    private final URI endpoint;
    private final SqsClient client;
    private final SqsClient patientClient;
    private final Runnable stop;
    private final Map<String, String> urls = new HashMap<>();

    private Queues(URI endpoint, List<Template.Queue> definitions, Runnable stop) {
        this.endpoint = endpoint;
        this.client = Endpoints.client(SqsClient.builder(), endpoint);
        this.patientClient = Endpoints.patientClient(SqsClient.builder(), endpoint);
        this.stop = stop;
        definitions.forEach(this::create);
        definitions.forEach(this::redrive);
    }

    public static Queues start(List<Template.Queue> definitions) {
        int port = Endpoints.freePort();
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withPort(port)
                .withServerAddress(new NodeAddress("http", "127.0.0.1", port, ""))
                .withAWSRegion(Endpoints.REGION)
                .start();
        server.waitUntilStarted();
        return new Queues(
                Endpoints.at(port), definitions, () -> server.stopAndGetFuture().apply());
    }

    /** Creates the queues in a server that somebody else has started. */
    static Queues at(URI endpoint, List<Template.Queue> definitions) {
        return new Queues(endpoint, definitions, () -> {});
    }

    /** As functions have it. */
    public SqsClient client() {
        return client;
    }

    /** For those who wait for messages. */
    SqsClient patientClient() {
        return patientClient;
    }

    URI endpoint() {
        return endpoint;
    }

    /** The URL of the queue with this logical ID. */
    public String url(String name) {
        return urls.get(name);
    }

    /** How many messages wait in a queue, for their time as well, or are being worked on. */
    public int size(String name) {
        var attributes = client.getQueueAttributes(r -> r.queueUrl(url(name))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return attributes.values().stream().mapToInt(Integer::parseInt).sum();
    }

    private void create(Template.Queue queue) {
        String url = patientClient
                .createQueue(r -> r.queueName(queue.name())
                        .attributes(Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(queue.visibilityTimeout()))))
                .queueUrl();
        urls.put(queue.name(), url);
    }

    private void redrive(Template.Queue queue) {
        queue.redrive().ifPresent(redrive -> {
            String arn = patientClient
                    .getQueueAttributes(
                            r -> r.queueUrl(url(redrive.queue())).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            String policy = "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\""
                    + redrive.maxReceiveCount() + "\"}";
            patientClient.setQueueAttributes(
                    r -> r.queueUrl(url(queue.name())).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
        });
    }

    /** Does not wait: what the queues hold is gone in any case, and a receiver still waits for messages. */
    @Override
    public void close() {
        client.close();
        patientClient.close();
        stop.run();
    }
}
