package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.isAdminProblem;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.undersigned.admin.OwnIssuer;
import org.undersigned.admin.Role;
import org.undersigned.invalidate.InvalidateHandler;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.tables.WindowCounter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Many false names stand among honest ones, and people go on signing while they are rejected. */
@OnlyOn(value = EMBEDDED, because = "elsewhere a thousand names take minutes; InvalidationTest plays the calls there")
class AttackTest {
    private static final Backend BACKEND = Backend.alone();

    /** How many one administrator may invalidate on a day. */
    private static final int ALONE = 500;

    private static final Map<String, Object> NETWORK = Map.of("network", "203.0.113.0/24");

    private final Journey journey = Journey.on(BACKEND, Map.of());
    private final String aliceName = "alice " + UUID.randomUUID();
    private final Invalidator alice = Invalidator.named(journey, aliceName);
    private final Invalidator bob = Invalidator.named(journey, "bob " + UUID.randomUUID());

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void manyFalseNamesAreUndoneWhileOthersSign() {
        int names = Full.or(5_000, ALONE + 1);
        journey.publish(IntStream.range(0, 50)
                .mapToObj(i -> "people,Honest %02d,,,,".formatted(i))
                .toArray(String[]::new));
        journey.signAndConfirm(Signer.person("Zoë Baker"));
        Attack.on(journey, "forgers.example").sign(names);
        List<String> attacked = allNames();
        assertThat(attacked).hasSize(51 + names);
        var standing = Invalidator.standing(journey);

        Map<String, Object> counted = alice.count(NETWORK);
        assertThat(counted).containsEntry("found", names).containsEntry("secondAdministrator", true);
        assertThat(Invalidator.examples(counted)).hasSize(10).allMatch(name -> name.startsWith("False"));
        isAdminProblem(alice.act(counted, "reject"), 409);
        assertThat(allNames()).hasSize(51 + names);

        var signing = CompletableFuture.supplyAsync(() -> signMeanwhile("Meanwhile"));
        Map<String, Object> rejected = bob.finish(counted, "reject");
        int more = signing.join();
        assertThat(rejected).containsEntry("state", "rejected").containsEntry("rejected", names);
        assertThat(allNames()).hasSize(51 + more).noneMatch(name -> name.startsWith("False"));
        awaitTotal(51 + more);

        bob.finish(rejected, "undo");
        assertThat(alice.look(counted)).containsEntry("state", "undone").containsEntry("restored", names);
        List<String> restored = new ArrayList<>(allNames());
        restored.removeIf(name -> name.startsWith("Meanwhile"));
        assertThat(restored).isEqualTo(attacked);
        awaitTotal(51 + names + more);
        // Places in lists, keys of searches, days and all else, too.
        var now = Invalidator.standing(journey);
        now.keySet().retainAll(standing.keySet());
        assertThat(now).isEqualTo(standing);
        assertThat(signedByDay()).isEqualTo(51 + names + more);
    }

    @SuppressWarnings("unchecked")
    private long signedByDay() {
        var timeline = journey.api()
                .get("/statements/" + journey.statement() + "/timeline")
                .json();
        return ((List<Map<String, Object>>) timeline.get("days"))
                .stream().mapToLong(day -> (int) day.get("total")).sum();
    }

    @Test
    void whatIsCancelledInTheMiddleStopsAndIsUndone() {
        int names = 500;
        Attack.on(journey, "forgers.example").sign(names);
        var before = Invalidator.standing(journey);
        Map<String, Object> counted = alice.count(NETWORK);

        var rejecting = CompletableFuture.supplyAsync(() -> alice.act(counted, "reject"));
        Backend.patiently()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> (int) alice.look(counted).get("rejected") > 0);
        Map<String, Object> cancelled = bob.finish(counted, "cancel");
        assertThat(rejecting.join().status()).isIn(200, 409);

        int rejected = (int) cancelled.get("rejected");
        assertThat(cancelled).containsEntry("state", "cancelled");
        assertThat(rejected).isBetween(1, names - 1);
        assertThat(allNames()).hasSize(names - rejected);
        assertThat(alice.look(counted)).isEqualTo(cancelled);
        isAdminProblem(alice.act(counted, "reject"), 409);

