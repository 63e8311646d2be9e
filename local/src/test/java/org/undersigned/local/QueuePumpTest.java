package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;

class QueuePumpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Queues queues = Queues.start(List.of(
            new Template.Queue("Post", 1, Optional.of(new Template.Redrive("Dead", 2))),
            new Template.Queue("Dead", 30, Optional.empty())));
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Thread pump = Thread.ofVirtual()
            .unstarted(new QueuePump(
                    queues.client(),
                    queues.url("Post"),
                    new Template.QueueSource("Sender", "Post", 5),
                    new Invocation("Sender", handler()),
                    DoneMessages.none()));

    @AfterEach
    void stop() throws InterruptedException {
        pump.interrupt();
        pump.join(PATIENCE);
        queues.close();
    }

    @Test
    void whatIsDoneIsDeletedAndWhatFailsComesAgainAndGoesToTheDeadLetterQueueAtLast() {
        for (String body : List.of("good", "bad", "fine")) send(body);
        pump.start();

        Awaitility.await().atMost(PATIENCE).until(() -> queues.size("Dead") == 1);

        assertThat(queues.size("Post")).isZero();
        assertThat(received).containsExactlyInAnyOrder("good", "fine", "bad", "bad");
        assertThat(queues.client()
                        .receiveMessage(r -> r.queueUrl(queues.url("Dead")))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message.body()).isEqualTo("bad"));
    }

    @Test
    void aBatchWhoseFunctionThrowsComesAgainAsAWhole() {
        for (String body : List.of("good", "throw")) send(body);
        pump.start();

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> received.stream().filter("throw"::equals).count() == 2);

        assertThat(received).contains("good");
    }

    private RequestStreamHandler handler() {
        return (in, out, context) -> {
            List<Map<String, Object>> failures = new ArrayList<>();
            boolean thrown = false;
            for (Object record : (List<?>) Json.object(in).get("Records")) {
                var message = (Map<?, ?>) record;
                String body = (String) message.get("body");
                received.add(body);
                thrown |= body.equals("throw");
                if (body.equals("bad")) failures.add(Map.of("itemIdentifier", message.get("messageId")));
                assertThat(message.get("eventSource")).isEqualTo("aws:sqs");
            }
            if (thrown) throw new IllegalStateException("the function fails");
            Json.write(Map.of("batchItemFailures", failures), out);
        };
    }

    private void send(String body) {
        queues.client().sendMessage(r -> r.queueUrl(queues.url("Post")).messageBody(body));
    }
}
