package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.local.Endpoints;
import org.undersigned.local.Invocation;
import org.undersigned.requeststatus.RequestStatusHandler;
import org.undersigned.sign.SignHandler;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a form has the functions do does not tell whether its address has signed: the calls of the tables are the same. */
@OnlyOn(value = EMBEDDED, because = "the calls of a function are seen in this process alone")
class SameWorkTest {
    private final Journey journey = Journey.start();
    private final List<String> calls = new ArrayList<>();
    private final DynamoDbClient watched = Endpoints.client(
            DynamoDbClient.builder()
                    .overrideConfiguration(o -> o.addExecutionInterceptor(new ExecutionInterceptor() {
                        @Override
                        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                            calls.add(context.request().getClass().getSimpleName());
                        }
                    })),
            URI.create(journey.backend().run().awsEndpoints().get("AWS_ENDPOINT_URL_DYNAMODB")));
    private final OtherEnv env = OtherEnv.of(
                    journey.backend().env(), Map.of("EXEMPT_NETWORKS", "none", "NETWORK_REQUESTS", "100000"))
            .with(watched);

    @Test
    void signingDoesTheSameForEveryAddress() throws IOException {
        var sign = new Invocation("Sign", new SignHandler(env));
        Signer fresh = Signer.person("Fresh One");
        Signer signed = Signer.person("Signed One");
        journey.signAndConfirm(signed);
        Signer withdrawn = Signer.person("Withdrawn One");
        journey.api().press(Links.withdrawal(journey.signAndConfirm(withdrawn)));
        Signer asked = Signer.person("Asked One");
        journey.sign(asked, 1);
        Signer blocked = Signer.person("Blocked One");
        Admin.moderator(journey)
                .send(
                        "PATCH",
                        "/blocks",
                        Json.text(Map.of("add", Map.of("addresses", List.of(blocked.email())))),
                        "Content-Type",
                        "application/json");
        sign.call(event(fresh.json()));
        calls.clear();

        for (Signer signer : List.of(Signer.person("Another One"), fresh, signed, withdrawn, asked, blocked)) {
            assertThat(sign.call(event(signer.json())).get("statusCode")).isEqualTo(202);
            assertThat(calls).containsExactly("UpdateItemRequest", "PutItemRequest");
            calls.clear();
        }
    }

    @Test
    void askingForTheStatusDoesTheSameForEveryAddress() throws IOException {
        var status = new Invocation("RequestStatus", new RequestStatusHandler(env));
        Signer signed = Signer.person("Signed One");
        journey.signAndConfirm(signed);
        status.call(event(Json.text(Map.of("email", "any@example.org"))));
        calls.clear();

        for (Signer signer : List.of(Signer.person("Another One"), signed)) {
            assertThat(status.call(event(Json.text(Map.of("email", signer.email()))))
                            .get("statusCode"))
                    .isEqualTo(202);
            assertThat(calls).containsExactly("UpdateItemRequest", "PutItemRequest");
            calls.clear();
        }
    }

    private Map<String, Object> event(String body) throws IOException {
        return Json.object(Json.text(Map.of(
                "httpMethod",
                "POST",
                "headers",
                Map.of("Content-Type", "application/json"),
                "pathParameters",
                Map.of("statement", journey.statement()),
                "requestContext",
                Map.of("requestId", "journey", "identity", Map.of("sourceIp", "192.0.2.1")),
                "body",
                body,
                "isBase64Encoded",
                false)));
    }
}
