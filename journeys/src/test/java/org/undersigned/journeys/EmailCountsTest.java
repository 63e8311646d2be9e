package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;

/** Moderators see how many emails were sent, came back and were refused, and nobody's name. */
class EmailCountsTest {
    private static final int MOST = 5;
    private static final int NETWORK_MOST = 60;

    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);
    private final Signer ann = Signer.person("Ann Lee");

    @Test
    void whereNothingWasSentThereAreNoDays() {
        assertThat(days()).isEmpty();
    }

    @Test
    void emailsAreCountedOnTheDayOnWhichTheyAreSent() {
        LocalDate before = today();
        journey.signAndConfirm(ann);
        journey.backend().mail(ann.email(), 2);
        awaitNumber("sent", 2);
        assertThat(days()).allSatisfy(day -> {
            assertThat(day).containsOnlyKeys("day", "sent", "bounced", "complaints", "refused");
            assertThat(LocalDate.parse((String) day.get("day"))).isBetween(before, today());
        });
        assertThat(number("bounced") + number("complaints") + refused("mailbox") + refused("network"))
                .isZero();
    }

    @Test
    void anotherStatementsEmailsAreItsOwn() {
        journey.sign(ann, 1);
        awaitNumber("sent", 1);
        assertThat(Admin.moderator(Journey.start()).get("/emails").json()).containsEntry("days", List.of());
    }

    @Test
    void anEmailThatComesBackIsCounted() {
        Signer bouncing = ann.with("email", journey.backend().simulated("bounce"));
        journey.sign(bouncing, 1);
        journey.backend().simulate(journey, bouncing, "bounce");
        awaitNumber("bounced", 1);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "it must know when an event has been dealt with")
    void whatIsToldTwiceOrForNowAndThenForGoodIsOneEmail() {
        journey.sign(ann, 1);
        String request = journey.requestsOf(ann).getFirst().get("request").s();
        for (String type : List.of("Transient", "Permanent", "Permanent"))
            tell("\"eventType\": \"Bounce\", \"bounce\": {\"bounceType\": \"" + type + "\"}", request);
        assertThat(number("bounced")).isOne();
        for (int i = 0; i < 2; i++) tell("\"eventType\": \"Complaint\", \"complaint\": {}", request);
        assertThat(number("complaints")).isOne();
        assertThat(number("bounced")).isOne();
    }

    @Test
    void whatAMailboxDoesNotGetIsCountedOnceForEachEmail() {
        for (int i = 1; i <= MOST + 2; i++) journey.sign(ann.with("honorific", "No " + i));
        journey.backend().mail(ann.email(), MOST);
        Backend.patiently().untilAsserted(() -> assertThat(refused("mailbox")).isEqualTo(2));
        awaitNumber("sent", MOST);
    }

    @Test
    @OnlyOn(value = EMBEDDED, because = "the event says where a request comes from, and elsewhere the gateway makes it")
    void formsOfANetworkThatHasSentTooManyAreCounted() throws IOException {
        var status = new Invocation("RequestStatus", journey.backend().run().handler("RequestStatus"));
        String from = "198.18." + ThreadLocalRandom.current().nextInt(256) + ".7";
        int answered = 0;
        // The window may end in the middle: then the next one ends the same.
        for (int i = 0; i < 3 * NETWORK_MOST && answered < 15; i++)
            if (Integer.valueOf(429).equals(status.call(event(from)).get("statusCode"))) answered++;
        assertThat(answered).isEqualTo(15);
        // From ten on, each tenth.
        assertThat(refused("network")).isBetween(10L, 15L);
    }

    @Test
    void numbersOfAStatementAreForItsModerators() {
        assertThat(journey.api()
                        .get("/admin/statements/" + journey.statement() + "/emails")
                        .status())
                .isEqualTo(401);
        Admin other = Admin.of(journey, Map.of("role", "moderator", "statements", List.of("other")));
        assertThat(other.get("/emails").status()).isEqualTo(403);
        assertThat(moderator.on("none-" + UUID.randomUUID()).get("/emails").status())
                .isEqualTo(404);
    }

    private void tell(String event, String request) {
        journey.backend()
                .tell("{" + event + ", \"mail\": " + Backend.mailOf(journey.statement(), ann, request, "confirmation")
                        + "}");
    }

    private void awaitNumber(String name, long number) {
        Backend.patiently().untilAsserted(() -> assertThat(number(name)).isEqualTo(number));
    }

    private long number(String name) {
        return days().stream()
                .mapToLong(day -> ((Number) day.get(name)).longValue())
                .sum();
    }

    private long refused(String limit) {
        return days().stream()
                .mapToLong(day -> ((Number) ((Map<?, ?>) day.get("refused")).get(limit)).longValue())
                .sum();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> days() {
        Api.Answer answer = moderator.get("/emails");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return (List<Map<String, Object>>) answer.json().get("days");
    }

    private Map<String, Object> event(String from) throws IOException {
        return Json.object(Json.text(Map.of(
                "httpMethod", "POST",
                "headers", Map.of("Content-Type", "application/json"),
                "pathParameters", Map.of("statement", journey.statement()),
                "requestContext", Map.of("requestId", "journey", "identity", Map.of("sourceIp", from)),
                "multiValueHeaders", Map.of("Content-Type", List.of("application/json")),
                "body", "{\"email\": \"ann@example.org\"}",
                "isBase64Encoded", false)));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }
}
