package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.Construct;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Before the snapshot each function goes its whole way, and leaves nothing behind. */
@Execution(ExecutionMode.CONCURRENT)
class RehearsalTest {
    private static final String SECRET =
            "{\"SecretString\": \"{\\\"current\\\": \\\"k1\\\", \\\"k1\\\": \\\"0123456789\\\"}\"}";

    private final Backend backend = Backend.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "describestatement.DescribeStatement",
                "listsignatories.ListSignatories",
                "sign.Sign",
                "confirm.Confirm",
                "withdraw.Withdraw",
                "queueemails.QueueEmails",
                "sendemail.SendEmail",
                "tally.Tally",
                "importsignatories.ImportSignatories",
                "exportsignatories.ExportSignatories",
                "authorizeadmin.AuthorizeAdmin",
                "decide.Decide",
                "correct.Correct",
                "managestatement.ManageStatement",
                "readaudit.ReadAudit",
                "notebounce.NoteBounce",
                "reviewqueue.ReviewQueue"
            })
    void aFunctionRehearsesWithoutAFailureAndWithoutATrace(String function) throws IOException {
        HttpServer secrets = secrets();
        try {
            String said =
                    Construct.start("org.undersigned." + function + "Handler", environment(secrets), "and rehearse");
            assertThat(said).startsWith("made ").doesNotContain("failed");
        } finally {
            secrets.stop(0);
        }

        assertThat(backend.run()
                        .dynamoDb()
                        .scan(r -> r.tableName(backend.run().names().signatures())
                                .filterExpression("statement = :rehearsal")
                                .expressionAttributeValues(Map.of(":rehearsal", AttributeValue.fromS("rehearsal"))))
                        .items())
                .isEmpty();
        assertThat(backend.run().inbox().mails())
                .noneMatch(mail -> mail.subject().contains("Rehearsal"));
    }

    private Map<String, String> environment(HttpServer secrets) {
        Map<String, String> environment = new HashMap<>(backend.run().awsEndpoints());
        environment.put(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                "http://127.0.0.1:" + secrets.getAddress().getPort());
        environment.put("STATEMENTS_TABLE", backend.run().names().statements());
        environment.put("SIGNATURES_TABLE", backend.run().names().signatures());
        environment.put("TALLIES_TABLE", backend.run().names().tallies());
        environment.put("AUDIT_TABLE", backend.run().names().audit());
        environment.put("ADMIN_ISSUER", "none");
        environment.put("ADMIN_AUDIENCE", "undersigned");
        environment.put("ROLES_CLAIM", "roles");
        environment.put("STATEMENTS_CLAIM", "statements");
        environment.put("MAIL_QUEUE_URL", backend.run().names().mailQueueUrl());
        environment.put("CONFIGURATION_SET", "mails");
        environment.put("SENDER", "letters@example.org");
        environment.put("PUBLIC_URL", backend.run().url());
        environment.put("PAGE_ORIGINS", "https://letter.example.org");
        for (String number : new String[] {
            "CACHE_SECONDS",
            "COOL_DOWN_MINUTES",
            "CONFIRMATION_DAYS",
            "WITHDRAWN_DAYS",
            "MAILS_PER_SECOND",
            "MAIL_CONCURRENCY"
        }) environment.put(number, "1");
        environment.put("TOKEN_SECRET", "secret");
        return environment;
    }

    private static HttpServer secrets() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = SECRET.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
