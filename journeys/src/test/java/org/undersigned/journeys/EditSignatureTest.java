package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditSignatureTest {
    private static final Map<String, Object> PUBLISHED = Map.of("status", "published");
    private static final Map<String, Object> IN_REVIEW = Map.of("status", "in-review");

    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);
    private final Signer ann = Signer.person("Ann Lee");
    private final Signer scholar =
            Signer.person("Cat Lee").with("category", "scholars").with("affiliation", "PEN");

    @Test
    void whereAdmissionIsAutomaticOtherWordsStandAtOnce() {
        String own = Links.own(journey.signAndConfirm(ann));
        assertThat(edit(own, Map.of("name", "Anne Abel", "affiliation", "PEN")).json())
                .isEqualTo(PUBLISHED);
        assertThat(journey.names("people")).containsExactly("Anne Abel");
        assertThat(journey.backend().mail(ann.email(), 3).text()).contains("Anne Abel", "was changed with a link");
        assertThat(look(own)).containsEntry("name", "Anne Abel").containsEntry("edit", null);
        assertThat(edit(own, Map.of("name", "Anne Abel")).json()).isEqualTo(PUBLISHED);
        assertThat(look(own)).containsEntry("version", 2);
    }

    @Test
    void whatIsNullOrEmptyGoesAndWhatIsLeftOutStays() {
        String own =
                Links.own(journey.signAndConfirm(ann.with("honorific", "Dr.").with("affiliation", "PEN")));
        Map<String, Object> without = new HashMap<>();
        without.put("honorific", null);
        edit(own, without);
        assertThat(look(own)).containsEntry("honorific", null).containsEntry("affiliation", "PEN");
    }

    @Test
    void elsewhereEditedWordsWaitAndTheListedOnesStayUntilTheyAreApproved() {
        String own = Links.own(journey.signAndConfirm(scholar));
        moderator.decide("approve", journey.id(scholar));
        assertThat(edit(own, Map.of("name", "Catherine Lee")).json()).isEqualTo(IN_REVIEW);
        assertThat(edit(own, Map.of("affiliation", "PEN Canada")).json()).isEqualTo(IN_REVIEW);
        assertThat(journey.names("scholars")).containsExactly("Cat Lee");

        Map<String, Object> waiting = waiting();
        assertThat(waiting).containsEntry("name", "Cat Lee").containsEntry("status", "published");
        assertThat((Map<?, ?>) waiting.get("edit")).isEqualTo(edited("Catherine Lee", "PEN Canada"));
        assertThat(moderator.decide("approve", journey.id(scholar))).containsExactly("conflict");
        assertThat(approve(waiting)).containsExactly("approved");

        assertThat(journey.signatories("scholars"))
                .singleElement()
                .satisfies(listed -> assertThat(listed)
                        .containsEntry("name", "Catherine Lee")
                        .containsEntry("affiliation", "PEN Canada"));
        assertThat(queue()).isEmpty();
        assertThat(moderator.get("/audit?signature=" + journey.id(scholar)).body())
                .contains("\"name\":\"Cat Lee\"");
    }

    @Test
    void rejectingAnEditKeepsTheListedWordsAndRejectingOnceMoreTakesThemOffTheList() {
        String own = Links.own(journey.signAndConfirm(scholar));
        moderator.decide("approve", journey.id(scholar));
        edit(own, Map.of("name", "Rude Word"));
        assertThat(moderator.decide("reject", journey.id(scholar))).containsExactly("edit-rejected");
        assertThat(journey.names("scholars")).containsExactly("Cat Lee");
        assertThat(look(own)).containsEntry("edit", null).containsEntry("rejectedFor", "other");
        assertThat(journey.api().get(Api.path(own)).body()).contains("did not accept the words");
        assertThat(moderator.decide("reject", journey.id(scholar))).containsExactly("rejected");
        assertThat(journey.names("scholars")).isEmpty();
    }

    @Test
    void whatWasSeenBeforeAnotherEditIsNotApproved() {
        String own = Links.own(journey.signAndConfirm(scholar));
        edit(own, Map.of("name", "Catherine Lee"));
        Map<String, Object> seen = waiting();
        edit(own, Map.of("name", "Justin Trudeau"));
        assertThat(approve(seen)).containsExactly("conflict");
        assertThat(journey.names("scholars")).isEmpty();
        assertThat(approve(waiting())).containsExactly("approved");
        assertThat(journey.names("scholars")).containsExactly("Justin Trudeau");
    }

    @Test
    void aNameOfTheWatchListWaitsForTwoEvenWhereAdmissionIsAutomatic() {
        Journey watching = Journey.start(Map.of("\"text\"", "\"watchList\": [\"Justin Trudeau\"], \"text\""));
        String own = Links.own(watching.signAndConfirm(ann));
        assertThat(watching.api().press(own, Map.of("name", "Justin Trudeau")).json())
                .isEqualTo(IN_REVIEW);
        assertThat(watching.names("people")).containsExactly("Ann Lee");
        Map<String, Object> seen = queue(Admin.moderator(watching)).getFirst();
        assertThat(seen.get("flags").toString()).contains("watch-list");
        assertThat(approve(Admin.moderator(watching, "ann"), seen)).containsExactly("second-approver-needed");
        seen = queue(Admin.moderator(watching)).getFirst();
        assertThat(approve(Admin.moderator(watching, "ann"), seen)).containsExactly("second-approver-needed");
        assertThat(approve(Admin.moderator(watching, "bob"), seen)).containsExactly("approved");
        assertThat(watching.names("people")).containsExactly("Justin Trudeau");
    }

    @Test
    void theNameOfAnImportedRowWaitsAndApprovingTakesTheRowOffTheList() {
        journey.publish("people,Ada Lovelace,,,,");
        String own = Links.own(journey.signAndConfirm(ann));
        assertThat(edit(own, Map.of("name", "Ada Lovelace")).json()).isEqualTo(IN_REVIEW);
        assertThat(waiting().get("flags").toString()).contains("claims-imported-row");
        assertThat(approve(waiting())).containsExactly("approved");
        assertThat(journey.names("people")).containsExactly("Ada Lovelace");
    }

    @Test
    void whoEditsOtherWordsWhileTheNameWaitsClaimsTheImportedRowStill() {
        journey.publish("people,Ada Lovelace,,Analytical Society,,");
        Signer ada = Signer.person("Ada Lovelace").with("affiliation", "Society");
        String own = Links.own(journey.signAndConfirm(ada));
        assertThat(edit(own, Map.of("affiliation", "Royal Society")).json()).isEqualTo(IN_REVIEW);
        assertThat(waiting().get("flags").toString()).contains("claims-imported-row");
        assertThat(approve(waiting())).containsExactly("approved");
        assertThat(journey.signatories("people"))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one).containsEntry("affiliation", "Royal Society"));
    }

    @Test
    void whetherOneIsListedIsUpToTheSignerAndHoldsAtOnce() {
        String own = Links.own(journey.signAndConfirm(scholar));
        moderator.decide("approve", journey.id(scholar));
        journey.awaitTotal(1);
        assertThat(edit(own, Map.of("listed", false)).json()).isEqualTo(PUBLISHED);
        assertThat(journey.names("scholars")).isEmpty();
        assertThat(journey.total()).isEqualTo(1);
        assertThat(edit(own, Map.of("listed", true, "name", "Catherine Lee")).json())
                .isEqualTo(IN_REVIEW);
        assertThat(journey.names("scholars")).containsExactly("Cat Lee");
    }

    @Test
    void anOrganisationStaysTheOneThatSigned() {
        Signer group = Signer.organisation("Friends of Rivers");
        String own = Links.own(journey.signAndConfirm(group));
        assertThat(edit(own, Map.of("name", "FRIENDS of  Rivers")).json()).isEqualTo(PUBLISHED);
        assertThat(journey.names("groups")).containsExactly("FRIENDS of  Rivers");
        Api.Answer other = edit(own, Map.of("name", "Enemies of Rivers"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(Problems.errors(other)).containsExactly("name other-organisation");
        moderator.correct(journey.id(group), Map.of("name", "Friends of the River", "reason", "as they write it"));
        assertThat(edit(own, Map.of("name", "Friends of the River")).status()).isEqualTo(200);
    }

    @Test
    void whatIsRejectedOrWithdrawnCannotBeEdited() {
        var receipt = journey.signAndConfirm(ann);
        String own = Links.own(receipt);
        moderator.decide("reject", journey.id(ann));
        assertThat(edit(own, Map.of("name", "Anne Lee")).status()).isEqualTo(409);
        assertThat(journey.api().get(Api.path(own)).body())
                .contains("did not accept it")
                .doesNotContain("<form");
        moderator.decide("reinstate", journey.id(ann));
        journey.api().press(Links.withdrawal(receipt));
        assertThat(edit(own, Map.of("name", "Anne Lee")).status()).isEqualTo(410);
        Api.Answer page = journey.api().get(Api.path(own));
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("Take back the withdrawal", "/withdrawals/");
    }

    @Test
    void aModeratorCorrectsOnceTheEditIsDecidedOn() {
        String own = Links.own(journey.signAndConfirm(scholar));
        edit(own, Map.of("name", "Catherine Lee"));
        Map<String, Object> correction = Map.of("name", "Cat A. Lee", "reason", "a slip");
        assertThat(moderator.correct(journey.id(scholar), correction).status()).isEqualTo(409);
        approve(waiting());
        assertThat(moderator.correct(journey.id(scholar), correction).status()).isEqualTo(200);
    }

    @Test
    void aWithdrawnEditComesBackWithTheSignature() {
        var receipt = journey.signAndConfirm(scholar);
        edit(Links.own(receipt), Map.of("name", "Catherine Lee"));
        journey.api().press(Links.withdrawal(receipt));
        assertThat(queue()).isEmpty();
        journey.api().press(Links.withdrawal(receipt), Map.of("restore", true));
        assertThat((Map<?, ?>) waiting().get("edit")).isEqualTo(edited("Catherine Lee", "PEN"));
    }

    @Test
    void thePageShowsFieldsAndSavesThem() {
        String own = Links.own(journey.signAndConfirm(ann));
        assertThat(journey.api().get(Api.path(own)).body())
                .contains("The signature is confirmed and counts.", "name=\"name\" value=\"Ann Lee\"", "/withdrawals/");
        String version = look(own).get("version").toString();
        Map<String, String> form = Map.of(
                "name",
                "Anne Lee",
                "honorific",
                "",
                "affiliation",
                "",
                "listed",
                "true",
                "version",
                version,
                "edit",
                "true");
        assertThat(browse(own, form).status()).isEqualTo(200);
        assertThat(journey.names("people")).containsExactly("Anne Lee");
        assertThat(browse(own, form).status()).isEqualTo(409);
        Map<String, String> flawed = new HashMap<>(form);
        flawed.put("version", look(own).get("version").toString());
        flawed.put("name", "www.shop.example");
        Api.Answer refused = browse(own, flawed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("cannot be saved");
        assertThat(journey.names("people")).containsExactly("Anne Lee");
    }

    @Test
    void aLinkThatIsForSomethingElseOrAPostWithoutFieldsDoesNothing() {
        var receipt = journey.signAndConfirm(ann);
        String own = Links.own(receipt);
        assertThat(edit(own, Map.of()).status()).isEqualTo(400);
        assertThat(edit(own, Map.of("email", "eve@example.org")).status()).isEqualTo(400);
        String withdrawal = Links.withdrawal(receipt);
        assertThat(edit(
                                own.replaceFirst("/signatures/.*", "/signatures/" + withdrawal.replaceFirst(".*/", "")),
                                Map.of("name", "Eve"))
                        .status())
                .isEqualTo(404);
        assertThat(Problems.errors(edit(own, Map.of("name", 7)))).containsExactly("name type");
        assertThat(journey.names("people")).containsExactly("Ann Lee");
    }

    private Api.Answer edit(String own, Map<String, ?> fields) {
        return journey.api().press(own, fields);
    }

    private Map<String, Object> look(String own) {
        return journey.api().get(Api.path(own), "Accept", "application/json").json();
    }

    private Api.Answer browse(String own, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return journey.api()
                .post(Api.path(own), body, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");
    }

    private static Map<String, Object> edited(String name, String affiliation) {
        Map<String, Object> edited = new HashMap<>(Map.of("name", name, "affiliation", affiliation, "sortAs", "Lee"));
        edited.put("honorific", null);
        return edited;
    }

    private List<Map<String, Object>> queue() {
        return queue(moderator);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> queue(Admin admin) {
        return (List<Map<String, Object>>) admin.get("/queue").json().get("signatures");
    }

    private Map<String, Object> waiting() {
        assertThat(queue()).hasSize(1);
        return queue().getFirst();
    }

    private List<String> approve(Map<String, Object> seen) {
        return approve(moderator, seen);
    }

    private static List<String> approve(Admin admin, Map<String, Object> seen) {
        return Admin.outcomes(admin.decide(Map.of(
                "decision",
                "approve",
                "signatures",
                List.of(Map.of("id", seen.get("id"), "version", seen.get("version"))))));
    }
}
