package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.sign.SignHandler;

/** A blocked request is answered like any other, and gets no email; moderators see how many there were. */
@OnlyOn(value = EMBEDDED, because = "the event says where a request comes from, and elsewhere the gateway makes it")
class BlocksTest {
    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String network = "100." + ThreadLocalRandom.current().nextInt(64, 128) + "."
            + ThreadLocalRandom.current().nextInt(256) + ".";

    @Test
    void aBlockedRequestIsAnsweredAsAnyOtherAndGetsNoEmail() throws IOException {
        add(Map.of(
                "addresses", List.of("Fo.rger+" + mark + "a@googlemail.com", "<" + mark + "@plain.example>"),
                "domains", List.of(mark + ".Example"),
                "networks", List.of("\u200B" + network + "16/28\u00A0")));
        List<Signer> blocked = List.of(
                at("forger+b" + mark + "@gmail.com"),
                at(mark + "+2@plain.example"),
                at("ann@" + mark + ".example"),
                at("ann@mail.deep." + mark + ".example"));
        for (Signer signer : blocked) assertThat(from("192.0.2.9", signer)).isEqualTo(202);
        Signer near = at(mark + "-near@free.example");
        assertThat(from(network + "31", near)).isEqualTo(202);
        Signer other = at("ann@not" + mark + ".example");
        assertThat(from(network + "32", other)).isEqualTo(202);

        journey.backend().mail(other.email(), 1);
        Map<?, ?> counts = awaitBlocked(5);
        assertThat(counts.get("addresses")).isEqualTo(2);
        assertThat(counts.get("domains")).isEqualTo(2);
        assertThat(counts.get("networks")).isEqualTo(1);
        assertThat((String) counts.get("lastAt")).startsWith("20");
        for (Signer signer : blocked)
            assertThat(journey.backend().mailsTo(signer.email())).isEmpty();
        assertThat(journey.backend().mailsTo(near.email())).isEmpty();
        assertThat(moderator.get("/signatures?email=" + near.email()).body())
                .contains("{\"code\":\"blocked\",\"value\":\"networks\"}");
    }

    @Test
    void whatIsTakenOffIsHeardAgainAndTheStatusEmailTellsOfNothingBlocked() throws IOException {
        Signer ann = at(mark + "@taken.example");
        add(Map.of("addresses", List.of(ann.email())));
        from("192.0.2.9", ann);
        awaitBlocked(1);
        journey.api()
                .post(
                        "/statements/" + journey.statement() + "/status-mails",
                        Json.text(Map.of("email", ann.email())),
                        "Content-Type",
                        "application/json");
        assertThat(journey.backend().mail(ann.email(), 1).text()).doesNotContain("/confirmations/");

        assertThat(change(Map.of("remove", Map.of("addresses", List.of(ann.email()))))
                        .json()
                        .get("addresses"))
                .isEqualTo(List.of());
        from("192.0.2.9", ann);
        Signer again = ann.with("honorific", "Dr.");
        from("192.0.2.9", again);
        journey.confirm(journey.backend().mail(ann.email(), 2));
        journey.awaitTotal(1);
    }

    @Test
    void anAllowedNetworkMaySignAsOftenAsItLikes() throws IOException {
        change(Map.of("add", Map.of("allowedNetworks", List.of(network + "7"))));
        for (int i = 0; i < 130; i++)
            assertThat(from(network + "7", Signer.person("Ann Lee " + i))).isEqualTo(202);
    }

    @Test
    void aChangeIsInTheAuditWithoutItsWords() {
        Map<String, Object> lists = Map.of(
                "addresses", List.of("zoe." + mark + "@gmail.com"),
                "domains", List.of(mark + ".example"),
                "networks", List.of(network + "0/24"),
                "allowedNetworks", List.of("2001:DB8:5::1/48"));
        Api.Answer added = change(Map.of("add", lists));
        assertThat(added.json())
                .containsEntry("domains", List.of(mark + ".example"))
                .containsEntry("networks", List.of(network + "0/24"))
                .containsEntry("allowedNetworks", List.of("2001:db8:5::/48"));
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        String key = (String) ((List<?>) added.json().get("addresses")).getFirst();
        change(Map.of("add", lists));
        change(Map.of("remove", Map.of("addresses", List.of(key), "domains", List.of("other.example"))));

        var entries = moderator.audited().stream()
                .filter(entry -> "change-blocks".equals(entry.get("action")))
                .toList();
        assertThat(entries).hasSize(2);
        assertThat(entries.getLast().get("before")).isEqualTo(Map.of("addresses", List.of(key)));
        assertThat(entries.getLast().get("after")).isEqualTo(Map.of());
        assertThat(entries.toString())
                .doesNotContain("zoe")
                .doesNotContain(mark)
                .doesNotContain(network);
        assertThat(moderator.get("/blocks").body()).doesNotContain("zoe");
        assertThat(journey.api().get("/statements/" + journey.statement()).body())
                .doesNotContain(mark);
    }

