package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.LOCALSTACK;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.domain.Change;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Audit;

class DecisionsTest {
    private static final String WATCHING = "\"watchList\": [\"Justin Trudeau\"], \"rejectionMails\": true, \"text\"";

    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void anApprovedSignatureIsListedAndCounted() {
        Signer ann = inReview("Ann Lee");
        assertThat(journey.names("scholars")).isEmpty();
        assertThat(moderator.decide("approve", id(ann))).containsExactly("approved");
        journey.awaitTotal(1);
        assertThat(journey.names("scholars")).containsExactly("Ann Lee");
    }

    @Test
    void aDecisionTwiceChangesNothing() {
        Signer ann = inReview("Ann Lee");
        Signer bob = inReview("Bob Roy");
        assertThat(moderator.decide("approve", id(ann), id(ann))).containsExactly("approved", "approved");
        assertThat(moderator.decide("approve", id(ann))).containsExactly("unchanged");
        assertThat(moderator.decide("reject", id(bob))).containsExactly("rejected");
        assertThat(moderator.decide("reject", id(bob))).containsExactly("unchanged");
        assertThat(moderator.decide("reinstate", id(bob))).containsExactly("reinstated");
        assertThat(moderator.decide("reinstate", id(bob))).containsExactly("unchanged");
        assertThat(audit()).extracting(entry -> entry.get("action")).containsExactly("approve", "reject", "reinstate");
    }

    @Test
    void whatAModeratorApprovedIsOffTheListWithOneCall() {
        Signer ann = inReview("Ann Lee");
        moderator.decide("approve", id(ann));
        assertThat(moderator.decide("reject", id(ann))).containsExactly("rejected");
        assertThat(journey.names("scholars")).isEmpty();
        assertThat(moderator.decide("reject", id(ann))).containsExactly("unchanged");
    }

    @Test
    void aRejectionStandsUntilTheSignatureIsReinstated() {
        Signer ann = inReview("Ann Lee");
        moderator.decide("reject", id(ann));
        assertThat(moderator.decide("approve", id(ann))).containsExactly("conflict");
        assertThat(journey.attribute(ann, "status")).isEqualTo("REJECTED");
        assertThat(moderator.decide("reinstate", id(ann))).containsExactly("reinstated");
        assertThat(moderator.decide("approve", id(ann))).containsExactly("approved");
        assertThat(journey.names("scholars")).containsExactly("Ann Lee");
    }

    @Test
    void aForgedNameThatWasPublishedByItselfIsRejectedAtOnce() {
        Signer forger = Signer.person("Margaret Atwood");
        journey.signAndConfirm(forger);
        journey.awaitTotal(1);
        assertThat(moderator.decide("reject", id(forger))).containsExactly("rejected");
        journey.awaitTotal(0);
        assertThat(journey.names("people")).isEmpty();
    }

    @Test
    void whatIsNotConfirmedIsNoSignatureAndWhatIsWithdrawnCannotBeDecidedOn() {
        Signer asking = scholar("Ann Lee");
        journey.sign(asking, 1);
        Signer gone = inReview("Bob Roy");
        journey.api().press(Links.withdrawal(journey.backend().mail(gone.email(), 2)));
        for (String decision : List.of("approve", "reject", "reinstate"))
            assertThat(moderator.decide(decision, id(asking), id(gone))).containsExactly("not-found", "conflict");
    }

