package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        Signer anna = Signer.person("Anna Roy");
        Signer friends = Signer.person("Friends");
        journey.signAndConfirm(anna);
        journey.signAndConfirm(friends);
        assertThat(journey.item(anna)).doesNotContainKey("claims");
        assertThat(journey.names("people")).containsExactlyInAnyOrder("Ann Lee", "Anna Roy", "Friends");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rosa Meier",
                "Rosa Maria Meier",
                "Rosa Meyer",
                "Rosa Meier-Huber",
                "Rosa Meier Huber",
                "Meier, Rosa",
                "Dr. Rosa Meier",
                "Chief Rosa Meier",
                "Rosa Meier, MP",
                "Ro\u00ADsa Meier",
                "R\u043Es\u0430 Meier"
            })
    void aNameWithASlipOrANameMoreClaimsTheRow(String name) {
        journey.publish("people,Rosa Meier,,,,2026-01-01", "people,Rosa,,,,2026-01-01");
        Signer rosa = Signer.person(name);
        journey.signAndConfirm(rosa);
        assertThat(journey.attribute(rosa, "claims")).isEqualTo(row("Rosa Meier", ""));
        assertThat(journey.attribute(rosa, "status")).isEqualTo("IN_REVIEW");
    }

    @Test
    void aNameWithoutTheMiddleNameClaimsTheRow() {
        journey.publish("people,Rosa Maria Meier,,,,2026-01-01");
        Signer rosa = Signer.person("Rosa Meier");
        journey.signAndConfirm(rosa);
        assertThat(journey.attribute(rosa, "claims")).isEqualTo(row("Rosa Maria Meier", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rosa", "Meier", "Rosa Huber", "Karl Meier", "Rolf Maiwald"})
    void aNameThatIsOnlyPartlyTheSameClaimsNothing(String name) {
        journey.publish("people,Rosa Meier,,,,2026-01-01");
        Signer other = Signer.person(name);
        journey.signAndConfirm(other);
        assertThat(journey.item(other)).doesNotContainKey("claims");
        assertThat(journey.attribute(other, "status")).isEqualTo("PUBLISHED");
    }

    @Test
    void aSignerOfALikeNameIsNotClaimed() {
        journey.signAndConfirm(Signer.person("Rosa Meier"));
        Signer rosa = Signer.person("Rosa Meyer");
        journey.signAndConfirm(rosa);
        assertThat(journey.item(rosa)).doesNotContainKey("claims");
    }

    @Test
    void inAListByArrivalANameWithASlipClaimsTheRow() {
        journey.publish("deputies,Rosa Meier,,,,2026-01-01");
        Signer rosa = Signer.person("Rosa Meyer").with("category", "deputies");
        journey.signAndConfirm(rosa);
        assertThat(journey.attribute(rosa, "claims"))
                .isEqualTo(journey.imported("deputies", "Rosa Meier", "").text());
    }

    @Test
    void aCorrectedRowIsClaimedUnderItsNewNameToo() {
        journey.publish("people,Lin Xiulan,,,,2026-01-01");
        Admin.moderator(journey)
                .correct(row("Lin Xiulan", ""), Map.of("name", "Chen Meihua", "reason", "the wrong line"));
        Signer chen = Signer.person("Chen Meihua");
        journey.signAndConfirm(chen);
        assertThat(journey.attribute(chen, "claims")).isEqualTo(row("Lin Xiulan", ""));
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
