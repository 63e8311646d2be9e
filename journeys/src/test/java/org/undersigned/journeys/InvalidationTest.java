package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.errors;
import static org.undersigned.journeys.Problems.isAdminProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.local.Inbox;

/** Signatures that have something in common are rejected, and restored, together. */
class InvalidationTest {
    private final Journey journey = Journey.start(
            Map.of("\"text\"", "\"rejectionMails\": true, \"watchList\": [\"Jordan Example\"], \"text\""));
    private final Invalidator alice = Invalidator.named(journey, "alice " + UUID.randomUUID());
    private final Admin moderator = Admin.moderator(journey);
    private final String domain = UUID.randomUUID() + ".example";

    @Test
    void whatADomainSentIsCountedRejectedAndRestored() {
        Signer ann = scholar("Ann Forged");
        Signer edited = scholar("Ed Forged");
        Signer hidden = forged("Bob Forged").with("listed", false);
        Signer below = forged("Cy Forged").with("email", "cy@sub." + domain);
        for (Signer signer : List.of(ann, hidden, below, Signer.person("Zoë Baker"))) journey.signAndConfirm(signer);
        String own = Links.own(journey.signAndConfirm(edited));
        moderator.decide("approve", journey.id(edited));
        journey.backend().mail(edited.email(), 3);
        journey.api().press(own, Map.of("name", "Edward Forged"));
        journey.publish("people,Eve Imported,,,,");
        journey.awaitTotal(5);
        var before = Invalidator.standing(journey);
        List<String> people = journey.names("people");

        Map<String, Object> counted = alice.count(Map.of("domain", domain));
        assertThat(counted)
                .containsEntry("state", "counted")
                .containsEntry("found", 4)
                .containsEntry("rejected", 0)
                .containsEntry("secondAdministrator", false);
        assertThat(Invalidator.examples(counted))
                .containsExactlyInAnyOrder("Ann Forged", "Bob Forged", "Cy Forged", "Ed Forged");
        assertThat(Invalidator.standing(journey)).isEqualTo(before);

        assertThat(alice.finish(counted, "reject"))
                .containsEntry("state", "rejected")
                .containsEntry("rejected", 4)
                .containsEntry("examples", List.of());
        assertThat(journey.names("people")).containsExactly("Zoë Baker", "Eve Imported");
        assertThat(journey.names("scholars")).isEmpty();
        journey.awaitTotal(2);
        assertThat(journey.api().get(Api.path(own)).body())
                .doesNotContain("Edward")
                .contains("Ed Forged");

        assertThat(alice.finish(counted, "undo"))
                .containsEntry("state", "undone")
                .containsEntry("restored", 4);
        assertThat(Invalidator.standing(journey)).isEqualTo(before);
        assertThat(journey.names("people")).isEqualTo(people);
        journey.awaitTotal(5);
        journey.backend().settle();
        for (Signer signer : List.of(ann, hidden, below))
            assertThat(journey.backend().mailsTo(signer.email())).hasSize(2);
    }

    @Test
    void flagsSelect() {
        journey.publish("people,Rosa Meier,,,,");
        for (String name : List.of("Jordan Example", "Rosa Meier", "Ann Lee")) journey.signAndConfirm(forged(name));

        assertThat(names(Map.of("flag", "watch-list"))).containsExactly("Jordan Example");
        assertThat(names(Map.of("flag", "claims-imported-row"))).containsExactly("Rosa Meier");
        assertThat(names(Map.of("flag", "mail-bounced"))).isEmpty();
    }

    @Test
    void whatOthersHaveDecidedSinceIsLeftAlone() {
        List<Signer> signers = List.of(forged("Ann"), forged("Bob"), forged("Cy"), forged("Di"));
        List<Inbox.Received> receipts =
                signers.stream().map(journey::signAndConfirm).toList();
        Map<String, Object> all = alice.finish(alice.count(Map.of("domain", domain)), "reject");
        assertThat(all).containsEntry("rejected", 4);

        moderator.decide("reinstate", journey.id(signers.get(0)));
        moderator.decide("reinstate", journey.id(signers.get(1)));
        moderator.decide("approve", journey.id(signers.get(1)));
        journey.api().press(Links.withdrawal(receipts.get(2)));

        assertThat(alice.finish(all, "undo")).containsEntry("restored", 1);
        assertThat(signers.stream().map(signer -> journey.attribute(signer, "status")))
                .containsExactly("IN_REVIEW", "PUBLISHED", "WITHDRAWN", "PUBLISHED");

        journey.api().press(Links.withdrawal(receipts.get(2)), Map.of("restore", true));
        assertThat(journey.attribute(signers.get(2), "status")).isEqualTo("REJECTED");
        assertThat(alice.finish(all, "undo")).containsEntry("restored", 2);
        assertThat(journey.names("people")).containsExactly("Bob", "Cy", "Di");
    }