    @Test
    void listsArePutInPlaceOfThoseThatAreThere() {
        Api.Answer added = change(Map.of(
                "add", Map.of("addresses", List.of(mark + "@plain.example"), "domains", List.of(mark + ".example"))));
        Object keys = added.json().get("addresses");
        Map<String, Object> lists = Map.of("addresses", keys, "networks", List.of(network + "0/24"));

        Api.Answer put = put(lists, added.header("ETag"));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.json())
                .containsEntry("addresses", keys)
                .containsEntry("domains", List.of())
                .containsEntry("networks", List.of(network + "0/24"));
        assertThat(put(lists, added.header("ETag")).status()).isEqualTo(412);
        assertThat(put(Map.of("domains", "spam.example"), put.header("ETag")).body())
                .contains("\"field\":\"domains\"");
        assertThat(put(Map.of("blocked", Map.of()), put.header("ETag")).body()).contains("\"code\":\"unknown\"");
        assertThat(moderator.get("/blocks").json()).isEqualTo(put.json());
    }

    private Api.Answer put(Map<String, Object> lists, String version) {
        return moderator.send(
                "PUT", "/blocks", Json.text(lists), "Content-Type", "application/json", "If-Match", version);
    }

    @Test
    void ofManyWhoChangeTheListsAtOnceNobodyIsLost() {
        AtOnce.times(4, i -> change(Map.of("add", Map.of("domains", List.of("d" + i + ".example")))));
        assertThat((List<?>) moderator.get("/blocks").json().get("domains")).hasSize(4);
    }

    @Test
    void badInputIsRefusedByName() {
        assertRefused(Map.of(), "\"add\"", "required");
        assertRefused(Map.of("ad", Map.of()), "\"ad\"", "unknown");
        assertRefused(Map.of("add", Map.of("names", List.of("Ann"))), "\"add.names\"", "unknown");
        assertRefused(Map.of("add", Map.of("addresses", List.of("ann"))), "\"add.addresses[0]\"", "invalid");
        assertThat(send(Map.of("add", Map.of("addresses", List.of("a b@x.example"))))
                        .body())
                .contains("U+0020 SPACE cannot stand before the @");
        assertRefused(
                Map.of("remove", Map.of("domains", List.of("ok.example", "nodot"))),
                "\"remove.domains[1]\"",
                "invalid");
        assertRefused(Map.of("add", Map.of("networks", List.of("192.0.2.0/33"))), "\"add.networks[0]\"", "invalid");
        assertRefused(Map.of("add", Map.of("networks", List.of("::/8"))), "\"add.networks[0]\"", "too-wide");
        assertRefused(
                Map.of("add", Map.of("domains", Collections.nCopies(501, "a.example"))), "\"add.domains\"", "too-many");
        change(Map.of(
                "add",
                Map.of(
                        "domains",
                        IntStream.range(0, 500)
                                .mapToObj(i -> "d" + i + ".example")
                                .toList())));
        assertRefused(Map.of("add", Map.of("domains", List.of("one.example"))), "\"add.domains\"", "too-many");
        assertThat(send(Map.of("add", Map.of()), "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(moderator.on("nowhere").get("/blocks").status()).isEqualTo(404);
    }

    private void assertRefused(Map<String, Object> change, String field, String code) {
        Api.Answer answer = send(change);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":" + field).contains("\"code\":\"" + code + "\"");
    }

    private void add(Map<String, Object> lists) {
        change(Map.of("add", lists));
    }

    private Api.Answer change(Map<String, Object> change) {
        Api.Answer answer = send(change);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Api.Answer send(Map<String, Object> change, String... headers) {
        String[] all = headers.length == 0
                ? new String[] {"Content-Type", "application/json"}
                : new String[] {"Content-Type", "application/json", headers[0], headers[1]};
        return moderator.send("PATCH", "/blocks", Json.text(change), all);
    }

    private Map<?, ?> awaitBlocked(int expected) {
        Backend.patiently()
                .until(() -> IntStream.of(blocked("addresses"), blocked("domains"), blocked("networks"))
                                .sum()
                        == expected);
        return counts();
    }

    private int blocked(String list) {
        return ((Number) counts().get(list)).intValue();
    }

    private Map<?, ?> counts() {
        return (Map<?, ?>) moderator.get("/blocks").json().get("blocked");
    }

    private static Signer at(String email) {
        return Signer.person("Ann Lee").with("email", email);
    }

    /** A new function, which has not remembered earlier lists. */
    private int from(String ip, Signer signer) throws IOException {
        Map<String, Object> event = Json.object(Json.text(Map.of(
                "httpMethod", "POST",
                "headers", Map.of("Content-Type", "application/json"),
                "pathParameters", Map.of("statement", journey.statement()),
                "requestContext", Map.of("requestId", "journey", "identity", Map.of("sourceIp", ip)),
                "body", signer.json(),
                "isBase64Encoded", false)));
        var env = OtherEnv.of(journey.backend().env(), Map.of("EXEMPT_NETWORKS", "none"));
        return (Integer)
                new Invocation("Sign", new SignHandler(env)).call(event).get("statusCode");
    }
}