    @Test
    void aSignatureThatHasChangedSinceItWasSeenIsAConflict() {
        Signer ann = inReview("Ann Lee");
        Signer bob = inReview("Bob Roy");
        int seen = ((Number) moderator.get("/signatures/" + id(ann)).json().get("version")).intValue();
        moderator.correct(id(ann), Map.of("name", "Anne Lee", "reason", "a slip"));

        Api.Answer answer = moderator.decide(Map.of(
                "decision",
                "approve",
                "signatures",
                List.of(Map.of("id", id(ann), "version", seen), Map.of("id", id(bob), "version", 1))));

        assertThat(Admin.outcomes(answer)).containsExactly("conflict", "approved");
        assertThat(journey.attribute(ann, "status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void unknownIdsInTheMiddleHoldUpNobody() {
        Signer ann = inReview("Ann Lee");
        Signer bob = inReview("Bob Roy");
        Journey other = Journey.start();
        Signer elsewhere = scholar("Eve Elsewhere");
        other.signAndConfirm(elsewhere);
        Api.Answer answer = moderator.decide(Map.of(
                "decision",
                "approve",
                "signatures",
                List.of(id(ann), "nonsense", "a".repeat(52) + ".person", Admin.id(other, elsewhere), id(bob))));
        assertThat(Admin.outcomes(answer))
                .containsExactly("approved", "not-found", "not-found", "not-found", "approved");
        assertThat(Admin.results(answer))
                .extracting(result -> Optional.ofNullable(result.get("status")))
                .containsExactly(
                        Optional.of("published"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("published"));
        assertThat(other.attribute(elsewhere, "status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void aWatchedNameNeedsTwoWhoApprove() {
        Journey watching = Journey.start(Map.of("\"text\"", WATCHING));
        Signer famous = Signer.person("Justin  TRUDEAU");
        watching.signAndConfirm(famous);
        assertThat(watching.attribute(famous, "status")).isEqualTo("IN_REVIEW");
        Admin ann = Admin.moderator(watching, "ann");
        String id = Admin.id(watching, famous);
        assertThat(ann.decide("approve", id)).containsExactly("second-approver-needed");
        assertThat(ann.decide("approve", id)).containsExactly("second-approver-needed");
        assertThat(watching.names("people")).isEmpty();
        assertThat(Admin.moderator(watching, "bob").decide("approve", id)).containsExactly("approved");
        assertThat(watching.names("people")).hasSize(1);
    }

    @Test
    void aRejectedSignerIsToldByEmailWhereTheStatementSaysSo() {
        Journey telling = Journey.start(Map.of("\"text\"", WATCHING));
        Signer ann = scholar("Ann Lee");
        telling.signAndConfirm(ann);
        Admin.moderator(telling)
                .decide(Map.of(
                        "decision", "reject", "signatures", List.of(Admin.id(telling, ann)), "reason", "duplicate"));
        telling.backend().mail(ann.email(), 3);
        Signer bob = inReview("Bob Roy");
        moderator.decide("reject", id(bob));
        journey.backend().settle();
        assertThat(journey.backend().mailsTo(bob.email())).hasSize(2);
    }

    @Test
    void theAuditTellsWhoDecidedWhatAndWhyAndNoAddress() {
        Signer ann = inReview("Ann Lee");
        moderator.decide(Map.of(
                "decision", "reject", "signatures", List.of(id(ann)), "reason", "forged: her office knows nothing"));
        assertThat(audit()).singleElement().satisfies(entry -> {
            assertThat(entry)
                    .containsEntry("actor", "local-moderator")
                    .containsEntry("role", "moderator")
                    .containsEntry("action", "reject")
                    .containsEntry("subject", id(ann))
                    .containsEntry("reason", "forged")
                    .containsEntry("before", Map.of("status", "in-review", "version", 1))
                    .containsEntry("after", Map.of("status", "rejected", "version", 2));
            assertThat(entry.toString()).doesNotContain(ann.email(), "Ann Lee", "office");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"decision": "approve", "signatures": []}                          | signatures
        {"decision": "approve"}                                            | signatures
        {"decision": "approve", "signatures": [1]}                         | signatures[0]
        {"decision": "like", "signatures": ["a"]}                          | decision
        {"decision": "reject", "signatures": ["a"]}                        | reason
        {"decision": "reject", "signatures": ["a"], "reason": " "}         | reason
        {"decision": "approve", "signatures": ["a"], "claim": "perhaps"}   | claim
        {"decision": "approve", "signatures": ["a"], "reasons": "x"}       | reasons
        """)
    void aFlawedDecisionIsToldItsField(String body, String field) {
        Api.Answer answer = moderator.send("POST", "/decisions", body, "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Problems.errors(answer))
                .singleElement()
                .satisfies(error -> assertThat(error).startsWith(field + " "));
    }

    @Test
    void fiveHundredAndOneAreTooMany() {
        Api.Answer answer = moderator.decide(Map.of(
                "decision",
                "approve",
                "signatures",
                IntStream.range(0, 501).mapToObj(i -> "a").toList()));
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS, LOCALSTACK},
            because = "SAM CLI cuts off what an event has beyond six megabytes")
    void sixMegabytesAreTooMuch() {
        String body = "{\"a\": \"" + "x".repeat(6 << 20) + "\"}";
        assertThat(moderator
                        .send("POST", "/decisions", body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatIsNoDecisionIsSaidToBeNone() {
        String[] json = {"Content-Type", "application/json"};
        assertThat(moderator.send("POST", "/decisions", "{", json).status()).isEqualTo(400);
        assertThat(moderator
                        .send("POST", "/decisions", "a", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        var nowhere = new Admin(journey.api(), "nowhere", moderator.token());
        assertThat(nowhere.decide(Map.of("decision", "approve", "signatures", List.of("a")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofTwoModeratorsAtOnceTheOneWhoRejectsHasTheLastWord() {
        List<String> ids = waiting(12);
        Admin other = Admin.moderator(journey, "other");
        List<Callable<List<String>>> decisions = new ArrayList<>();
        for (String id : ids) {
            decisions.add(() -> moderator.decide("approve", id));
            decisions.add(() -> other.decide("reject", id));
        }
        List<List<String>> outcomes = AtOnce.all(decisions);
        int approved = 0;
        for (int i = 0; i < outcomes.size(); i += 2) {
            assertThat(outcomes.get(i).getFirst()).isIn("approved", "conflict");
            assertThat(outcomes.get(i + 1)).containsExactly("rejected");
            if (outcomes.get(i).getFirst().equals("approved")) approved++;
        }
        assertListedAndCounted(0);
        assertThat(audit()).hasSize(12 + approved);
    }

    @Test
    void approvingWhileTheSignerWithdrawsEndsWithdrawn() {
        List<Signer> signers =
                IntStream.range(0, 12).mapToObj(i -> inReview("Ann Lee " + i)).toList();
        List<Callable<Object>> both = new ArrayList<>();
        for (Signer signer : signers) {
            String link = Links.withdrawal(journey.backend().mail(signer.email(), 2));
            both.add(() -> moderator.decide("approve", id(signer)).getFirst());
            both.add(() -> journey.api().press(link).status());
        }
        List<Object> answers = AtOnce.all(both);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i)).isIn("approved", "conflict");
            assertThat(answers.get(i + 1)).isEqualTo(200);
        }
        assertThat(signers)
                .allSatisfy(signer ->
                        assertThat(journey.attribute(signer, "status")).isEqualTo("WITHDRAWN"));
        assertListedAndCounted(0);
    }

    @Test
    void approvingWhileTheSignerConfirmsEndsInOneOrder() {
        List<Signer> signers =
                IntStream.range(0, 12).mapToObj(i -> scholar("Ann Lee " + i)).toList();
        signers.forEach(journey::sign);
        List<Callable<Object>> both = new ArrayList<>();
        for (Signer signer : signers) {
            String link = Links.confirmation(journey.backend().mail(signer.email(), 1));
            both.add(() -> moderator.decide("approve", id(signer)).getFirst());
            both.add(() -> journey.api().press(link).status());
        }
        List<Object> answers = AtOnce.all(both);
        int approved = 0;
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i)).isIn("approved", "not-found");
            assertThat(answers.get(i + 1)).isEqualTo(200);
            boolean last = answers.get(i).equals("approved");
            assertThat(journey.attribute(signers.get(i / 2), "status")).isEqualTo(last ? "PUBLISHED" : "IN_REVIEW");
            if (last) approved++;
        }
        assertListedAndCounted(approved);
    }

    /** One more is published after them: once it is counted, so is all that came before. */
    private void assertListedAndCounted(int published) {
        assertThat(journey.names("scholars")).hasSize(published);
        journey.signAndConfirm(Signer.person("Last One"));
        Counted.await(journey.statement(), "people", 1);
        assertThat(Counted.of(journey.statement()).categories().getOrDefault("scholars", 0L))
                .isEqualTo(published);
    }

    /** Signatures that wait for a moderator, made without emails. */
    private List<String> waiting(int number) {
        journey.publish(IntStream.range(0, number)
                .mapToObj(i -> "scholars,Ann Lee " + i + ",,PEN,,")
                .toArray(String[]::new));
        List<SignatureId> ids = IntStream.range(0, number)
                .mapToObj(i -> journey.imported("scholars", "Ann Lee " + i, "PEN"))
                .toList();
        for (SignatureId id : ids)
            journey.backend()
                    .signatures()
                    .change(
                            id,
                            row -> Change.becomes(row.get().reinstated(row.get().since()), true));
        journey.awaitTotal(0);
        return ids.stream().map(SignatureId::text).toList();
    }

    private List<Map<String, Object>> audit() {
        Audit.Page page = new Audit(journey.backend().env()).page(journey.statement(), Optional.empty(), 1_000);
        Stream<Map<String, Object>> entries = page.written().stream().map(DecisionsTest::json);
        return entries.filter(entry -> List.of("approve", "reject", "reinstate").contains(entry.get("action")))
                .toList();
    }

    private static Map<String, Object> json(Audit.Written written) {
        try {
            return Json.object(written.json());
        } catch (Json.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private Signer inReview(String name) {
        Signer signer = scholar(name);
        journey.signAndConfirm(signer);
        return signer;
    }

    private static Signer scholar(String name) {
        return Signer.person(name).with("category", "scholars").with("affiliation", "Queen’s University");
    }

    private String id(Signer signer) {
        return Admin.id(journey, signer);
    }
}
