package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;
import org.undersigned.local.Invocation;
import org.undersigned.retain.RetainHandler;

@OnlyOn(value = EMBEDDED, because = "it erases what is due of every statement, at a time of its own")
class RetentionTest {
    private static final Duration GRACE = Duration.ofHours(24);
    private static final Duration REJECTED = Duration.ofDays(90);
    private static final Duration NETWORK = Duration.ofDays(30);
    private static Backend backend;

    private final Journey journey = Journey.on(backend, Map.of());
    private final Admin moderator = Admin.moderator(journey);
    /** Of this test alone: all share the tables. */
    private final String family = UUID.randomUUID().toString().replaceAll("[^a-f]", "q");

    private final String name = "Ann " + family;
    private final Signer ann = Signer.person(name)
            .with("honorific", "Dame")
            .with("category", "scholars")
            .with("affiliation", "Old Observatory");

    @BeforeAll
    static void start() {
        backend = Backend.alone();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void afterAWithdrawalsGraceNoTableHoldsTheSigner() {
        journey.sign(ann.with("honorific", "Lady"), 1);
        String link = Links.withdrawal(receipt(ann));
        moderator.correct(journey.id(ann), Map.of("affiliation", "New Observatory", "reason", name + " wrote to us"));
        journey.api().press(link);

        retain(GRACE.minusMinutes(5));
        assertThat(backend.everything()).contains(name, ann.email());
        assertThat(retain(GRACE.plusMinutes(5))).isEqualTo(1);

        assertThat(backend.everything()).doesNotContainIgnoringCase(ann.email(), family);
        assertThat(journey.items().toString()).doesNotContain("Observatory", "Lady", "Dame");
        assertThat(journey.attribute(ann, "status")).isEqualTo("WITHDRAWN");
        assertThat(retain(GRACE.plusMinutes(5))).isZero();
        assertThat(journey.api().press(link).json()).isEqualTo(Map.of("status", "withdrawn"));
        assertThat(journey.api().press(link, Map.of("restore", true)).status()).isEqualTo(410);
        assertThat(journey.api().get(Api.path(link)).body()).contains("The signature is withdrawn");
    }

    @Test
    void anErasedSignerCanSignAnew() {
        journey.api().press(Links.withdrawal(receipt(ann)));
        retain(GRACE.plusMinutes(5));
        journey.confirm(journey.sign(ann.with("honorific", "Dr."), 3));
        assertThat(journey.attribute(ann, "status")).isEqualTo("IN_REVIEW");
        assertThat(journey.attribute(ann, "name")).isEqualTo(name);
    }

    @Test
    void whatIsAskedForAfterWithdrawingIsNotErasedWithIt() {
        journey.api().press(Links.withdrawal(receipt(ann)));
        var asked = journey.sign(ann.with("honorific", "Dr."), 3);
        retain(GRACE.plusMinutes(5));
        journey.confirm(asked);
        assertThat(journey.attribute(ann, "honorific")).isEqualTo("Dr.");
    }

    @Test
    void theRowThatGaveWayToItsSignerGoesWithTheSignature() {
        String row = "scholars," + name + ",Dame,Old Observatory,,";
        journey.publish(row);
        var receipt = receipt(ann);
        moderator.decide("approve", journey.id(ann));
        journey.api().press(Links.withdrawal(receipt));
        retain(GRACE.plusMinutes(5));
        assertThat(backend.everything()).doesNotContainIgnoringCase(family);
        journey.publish(row);
        assertThat(journey.names("scholars")).isEmpty();
    }

    @Test
    void aRejectedSignatureLosesItsNetworkAtOnceAndItsAddressAfterSomeDays() {
        receipt(ann);
        moderator.decide("reject", journey.id(ann));
        assertThat(journey.item(ann)).doesNotContainKey("network").containsKey("emailAddress");
        retain(REJECTED.minusDays(1));
        assertThat(journey.item(ann)).containsKey("emailAddress");
        retain(REJECTED.plusDays(1));
        assertThat(journey.item(ann)).doesNotContainKey("emailAddress").containsKey("name");
    }

    @Test
    void whoStandsLosesTheNetworkAfterSomeDaysAndNothingElse() {
        Signer bob = Signer.person("Bob " + family);
        for (Signer signer : List.of(ann, bob)) receipt(signer);
        var before = journey.item(bob);
        assertThat(before).containsKey("network");

        retain(NETWORK.minusDays(1));
        assertThat(journey.item(bob)).isEqualTo(before);
        retain(NETWORK.plusDays(1));
        for (Signer signer : List.of(ann, bob))
            assertThat(journey.item(signer)).doesNotContainKey("network").containsKeys("emailAddress", "name");
        assertThat(journey.names("people")).containsExactly("Bob " + family);
        assertThat(entries())
                .extracting(entry -> entry.get("after"))
                .containsExactly(Map.of("erased", 0, "withoutContact", 0, "withoutNetwork", 2));
        retain(NETWORK.plusDays(1));
        assertThat(entries()).hasSize(1);
    }

    @Test
    void whatIsInvalidatedKeepsItsNetworkAsLongAsItsAddress() {
        receipt(ann);
        Invalidator alice = Invalidator.named(journey, "alice");
        alice.finish(alice.count(Map.of("network", "127.0.0.0/24")), "reject");
        assertThat(journey.attribute(ann, "status")).isEqualTo("REJECTED");

        retain(REJECTED.minusDays(1));
        assertThat(journey.item(ann)).containsKeys("network", "emailAddress");
        retain(REJECTED.plusDays(1));
        assertThat(journey.item(ann))
                .doesNotContainKeys("network", "emailAddress")
                .containsKey("name");
    }

    @Test
    void someDaysAfterTheEndAddressesContactsAndNetworksGoAndNamesStay() {
        Signer group = Signer.organisation("Friends of Rivers");
        Signer unlisted = Signer.person("Bo Secret").with("listed", false);
        for (Signer signer : List.of(ann, group, unlisted)) receipt(signer);
        String link = Links.withdrawal(backend.mail(group.email(), 2));
        Admin.administrator(journey).change(Map.of("state", "closed", "retentionDays", 30));

        assertThat(retain(Duration.ofDays(29))).isZero();
        assertThat(retain(Duration.ofDays(31), 2)).isEqualTo(2);
        assertThat(retain(Duration.ofDays(31))).isEqualTo(1);
        assertThat(retain(Duration.ofDays(31))).isZero();

        assertThat(journey.items())
                .allSatisfy(item -> assertThat(item).doesNotContainKeys("emailAddress", "contactName", "network"));
        assertThat(journey.names("groups")).containsExactly("Friends of Rivers");
        assertThat(entries())
                .extracting(entry -> entry.get("after"))
                .containsExactly(
                        Map.of("erased", 0, "withoutContact", 2, "withoutNetwork", 0),
                        Map.of("erased", 0, "withoutContact", 1, "withoutNetwork", 0));
        journey.api().press(link);
        assertThat(journey.names("groups")).isEmpty();
    }

    @Test
    void someDaysAfterTheEndTheBlockListsGoAndTheAuditSaysHowManyEntries() {
        Journey other = Journey.on(backend, Map.of());
        for (Journey one : List.of(journey, other))
            Admin.moderator(one)
                    .send(
                            "PATCH",
                            "/blocks",
                            Json.text(Map.of(
                                    "add",
                                    Map.of("addresses", List.of(ann.email()), "networks", List.of("100.64.7.0/24")))),
                            "Content-Type",
                            "application/json");
        Admin.administrator(journey).change(Map.of("state", "closed", "retentionDays", 30));

        retain(Duration.ofDays(29));
        assertThat(moderator.get("/blocks").body()).contains("100.64.7.0/24");
        retain(Duration.ofDays(31));
        assertThat(moderator.get("/blocks").body()).contains("\"addresses\":[]").doesNotContain("100.64.7.0/24");
        retain(Duration.ofDays(31));
        assertThat(entries()).extracting(entry -> entry.get("after")).containsExactly(Map.of("blocks", 2));
        assertThat(Admin.moderator(other).get("/blocks").body()).contains("100.64.7.0/24");
    }

    private List<Map<String, Object>> entries() {
        return moderator.audited().stream()
                .filter(entry -> entry.get("action").equals("retain"))
                .toList();
    }

    private Inbox.Received receipt(Signer signer) {
        return journey.signAndConfirm(signer);
    }

    private static int retain(Duration later) {
        return retain(later, 1_000);
    }

    /** What was done so much later than now, with at most so many signatures. */
    private static int retain(Duration later, int most) {
        var handler = new RetainHandler(OtherEnv.of(backend.env(), Map.of()).later(later), most);
        try {
            return ((Number) new Invocation("Retain", handler).call(Map.of()).get("handled")).intValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
