package org.undersigned.sendemail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Duration;
import java.util.Map;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Failure;
import software.amazon.awssdk.services.sqs.SqsClient;

/** When a message that failed comes again: within seconds, then at growing intervals. */
final class Retries {
    /** SES's daily quota is used up, or sending is paused. The queue's {@code maxReceiveCount} lets that last two weeks. */
    static final Duration WHEN_PAUSED = Duration.ofHours(1);

    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Env env;
    private SqsClient sqs;

    Retries(Env env) {
        this.env = env;
    }

    /** 3, 6, 12 … seconds and at most 15 minutes, by how often the message was received; 3 seconds when that is unknown. */
    static Duration afterFailure(Map<?, ?> message) {
        int doubled = Math.clamp(received(message) - 1, 0, 20);
        Duration wait = FIRST.multipliedBy(1L << doubled);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static int received(Map<?, ?> message) {
        return message.get("attributes") instanceof Map<?, ?> attributes
                        && attributes.get("ApproximateReceiveCount") instanceof String count
                ? Integer.parseInt(count)
                : 1;
    }

    /** Where that fails, the message comes again after the queue's own visibility timeout. */
    void giveAgain(Map<?, ?> message, Duration in, Context context) {
        if (!(message.get("receiptHandle") instanceof String handle)) return;
        try {
            client().changeMessageVisibility(r -> r.queueUrl(env.required("EMAIL_QUEUE_URL"))
                    .receiptHandle(handle)
                    .visibilityTimeout((int) in.toSeconds()));
        } catch (RuntimeException e) {
            context.getLogger()
                    .log("Message " + message.get("messageId") + " comes late: " + Failure.describe(e), LogLevel.WARN);
        }
    }

    /** Made when something fails: a cold start does not pay for it. */
    private SqsClient client() {
        if (sqs == null) sqs = env.client(SqsClient.builder());
        return sqs;
    }
}