    @Test
    void aRejectionOfItsOwnIsNotUndone() {
        Signer ann = forged("Ann");
        journey.signAndConfirm(ann);
        Map<String, Object> first = alice.finish(alice.count(Map.of("domain", domain)), "reject");
        alice.finish(first, "undo");
        moderator.decide("reject", journey.id(ann));

        assertThat(alice.finish(first, "undo")).containsEntry("restored", 1);
        assertThat(journey.attribute(ann, "status")).isEqualTo("REJECTED");
    }

    @Test
    void whoSignsAfterwardsIsNotMeant() {
        journey.signAndConfirm(forged("Ann"));
        Map<String, Object> counted = alice.count(Map.of("domain", domain));
        journey.signAndConfirm(forged("Late"));

        assertThat(alice.finish(counted, "reject")).containsEntry("rejected", 1);
        assertThat(journey.names("people")).containsExactly("Late");
    }

    @Test
    void noMoreAreRejectedThanWereCounted() {
        List<Signer> signers = List.of(forged("Ann Lee"), forged("Jordan Example"));
        signers.forEach(journey::signAndConfirm);
        Map<String, Object> counted = alice.count(Map.of("flag", "watch-list"));
        assertThat(counted).containsEntry("found", 1);
        alice.admin().change(Map.of("watchList", List.of("Jordan Example", "Ann Lee")));

        assertThat(alice.finish(counted, "reject"))
                .containsEntry("state", "rejected")
                .containsEntry("rejected", 1);
    }

    @Test
    void whatIsCountedCanBeCancelledAndIsListed() {
        journey.signAndConfirm(forged("Ann"));
        Map<String, Object> counted = alice.count(Map.of("domain", domain));

        assertThat(alice.finish(counted, "cancel")).containsEntry("state", "cancelled");
        isAdminProblem(alice.act(counted, "reject"), 409);
        assertThat(alice.finish(counted, "undo")).containsEntry("state", "undone");
        isAdminProblem(alice.act(counted, "cancel"), 409);
        assertThat(journey.names("people")).containsExactly("Ann");
        Api.Answer all = moderator.get("/invalidations");
        assertThat(all.status()).isEqualTo(200);
        assertThat((List<?>) all.json().get("invalidations")).singleElement().isEqualTo(alice.look(counted));
    }

    @Test
    void allAreListedPageByPageTheNewestFirst() {
        List<Object> counted = new ArrayList<>();
        for (int i = 0; i < 5; i++)
            counted.addFirst(alice.count(Map.of("domain", i + domain)).get("id"));
        List<Object> listed = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String next = "invalidations?limit=2";
        while (next != null) {
            Api.Answer page = moderator.get("/" + next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            List<?> invalidations = (List<?>) page.json().get("invalidations");
            pages.add(invalidations.size());
            invalidations.forEach(one -> listed.add(((Map<?, ?>) one).get("id")));
            next = (String) page.json().get("next");
        }
        assertThat(listed).isEqualTo(counted);
        assertThat(pages).startsWith(2, 2, 1);

        assertThat(moderator
                        .get("/invalidations?after=000000000000000-0")
                        .json()
                        .get("invalidations"))
                .isEqualTo(List.of());
        for (String query : List.of("limit=0", "limit=201", "limit=two", "after=0", "after=" + "x".repeat(1001)))
            isAdminProblem(moderator.get("/invalidations?" + query), 400);
    }

    @Test
    void theAuditHasEachStepAndNothingOfWhoSigned() {
        Signer ann = forged("Ann Onym");
        journey.signAndConfirm(ann);
        Map<String, Object> counted = alice.count(Map.of("domain", domain));
        moderator.get("/invalidations/" + counted.get("id"));
        alice.finish(alice.finish(counted, "reject"), "undo");

        List<Map<String, Object>> entries = moderator.audited();
        assertThat(entries)
                .extracting(entry -> entry.get("action"))
                .containsSubsequence(
                        "count-invalidation",
                        "read-invalidation",
                        "read-invalidation",
                        "start-invalidation",
                        "invalidate",
                        "undo-invalidation",
                        "revalidate");
        assertThat(entries)
                .filteredOn(entry -> entry.get("action").equals("invalidate"))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("subject", journey.id(ann))
                        .containsEntry("reason", "not-genuine")
                        .containsEntry(
                                "after",
                                Map.of("status", "rejected", "version", 2, "invalidation", counted.get("id"))));
        assertThat(entries.toString()).doesNotContain("Onym", domain);
        assertThat(moderator.get("/audit?signature=" + journey.id(ann)).body())
                .contains("\"invalidate\"")
                .contains("\"revalidate\"");
    }

    @Test
    void moderatorsLookAndAdministratorsAct() {
        journey.signAndConfirm(forged("Ann"));
        Map<String, Object> counted = alice.count(Map.of("domain", domain));
        assertThat(counted.get("examples").toString()).contains(domain);

        Api.Answer seen = moderator.get("/invalidations/" + counted.get("id"));
        assertThat(Invalidator.examples(seen.json())).containsExactly("Ann");
        assertThat(seen.json().get("examples").toString()).contains("email=null");
        isAdminProblem(moderator.post("/invalidations", Map.of("selection", Map.of("domain", domain))), 403);
        isAdminProblem(moderator.post("/invalidations/" + counted.get("id"), Map.of("action", "reject")), 403);
        assertThat(journey.names("people")).containsExactly("Ann");
    }

