package org.undersigned.queueemails;

import java.util.List;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.SnapStart;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Reads a record that asks for no mail, and sends the queue an empty batch, which it refuses, before the snapshot. */
final class Rehearsal {
    private static final String EVENT = """
        {"Records": [{"eventID": "rehearsal", "eventName": "MODIFY", "dynamodb": {"SequenceNumber": "0",
          "OldImage": {"mail": {"S": "confirmation#1"}}, "NewImage": {"mail": {"S": "confirmation#1"}}}}]}
        """;

    private Rehearsal() {}

    static void run() throws Exception {
        try (var client = Aws.client(SqsClient.builder())) {
            String queueUrl = Env.required("MAIL_QUEUE_URL");
            SnapStart.call(new QueueEmailsHandler(new QueueEmails(client, queueUrl)), EVENT);
            client.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(List.of()));
        } catch (SqsException refused) {
            // As it should be: the way to the queue is warm, and nothing lies in it.
        }
    }
}
