package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.undersigned.confirm.ConfirmHandler;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.sendemail.SendEmailHandler;
import org.undersigned.sign.SignHandler;

/** What the dashboard is drawn from: lines of the log that count what signers do, and name none of them. */
@Isolated
@OnlyOn(value = EMBEDDED, because = "the functions' log is that of this process alone")
class MetricsOfSigningTest {
    private static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    private final Journey journey = Journey.start();
    private final Env env = OtherEnv.of(
            journey.backend().env(), Map.of("STACK", "staging", "NETWORK_REQUESTS", "1", "EXEMPT_NETWORKS", "none"));

    @Test
    void requestsConfirmationsEmailsAndRefusalsAreCountedWithoutNames() throws IOException {
        Signer ann = Signer.person("Ann Counted");
        var log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            for (int i = 0; i < 2; i++) call("Sign", "statement", journey.statement(), ann.json());
            String link = Links.confirmation(journey.backend().mail(ann.email(), 1));
            String token = Api.path(link).substring("/confirmations/".length());
            for (int i = 0; i < 2; i++) call("Confirm", "token", token, "{\"confirm\": true}");
            new Invocation("SendEmail", new SendEmailHandler(env)).call(receipt(ann));
        } finally {
            System.setOut(out);
        }

        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).allMatch(line -> line.contains("\"Stack\":\"staging\""));
        assertThat(lines).filteredOn(line -> line.contains("\"Requests\":1")).hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"Refusals\":1") && line.contains("\"Limit\":\"network\""))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"Confirmations\":1"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"TimeToConfirm\":"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"Emails\":1") && line.contains("\"Kind\":\"receipt\""))
                .hasSize(1);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("Ann", "Counted", ann.email());
    }

    private Map<String, Object> receipt(Signer signer) {
        var item = journey.item(signer);
        return Map.of(
                "Records",
                List.of(Map.of(
                        "messageId",
                        "one",
                        "body",
                        Json.text(Map.of(
                                "signer", item.get("signer").s(),
                                "capacity", item.get("capacity").s(),
                                "owed", item.get("owed").s())))));
    }

    private void call(String function, String parameter, String value, String body) throws IOException {
        var handler = function.equals("Sign") ? new SignHandler(env) : new ConfirmHandler(env);
        new Invocation(function, handler)
                .call(Map.of(
                        "httpMethod",
                        "POST",
                        "headers",
                        JSON,
                        "pathParameters",
                        Map.of(parameter, value),
                        "requestContext",
                        Map.of("identity", Map.of("sourceIp", "198.51.100.231")),
                        "body",
                        body));
    }
}
