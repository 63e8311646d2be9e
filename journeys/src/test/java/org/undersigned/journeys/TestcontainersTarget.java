package org.undersigned.journeys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.undersigned.lambda.Env;
import org.undersigned.local.Endpoints;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalRun;
import org.undersigned.local.Options;
import org.undersigned.local.Project;
import software.amazon.awssdk.services.ses.SesClient;

/** The local run, in this process, on tables, queues and mail of a LocalStack that Testcontainers starts. */
record TestcontainersTarget(LocalStackContainer localStack, EmbeddedTarget embedded, SentMails sent) implements Target {

    @SuppressWarnings("resource")
    static TestcontainersTarget start() {
        var localStack = new LocalStackContainer("localstack/localstack:4.14.0")
                .withServices("dynamodb", "dynamodbstreams", "sqs", "ses")
                .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2")
                .withEnv("PROVIDER_OVERRIDE_DYNAMODBSTREAMS", "v2");
        localStack.start();
        try (SesClient ses = Endpoints.client(SesClient.builder(), localStack.getEndpoint())) {
            ses.verifyEmailIdentity(r -> r.emailAddress("undersigned@example.org"));
            ses.createConfigurationSet(r -> r.configurationSet(c -> c.name("local")));
        }
        try {
            var run = LocalRun.on(localStack.getEndpoint(), new Options(0, Optional.empty(), true), Project.root());
            return new TestcontainersTarget(
                    localStack, new EmbeddedTarget(run), new SentMails(localStack.getEndpoint()));
        } catch (Exception e) {
            localStack.stop();
            throw new IllegalStateException("the local run does not start", e);
        }
    }

    @Override
    public String url() {
        return embedded.url();
    }

    @Override
    public Env env() {
        return embedded.env();
    }

    @Override
    public List<Inbox.Received> mails() {
        return sent.all();
    }

    @Override
    public List<Map<String, Object>> events() {
        return embedded.events();
    }

    @Override
    public void tell(String event) {
        embedded.tell(event);
    }

    @Override
    public String token(Map<String, Object> asked) {
        return embedded.token(asked);
    }

    @Override
    public Optional<LocalRun> run() {
        return embedded.run();
    }

    @Override
    public void close() {
        embedded.close();
        localStack.stop();
    }
}
