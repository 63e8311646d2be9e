package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.undersigned.confirm.ConfirmHandler;
import org.undersigned.editsignature.EditSignatureHandler;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;
import org.undersigned.local.Invocation;
import org.undersigned.notebounce.NoteBounceHandler;
import org.undersigned.sendemail.SendEmailHandler;
import org.undersigned.sign.SignHandler;
import org.undersigned.withdraw.WithdrawHandler;

/** What the dashboard is drawn from: lines of the log that count what signers do, and name none of them. */
@Isolated
@OnlyOn(value = EMBEDDED, because = "the functions' log is that of this process alone")
class MetricsOfSigningTest {
    private static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    private static final String ASKED = "f6f0c8a2-0000-4000-8000-000000000001";

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
                .singleElement()
                .asString()
                .contains("\"RequestId\":\"" + ASKED + "\"");
        assertThat(lines)
                .filteredOn(line -> line.contains("\"TimeToConfirm\":"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("\"Emails\":1") && line.contains("\"Kind\":\"receipt\""))
                .hasSize(1);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("Ann", "Counted", ann.email());
    }

    @Test
    void aRequestIsFollowedByTheGatewaysIdentifierFromTheFormToTheBounce() throws IOException {
        String asked = UUID.randomUUID().toString();
        String refused = UUID.randomUUID().toString();
        Signer bounces =
                Signer.person("Ann Bounced").with("email", journey.backend().simulated("bounce"));
        Signer fails =
                Signer.person("Ann Failed").with("email", "fail+" + UUID.randomUUID() + "@simulator.amazonses.com");
        var log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            call("Sign", asked, "198.51.100.232", "statement", journey.statement(), bounces.json());
            call("Sign", refused, "203.0.113.232", "statement", journey.statement(), fails.json());
            Backend.patiently()
                    .untilAsserted(() -> assertThat(log.toString(StandardCharsets.UTF_8))
                            .contains("The email of request " + asked + " came back: PERMANENT")
                            .containsPattern("Message \\S+ of request " + refused + " failed"));
            var item = journey.requestsOf(fails).getFirst();
            assertThat(item.get("requestId").s()).isEqualTo(refused);
            // Its email would be tried again for days, and other journeys wait until the queue is empty.
            journey.backend()
                    .dynamoDb()
                    .deleteItem(r -> r.tableName(env.required("SIGNING_REQUESTS_TABLE"))
                            .key(Map.of("signer", item.get("signer"), "request", item.get("request"))));
            journey.backend().settle();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("\"Requests\":1"))
                .hasSize(2)
                .anyMatch(line -> line.contains("\"RequestId\":\"" + asked + "\""));
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("Ann", bounces.email(), fails.email());
    }

    @Test
    void emailsAboutASignatureGoBackToTheCallThatBroughtThemAbout() throws IOException {
        Signer ann = Signer.person("Ann Followed").with("category", "scholars").with("affiliation", "Université Laval");
        String token = Api.path(Links.confirmation(journey.sign(ann, 1))).substring("/confirmations/".length());
        String confirmed = UUID.randomUUID().toString();
        call("Confirm", confirmed, "198.51.100.233", "token", token, "{\"confirm\": true}");
        Inbox.Received receipt = journey.backend().mail(ann.email(), 2);
        assertThat(tags(receipt)).containsEntry("kind", "receipt-1").containsEntry("request", confirmed);

        Admin moderator = Admin.moderator(journey);
        assertThat(moderator.decide("approve", Admin.id(journey, ann))).containsExactly("approved");
        assertThat(tags(journey.backend().mail(ann.email(), 3)))
                .containsEntry("kind", "approved-2")
                .containsEntry("request", (String) moderator.audited().getLast().get("requestId"));

        String link = Api.path(Links.withdrawal(receipt)).substring("/withdrawals/".length());
        String restored = UUID.randomUUID().toString();
        call("Withdraw", UUID.randomUUID().toString(), "198.51.100.233", "token", link, "{\"withdraw\": true}");
        call("Withdraw", restored, "198.51.100.233", "token", link, "{\"restore\": true}");
        assertThat(tags(journey.backend().mail(ann.email(), 4)))
                .containsEntry("kind", "changed-4")
                .containsEntry("request", restored);

        String edit = Api.path(Links.own(receipt)).substring("/signatures/".length());
        String edited = UUID.randomUUID().toString();
        call("EditSignature", edited, "198.51.100.233", "token", edit, "{\"listed\": false}");
        assertThat(tags(journey.backend().mail(ann.email(), 5)))
                .containsEntry("kind", "changed-5")
                .containsEntry("request", edited);
        assertThat(said(() -> comesBack(ann, receipt)))
                .contains("The email of request " + confirmed + " came back: TRANSIENT");
    }

    private void comesBack(Signer signer, Inbox.Received email) {
        Map<String, List<String>> tags = new HashMap<>();
        tags(email).forEach((name, value) -> tags.put(name, List.of(value)));
        String event = Json.text(Map.of(
                "eventType",
                "Bounce",
                "bounce",
                Map.of("bounceType", "Transient"),
                "mail",
                Map.of("destination", List.of(signer.email()), "tags", tags)));
        try {
            new Invocation("NoteBounce", new NoteBounceHandler(env))
                    .call(Map.of("Records", List.of(Map.of("Sns", Map.of("Message", event)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which Amazon SES tells what became of the email. */
    private static Map<String, String> tags(Inbox.Received email) {
        return Stream.of(email.headers().get("X-SES-MESSAGE-TAGS").split(",\\s*"))
                .map(tag -> tag.split("=", 2))
                .collect(Collectors.toMap(tag -> tag[0], tag -> tag[1]));
    }

    private static String said(Runnable action) {
        var log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return log.toString(StandardCharsets.UTF_8);
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
        call(function, ASKED, "198.51.100.231", parameter, value, body);
    }

    private void call(String function, String requestId, String network, String parameter, String value, String body)
            throws IOException {
        var handler = switch (function) {
            case "Sign" -> new SignHandler(env);
            case "Confirm" -> new ConfirmHandler(env);
            case "Withdraw" -> new WithdrawHandler(env);
            default -> new EditSignatureHandler(env);
        };
        new Invocation(function, handler)
                .call(Map.of(
                        "httpMethod",
                        "POST",
                        "headers",
                        JSON,
                        "pathParameters",
                        Map.of(parameter, value),
                        "requestContext",
                        Map.of("requestId", requestId, "identity", Map.of("sourceIp", network)),
                        "body",
                        body));
    }
}
