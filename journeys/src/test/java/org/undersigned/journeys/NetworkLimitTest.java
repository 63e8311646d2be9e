package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.undersigned.Yaml;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.local.Project;
import org.undersigned.sign.SignHandler;

@OnlyOn(value = EMBEDDED, because = "the event says where a request comes from, and elsewhere the gateway makes it")
class NetworkLimitTest {
    private static final int MOST = 60;
    private static final String SECRET = "a-secret-of-the-distribution-of-this-test";

    private final Journey journey = Journey.start();
    private final Invocation sign =
            new Invocation("Sign", journey.backend().run().handler("Sign"));
    private final Invocation status =
            new Invocation("RequestStatus", journey.backend().run().handler("RequestStatus"));
    private final String network = "198.51." + ThreadLocalRandom.current().nextInt(256) + ".";

    @Test
    void aNetworkMayAskSixtyTimesAndHasToWaitThen() throws IOException {
        String from = network + "7";
        Set<Integer> statuses = new HashSet<>();
        // The window may end in the middle: then the next one ends the same.
        Map<String, Object> refused = Map.of();
        for (int i = 0; i < 2 * MOST + 1 && refused.isEmpty(); i++) {
            Map<String, Object> answer = sign(from, Signer.person("Ann Lee " + i));
            statuses.add((Integer) answer.get("statusCode"));
            if (Integer.valueOf(429).equals(answer.get("statusCode"))) refused = answer;
            else assertThat(i).isLessThan(2 * MOST);
        }
        assertThat(statuses).containsExactlyInAnyOrder(202, 429);
        String retryAfter = (String) ((Map<?, ?>) refused.get("headers")).get("Retry-After");
        assertThat(Integer.parseInt(retryAfter)).isBetween(1, 600);
        assertThat((String) refused.get("body")).contains("too many requests").contains("\"status\":429");
        assertThat(journey.requests()).hasSizeGreaterThanOrEqualTo(MOST);

        assertThat(statusMail(from).get("statusCode")).isEqualTo(429);
        assertThat(sign(network + "8", Signer.person("Bob Lee")).get("statusCode"))
                .isEqualTo(202);
    }

    @Test
    void theLast64BitsOfAnAddressAreOneNetwork() throws IOException {
        String prefix =
                "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000));
        boolean limited = false;
        for (int i = 0; i < 2 * MOST + 1 && !limited; i++)
            limited = Integer.valueOf(429)
                    .equals(sign(prefix + ":1::" + Integer.toHexString(i + 1), Signer.person("Ann Lee " + i))
                            .get("statusCode"));
        assertThat(limited).isTrue();
        assertThat(sign(prefix + ":2::1", Signer.person("Bob Lee")).get("statusCode"))
                .isEqualTo(202);
    }

    @Test
    void whatIsWrongWithAFormIsSaidWithoutCounting() throws IOException {
        String from = network + "9";
        for (int i = 0; i < 2 * MOST + 5; i++)
            assertThat(sign(from, Signer.person("")).get("statusCode")).isEqualTo(422);
    }

    @Test
    void aNetworkThatTheStatementAllowsIsNotLimitedWhateverItAsksFor() throws IOException {
        String from = network + "77";
        Admin.moderator(journey)
                .send(
                        "PATCH",
                        "/blocks",
                        Json.text(Map.of("add", Map.of("allowedNetworks", List.of(from)))),
                        "Content-Type",
                        "application/json");
        for (int i = 0; i < 2 * MOST + 1; i++)
            assertThat(statusMail(from).get("statusCode")).isEqualTo(202);
        assertThat(sign(from, Signer.person("Ann Lee")).get("statusCode")).isEqualTo(202);
    }

    @Test
    void anExemptNetworkIsNotLimited() throws IOException {
        for (int i = 0; i < MOST + 10; i++)
            assertThat(sign("127.0.0.1", Signer.person("Ann Lee " + i)).get("statusCode"))
                    .isEqualTo(202);
    }

    @Test
    void behindADistributionTheCallerIsWhomItNamesAndNobodyElseIsAnswered() throws IOException {
        var behind = new Invocation(
                "Sign",
                new SignHandler(OtherEnv.of(
                        journey.backend().env(),
                        Map.of("ORIGIN_SECRET", SECRET, "CLOSE_ENDPOINT", "true", "NETWORK_REQUESTS", "1"))));
        String first = network + "21", second = network + "22", edge = "198.51.100.1";
        // A window may end between two, so the second of three is not always refused.
        Set<Object> statuses = new HashSet<>();
        for (int i = 0; i < 3; i++)
            statuses.add(
                    behind.call(through(SECRET, first, edge, "Ann Lee " + i)).get("statusCode"));
        assertThat(statuses).containsExactlyInAnyOrder(202, 429);
        assertThat(behind.call(through(SECRET, second, edge, "Bob Lee")).get("statusCode"))
                .isEqualTo(202);
        for (String wrong : List.of("", "none", SECRET.substring(1)))
            assertThat(behind.call(through(wrong, network + "23", edge, "Cid Lee")))
                    .containsEntry("statusCode", 403)
                    .extractingByKey("body")
                    .asString()
                    .contains("This address is closed.");
        // Without a distribution those headers are a caller's own, and change nothing.
        Map<String, Object> alone = Map.of();
        for (int i = 0; i < 2 * MOST + 1 && !Integer.valueOf(429).equals(alone.get("statusCode")); i++)
            alone = sign.call(through(SECRET, network + "1" + i % 90, network + "24", "Dan Lee " + i));
        assertThat(alone).containsEntry("statusCode", 429);
    }

    private Map<String, Object> through(String secret, String caller, String from, String name) throws IOException {
        Map<String, Object> event = event(from, Signer.person(name).json());
        Yaml edge = Yaml.read(Project.root().resolve("edge.yaml"));
        event.put(
                "headers",
                Map.of(
                        "Content-Type",
                        "application/json",
                        edge.everywhere("HeaderName").getFirst().text(),
                        secret,
                        "True-Client-IP",
                        caller,
                        "X-Forwarded-For",
                        caller,
                        "CloudFront-Viewer-Address",
                        caller + ":443"));
        return event;
    }

    private Map<String, Object> sign(String from, Signer signer) throws IOException {
        return sign.call(event(from, signer.json()));
    }

    private Map<String, Object> statusMail(String from) throws IOException {
        return status.call(event(from, "{\"email\": \"ann@example.org\"}"));
    }

    private Map<String, Object> event(String from, String body) throws IOException {
        return Json.object(Json.text(Map.of(
                "httpMethod", "POST",
                "headers", Map.of("Content-Type", "application/json"),
                "pathParameters", Map.of("statement", journey.statement()),
                "requestContext", Map.of("requestId", "journey", "identity", Map.of("sourceIp", from)),
                "multiValueHeaders", Map.of("Content-Type", List.of("application/json")),
                "body", body,
                "isBase64Encoded", false)));
    }
}