    @Test
    void anotherStatementsInvalidationIsNotFound() {
        Map<String, Object> counted = alice.count(Map.of("domain", domain));
        Invalidator other = Invalidator.named(Journey.start(), "alice");

        isAdminProblem(other.act(counted, "reject"), 404);
        isAdminProblem(other.admin().get("/invalidations/" + counted.get("id")), 404);
        isAdminProblem(alice.admin().get("/invalidations/" + "x".repeat(500)), 404);
        isAdminProblem(alice.admin().on("nothing").get("/invalidations"), 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|network required",
                "{\"until\": \"2026-01-01T00:00:00Z\"}|network required",
                "{\"network\": null, \"flag\": null}|network required",
                "{\"network\": \"\", \"flag\": \"free-mail\"}|network required",
                "{\"from\": \"2026-01-01T00:00:00Z\", \"until\": \" \"}|until required",
                "{\"network\": \"192.0.2.7\"}|network invalid",
                "{\"network\": \"192.0.2.0/25\"}|network invalid",
                "{\"network\": \"2001:db8::/49\"}|network invalid",
                "{\"network\": \"192.0.2.0/33\"}|network invalid",
                "{\"network\": \"all\"}|network invalid",
                "{\"network\": 7}|network type",
                "{\"domain\": \"@\"}|domain invalid",
                "{\"domain\": \"\"}|domain required",
                "{\"flag\": \"ugly\"}|flag unknown",
                "{\"flag\": \"name-listed\"}|flag not-allowed",
                "{\"flag\": \"same-network\"}|flag not-allowed",
                "{\"from\": \"yesterday\"}|from invalid",
                "{\"from\": \"2999-01-01T00:00:00Z\"}|from invalid",
                "{\"from\": \"2026-01-02T00:00:00Z\", \"until\": \"2026-01-01T00:00:00Z\"}|from invalid",
                "{\"domain\": \"a.example\", \"until\": \"2999-01-01T00:00:00Z\"}|until invalid",
                "{\"name\": \"Ann\"}|name unknown",
                "[]|selection type"
            })
    void whatSelectsNothingInParticularIsRefused(String selection, String error) {
        Api.Answer answer = post("{\"selection\": " + selection + ", \"reason\": \"forged\"}");
        isAdminProblem(answer, 422);
        assertThat(errors(answer)).containsExactly(error.startsWith("selection") ? error : "selection." + error);
        assertThat(moderator.get("/invalidations").json()).containsEntry("invalidations", List.of());
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        Api.Answer empty = post("{}");
        isAdminProblem(empty, 422);
        assertThat(errors(empty)).containsExactlyInAnyOrder("selection required", "reason required");
        isFaulty(post("{\"selection\": {\"domain\": \"a.example\"}, \"reason\": \"forged: by a machine\"}"), "reason");
        isFaulty(post("{\"selection\": {\"domain\": \"a.example\"}, \"reason\": \"forged\", \"all\": true}"), "all");
        isAdminProblem(post("[]"), 400);
        Map<String, Object> counted = alice.count(Map.of("domain", domain));
        isFaulty(alice.act(counted, "explode"), "action");
        isFaulty(alice.admin().post("/invalidations/" + counted.get("id"), Map.of()), "action");
    }

    @Test
    void oneModeratorRejectsNoMoreThanFiveHundredInAMinute() {
        Signer ann = forged("Ann");
        journey.signAndConfirm(ann);
        Admin bob = Admin.moderator(journey, "bob " + UUID.randomUUID());
        String[] unknown = new String[500];
        for (int i = 0; i < unknown.length; i++) unknown[i] = "nobody " + i;
        // A minute may end between them, but not twice.
        Api.Answer answer = null;
        for (int i = 0; i < 3; i++) {
            answer = bob.decide(Map.of("decision", "reject", "signatures", List.of(unknown), "reason", "forged"));
            if (answer.status() == 429) break;
        }
        isAdminProblem(answer, 429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.body()).contains("500 signatures in a minute");
        assertThat(journey.names("people")).containsExactly("Ann");
        assertThat(bob.decide("approve", journey.id(ann))).containsExactly("unchanged");
        assertThat(moderator.decide("reject", journey.id(ann))).containsExactly("rejected");
    }

    private static void isFaulty(Api.Answer answer, String field) {
        isAdminProblem(answer, 422);
        assertThat(errors(answer)).anyMatch(error -> error.startsWith(field + " "));
    }

    private Api.Answer post(String body) {
        return alice.admin().send("POST", "/invalidations", body, "Content-Type", "application/json");
    }

    private List<String> names(Map<String, Object> selection) {
        return Invalidator.examples(alice.count(selection)).stream().sorted().toList();
    }

    private Signer forged(String name) {
        return Signer.person(name).with("email", UUID.randomUUID() + "@" + domain);
    }

    private Signer scholar(String name) {
        return forged(name).with("category", "scholars").with("affiliation", "Nowhere");
    }
}