        assertThat(alice.finish(counted, "undo"))
                .containsEntry("state", "undone")
                .containsEntry("restored", rejected);
        assertThat(Invalidator.standing(journey)).isEqualTo(before);
    }

    @Test
    void whatACrashCutsOffIsGoneOnWithAndCountedOnce() {
        Attack.on(journey, "forgers.example").sign(300);
        var before = Invalidator.standing(journey);
        Map<String, Object> counted = alice.count(NETWORK);

        assertThat(dyingAfter(150, counted, "reject")).isEqualTo(500);
        assertThat(alice.look(counted)).containsEntry("state", "rejecting").containsEntry("rejected", 100);
        assertThat(allNames()).hasSize(150);
        AtOnce.all(List.of(() -> alice.finish(counted, "continue"), () -> bob.finish(counted, "continue")));
        assertThat(alice.look(counted)).containsEntry("state", "rejected").containsEntry("rejected", 300);
        assertThat(allNames()).isEmpty();

        assertThat(dyingAfter(130, counted, "undo")).isEqualTo(500);
        assertThat(bob.finish(counted, "continue"))
                .containsEntry("state", "undone")
                .containsEntry("restored", 300);
        assertThat(Invalidator.standing(journey)).isEqualTo(before);
    }

    /** As when the function was held up in the middle of a piece, while others finished and undid it. */
    @Test
    void aPieceThatComesLateRejectsNothingAgain() {
        Attack.on(journey, "forgers.example").sign(150);
        var before = Invalidator.standing(journey);
        Map<String, Object> counted = alice.count(NETWORK);
        assertThat(dyingAfter(20, counted, "reject")).isEqualTo(500);
        Map<String, AttributeValue> heldUp = stored(counted);
        alice.finish(alice.finish(counted, "continue"), "undo");

        journey.backend().dynamoDb().putItem(r -> r.tableName(table()).item(heldUp));
        alice.finish(counted, "continue");

        assertThat(Invalidator.standing(journey)).isEqualTo(before);
        assertThat(allNames()).hasSize(150);
    }

    @Test
    void whoPressesSeveralTimesAtOnceStartsItOnceAndUsesUpOneAllowance() {
        Attack.on(journey, "forgers.example").sign(20);
        Map<String, Object> counted = alice.count(NETWORK);

        assertThat(AtOnce.all(Collections.nCopies(
                        5, () -> alice.act(counted, "reject").status())))
                .contains(200)
                .isSubsetOf(200, 409);

        assertThat(alice.finish(counted, "continue")).containsEntry("rejected", 20);
        assertThat(Admin.moderator(journey).audited())
                .filteredOn(entry -> entry.get("action").equals("start-invalidation"))
                .hasSize(1);
        var allowance = new WindowCounter(journey.backend().env(), "invalidations", ALONE, Duration.ofDays(1));
        assertThat(allowance.count(aliceName, ALONE - 20)).isEmpty();
        assertThat(allowance.count(aliceName, 1)).isPresent();
    }

    @Test
    void manySmallOnesNeedASecondAdministratorAsALargeOneDoes() {
        int names = Full.or(300, 30);
        // As if she had invalidated others already, so that the second are one too many.
        new WindowCounter(journey.backend().env(), "invalidations", ALONE, Duration.ofDays(1))
                .count(aliceName, Full.or(0, ALONE + 1 - 2 * names));
        Attack.on(journey, "one.example").sign(names);
        Attack.on(journey, "two.example").sign(names);

        alice.finish(alice.finish(alice.count(Map.of("domain", "one.example")), "reject"), "undo");
        Map<String, Object> second = alice.count(Map.of("domain", "two.example"));
        assertThat(second).containsEntry("secondAdministrator", false);
        isAdminProblem(alice.act(second, "reject"), 409);
        assertThat(allNames()).hasSize(2 * names);
        assertThat(bob.finish(second, "reject")).containsEntry("rejected", names);
        assertThat(allNames()).hasSize(names);
    }

    @Test
    void networkTimeAndFlagSelectTogether() {
        signFrom("203.0.113.9", at("forgers.example", "Far One"));
        signFrom("203.0.113.200", at("gmail.com", "Far Two"));
        signFrom("198.51.100.9", at("forgers.example", "Near"));
        signFrom("2001:db8:7:8::9", at("forgers.example", "Six"));
        Instant then = Instant.now();
        signFrom("203.0.113.9", at("gmail.com", "Late"));

        assertThat(names(Map.of("network", "203.0.113.0/24"))).containsExactly("Far One", "Far Two", "Late");
        assertThat(names(Map.of("network", "203.0.0.0/16"))).containsExactly("Far One", "Far Two", "Late");
        assertThat(names(Map.of("network", "2001:db8::/32"))).containsExactly("Six");
        assertThat(names(Map.of("network", "203.0.113.0/24", "until", then.toString())))
                .containsExactly("Far One", "Far Two");
        assertThat(names(Map.of("network", "\u00A0203.0.113.0/24", "from", then + "\u200B")))
                .containsExactly("Late");
        assertThat(names(Map.of("network", "203.0.113.0/24", "flag", "free-mail")))
                .containsExactly("Far Two", "Late");
        assertThat(names(Map.of("network", "203.0.113.0/24", "domain", "forgers.example")))
                .containsExactly("Far One");
        assertThat(names(Map.of("network", "192.0.2.0/24"))).isEmpty();
    }

    private List<String> names(Map<String, Object> selection) {
        return Invalidator.examples(alice.count(selection)).stream().sorted().toList();
    }

    private static Signer at(String domain, String name) {
        return Signer.person(name).with("email", UUID.randomUUID() + "@" + domain);
    }

    private void signFrom(String address, Signer signer) {
        Map<String, Object> event = new HashMap<>();
        event.put("httpMethod", "POST");
        event.put("headers", Map.of("Content-Type", "application/json"));
        event.put("pathParameters", Map.of("statement", journey.statement()));
        event.put("requestContext", Map.of("identity", Map.of("sourceIp", address)));
        event.put("body", Json.text(signer.fields()));
        call("Sign", journey.backend().run().handler("Sign"), event);
        journey.confirm(journey.backend().mail(signer.email(), 1));
    }

    private void awaitTotal(long expected) {
        Backend.patiently().atMost(Duration.ofMinutes(3)).until(() -> journey.total() == expected);
    }

    private Map<String, AttributeValue> stored(Map<String, Object> invalidation) {
        return journey.backend()
                .dynamoDb()
                .getItem(r -> r.tableName(table())
                        .key(Map.of(
                                "statement",
                                AttributeValue.fromS(journey.statement()),
                                "id",
                                AttributeValue.fromS((String) invalidation.get("id"))))
                        .consistentRead(true))
                .item();
    }

    private String table() {
        return journey.backend().env().required("INVALIDATIONS_TABLE");
    }

    /** Answers how many have signed. */
    private int signMeanwhile(String name) {
        int people = 8;
        for (int i = 0; i < people; i++) journey.signAndConfirm(Signer.person(name + " " + i));
        return people;
    }

    private List<String> allNames() {
        List<String> names = new ArrayList<>();
        URI at = URI.create(journey.listPath("people") + "?limit=500");
        while (at != null) {
            Api.Answer page = journey.api().get(at.toString());
            names.addAll(Journey.names(page));
            String next = (String) page.json().get("next");
            at = next == null ? null : at.resolve(next);
        }
        return names;
    }

    /** Answers the status of a function whose transactions fail for good after its start and so many of them. */
    private int dyingAfter(int writes, Map<String, Object> invalidation, String action) {
        var issuer = OwnIssuer.create("https://test.example", Clock.systemUTC());
        try (DynamoDbClient client =
                DyingClient.after(1 + writes, TransactWriteItemsRequest.class, journey.backend())) {
            RequestStreamHandler handler = new InvalidateHandler(
                    OtherEnv.of(journey.backend().env(), Map.of()).with(client), issuer.identity());
            Map<String, Object> event = new HashMap<>();
            event.put("httpMethod", "POST");
            event.put(
                    "pathParameters", Map.of("statement", journey.statement(), "invalidation", invalidation.get("id")));
            event.put(
                    "headers",
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "Authorization",
                            "Bearer " + issuer.token("carol", Role.ADMINISTRATOR, Optional.empty())));
            event.put("requestContext", Map.of("requestId", UUID.randomUUID().toString()));
            event.put("body", "{\"action\": \"" + action + "\"}");
            return (int) call("Invalidate", handler, event).get("statusCode");
        }
    }

    /** On a thread of its own: one that tests share could start others, which would be taken for the function's. */
    private static Map<String, Object> call(String function, RequestStreamHandler handler, Map<String, Object> event) {
        Callable<Map<String, Object>> apart = () -> new Invocation(function, handler).call(event);
        return AtOnce.all(List.of(apart)).getFirst();
    }
}
