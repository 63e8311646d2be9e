package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        journey.signAndConfirm(ann);
        assertThat(journey.attribute(ann, "claims")).isEqualTo(row("Ann Lee", "Laval"));
    }

    @Test
    void aRowOfAnotherAffiliationIsClaimedIfItIsTheOnlyOne() {
        journey.publish("people,Ann Lee,,McGill,,2026-01-01");
        Signer ann = Signer.person("Ann Lee").with("affiliation", "Laval");
        journey.signAndConfirm(ann);
        assertThat(journey.attribute(ann, "claims")).isEqualTo(row("Ann Lee", "McGill"));
        assertThat(journey.attribute(ann, "status")).isEqualTo("IN_REVIEW");
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
    void aRowThatIsImportedBeforeTheClickIsClaimed() {
        Signer ann = Signer.person("Ann Lee");
        var asked = journey.sign(ann, 1);
        journey.publish("people,Ann Lee,,,,2026-01-01");
        assertThat(journey.api().press(Links.confirmation(asked)).json()).isEqualTo(Map.of("status", "in-review"));
        assertThat(journey.attribute(ann, "claims")).isEqualTo(row("Ann Lee", ""));
    }

    @Test
    void aCategoryThatSomebodyHasSignedInCannotVanish() {
        journey.signAndConfirm(Signer.person("Ann Lee").with("category", "deputies"));
        assertThat(withoutDeputies().status()).isEqualTo(409);
    }

    @Test
    void nobodySignsInACategoryThatHasVanished() {
        Signer ann = Signer.person("Ann Lee").with("category", "deputies");
        var asked = journey.sign(ann, 1);
        assertThat(withoutDeputies().status()).isEqualTo(200);

        Problems.isProblem(journey.api().press(Links.confirmation(asked)), 410);

        assertThat(journey.items()).isEmpty();
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
        return journey.imported("people", name, affiliation).text();
    }
}
