package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Json;

class ClaimTest {
    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void whoSignsUnderAnImportedNameWaitsAndIsNotListedTwice() {
        journey.publish("people,Ann Lee,,Queen’s University,,2026-01-01");
        Signer ann = Signer.person("Ann Lee").with("affiliation", "Queen’s University");
        journey.signAndConfirm(ann);
        assertThat(journey.names("people")).containsExactly("Ann Lee");
        Map<String, Object> waiting = Pages.signatures(moderator.get("/queue")).getFirst();
        assertThat(waiting).containsEntry("status", "in-review");
        assertThat(Pages.flags(waiting))
                .containsExactlyInAnyOrder(
                        "name-listed Ann Lee", "claims-imported-row " + row("Ann Lee", "Queen’s University"));

        assertThat(moderator.decide("approve", Admin.id(journey, ann))).containsExactly("approved");
        assertThat(journey.names("people")).containsExactly("Ann Lee");
        journey.awaitTotal(1);
    }

    @Test
    void ofSeveralRowsTheOneOfTheSameAffiliationIsClaimed() {
        journey.publish(
                "people,Ann Lee,,McGill,,2026-01-01",
                "people,Ann Lee,,Laval,,2026-01-01",
                "people,Ann Lee,,,,2026-01-01");
        Signer ann = Signer.person("ANN LEE").with("affiliation", "laval");
        journey.sign(ann, 1);
        assertThat(journey.attribute(ann, "claims")).isEqualTo(row("Ann Lee", "Laval"));
    }

    @Test
    void aRowOfAnotherAffiliationIsClaimedIfItIsTheOnlyOne() {
        journey.publish("people,Ann Lee,,McGill,,2026-01-01");
        Signer ann = Signer.person("Ann Lee").with("affiliation", "Laval");
        journey.sign(ann, 1);
        assertThat(journey.attribute(ann, "claims")).isEqualTo(row("Ann Lee", "McGill"));
        assertThat(journey.attribute(ann, "admittedAs")).isEqualTo("IN_REVIEW");
    }

    @Test
    void otherNamesAndOtherCategoriesClaimNothing() {
        journey.publish("people,Ann Lee,,,,2026-01-01", "groups,Friends,,,,2026-01-01");
        Signer anna = Signer.person("Anna Lee");
        Signer friends = Signer.person("Friends");
        journey.signAndConfirm(anna);
        journey.signAndConfirm(friends);
        assertThat(journey.item(anna)).doesNotContainKey("claims");
        assertThat(journey.names("people")).containsExactlyInAnyOrder("Ann Lee", "Anna Lee", "Friends");
    }

    @Test
    void otherWordsBeforeConfirmingClaimAnew() {
        journey.publish("people,Ann Lee,,,,2026-01-01");
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        assertThat(journey.item(ann)).containsKey("claims");
        journey.sign(ann.with("name", "Mia Brown"), 2);
        assertThat(journey.item(ann)).doesNotContainKey("claims");
        journey.api().press(Links.confirmation(journey.backend().mail(ann.email(), 2)));
        assertThat(journey.names("people")).containsExactlyInAnyOrder("Ann Lee", "Mia Brown");
    }

    @Test
    void aRepeatedMessageClaimsTheSame() {
        journey.publish("people,Ann Lee,,,,2026-01-01");
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        Map<String, ?> claimed = journey.item(ann);
        String message = Json.text(
                Map.of("signer", journey.attribute(ann, "signer"), "capacity", "person", "mail", "confirmation#1"));
        Backend backend = journey.backend();
        backend.sqs()
                .sendMessage(r -> r.queueUrl(backend.names().mailQueueUrl()).messageBody(message));
        journey.backend().mail(ann.email(), 2);
        assertThat(journey.item(ann)).isEqualTo(claimed);
    }

    @Test
    void aCategoryThatSomebodySignsInCannotVanish() {
        journey.sign(Signer.person("Ann Lee").with("category", "deputies"), 1);
        assertThat(withoutDeputies().status()).isEqualTo(409);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "sign must still remember the category, and elsewhere another container of it may take the call")
    void nobodyIsAskedToConfirmInACategoryThatHasVanished() {
        journey.sign(Signer.person("Mia Brown"), 1);
        assertThat(withoutDeputies().status()).isEqualTo(200);
        Signer ann = Signer.person("Ann Lee").with("category", "deputies");
        journey.sign(ann);
        journey.sign(Signer.person("Zoë Quince"), 1);
        journey.backend().settle();
        assertThat(journey.backend().mailsTo(ann.email())).isEmpty();
        assertThat(journey.item(ann)).isNotEmpty();
    }

    private Api.Answer withoutDeputies() {
        Admin administrator = Admin.administrator(journey);
        Api.Answer read = administrator.get("");
        Map<String, Object> definition = read.json();
        List<?> categories = (List<?>) definition.get("categories");
        definition.put(
                "categories",
                categories.stream()
                        .filter(category -> !"deputies".equals(((Map<?, ?>) category).get("id")))
                        .toList());
        return administrator.send(
                "PUT", "", Json.text(definition), "Content-Type", "application/json", "If-Match", read.header("ETag"));
    }

    private String row(String name, String affiliation) {
        return SignatureId.imported(journey.statement(), "people", name, affiliation)
                .text();
    }
}
