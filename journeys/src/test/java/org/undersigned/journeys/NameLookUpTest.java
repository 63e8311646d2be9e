package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLookUpTest {
    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);
    private final Admin administrator = Admin.administrator(journey);

    @Test
    void aForgedNameThatIsSeenOnThePageIsGoneInTwoCalls() {
        Signer forged = Signer.person("Margaret Atwood");
        journey.signAndConfirm(forged);
        assertThat(journey.names("people")).contains("Margaret Atwood");

        Map<String, Object> found =
                Pages.signatures(lookUp(moderator, "Margaret At")).getFirst();
        assertThat(found)
                .containsEntry("id", journey.id(forged))
                .containsEntry("status", "published")
                .containsEntry("category", "people");
        moderator.decide("reject", (String) found.get("id"));

        assertThat(journey.names("people")).doesNotContain("Margaret Atwood");
        assertThat(Pages.signatures(lookUp(moderator, "atwood")))
                .extracting(signature -> signature.get("status"))
                .containsExactly("rejected");
    }

    @Test
    void whatIsPublishedWaitsOrWasRejectedIsFoundByNameOrFamilyName() {
        journey.publish("people,Ann Lee,,,,", "people,Lee Chan,,,,", "groups,Lee Foundation,,,,");
        Signer waiting = scholar("Bo Lee");
        Signer rejected = scholar("Leeroy Quince");
        Signer hidden = Signer.person("Cat Lee").with("listed", false);
        Signer arrival = deputy("Dov Lee");
        for (Signer signer : List.of(waiting, rejected, scholar("Mia Brown"), hidden, arrival))
            journey.signAndConfirm(signer);
        moderator.decide("reject", journey.id(rejected));

        assertThat(Pages.signatures(lookUp(moderator, "Lee")))
                .extracting(signature -> signature.get("name") + " " + signature.get("status"))
                .containsExactlyInAnyOrder(
                        "Ann Lee published",
                        "Lee Chan published",
                        "Lee Foundation published",
                        "Cat Lee published",
                        "Dov Lee published",
                        "Bo Lee in-review",
                        "Leeroy Quince rejected");
        assertThat(Pages.names(lookUp(moderator, "Dov L"))).containsExactly("Dov Lee");
        assertThat(Pages.names(lookUp(moderator, "Lee, Ca"))).containsExactly("Cat Lee");
        assertThat(Pages.names(lookUp(moderator, "Nobody"))).isEmpty();
        assertThat(Pages.names(lookUp(moderator, "0000"))).isEmpty();
    }

    @Test
    void moderatorsSeeTheDomainAndAdministratorsTheAddress() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);

        Map<String, Object> shown = Pages.signatures(lookUp(moderator, "Ann")).getFirst();
        assertThat(shown).containsEntry("email", null);
        assertThat(shown.get("flags").toString()).contains("address-domain", "example.org");
        assertThat(lookUp(moderator, "Ann").body()).doesNotContain(ann.email());
        assertThat(Pages.signatures(lookUp(administrator, "Ann")).getFirst()).containsEntry("email", ann.email());
    }

    @Test
    void pagesHoldEachOnce() {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, 9).forEach(i -> rows.add("people,Ann Annan %d,,,Annan,".formatted(i)));
        IntStream.range(0, 5).forEach(i -> rows.add("groups,Annals %d,,,,".formatted(i)));
        journey.publish(rows.toArray(String[]::new));
        for (int i = 0; i < 5; i++) journey.signAndConfirm(scholar("Ann Waiting " + i));
        moderator.decide(
                "reject",
                Pages.signatures(lookUp(moderator, "Ann Waiting")).stream()
                        .limit(2)
                        .map(signature -> (String) signature.get("id"))
                        .toArray(String[]::new));

        List<String> met = new ArrayList<>();
        URI at = URI.create("/signatures?name=ann&limit=3");
        while (at != null) {
            Api.Answer page = moderator.get(at.toString());
            met.addAll(Pages.names(page));
            String next = (String) page.json().get("next");
            at = next == null ? null : at.resolve(next);
            assertThat(met).hasSizeLessThanOrEqualTo(19);
        }
        assertThat(met).hasSize(19).doesNotHaveDuplicates();
    }

    @Test
    void eachLookUpIsInTheAuditWithoutTheName() {
        journey.publish("people,Ann Lee,,,,");
        lookUp(moderator, "Ann");
        lookUp(moderator, "Nobody");

        List<Map<String, Object>> entries = administrator.audited().stream()
                .filter(entry -> entry.get("action").equals("look-up"))
                .toList();
        assertThat(entries)
                .extracting(entry -> entry.get("after"))
                .containsExactly(Map.of("by", "name", "signatures", 1), Map.of("by", "name", "signatures", 0));
        assertThat(entries.toString()).doesNotContain("Ann", "ann", "Nobody", "nobody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name= | name required",
                "name=%E2%80%8B%20 | name required",
                "name=Ann&email=a@example.org | email unknown",
                "name=Ann&status=published | status unknown",
                "email=a@example.org&limit=3 | limit unknown",
                "name=Ann&limit=0 | limit out-of-range",
                "name=Ann&limit=101 | limit out-of-range",
                "name=Ann&after=elsewhere | after invalid",
                "name=Ann&after=listed.nobody%20ann | after invalid"
            })
    void aQueryThatCannotBeReadIsRefusedByItsField(String query, String error) {
        Api.Answer answer = moderator.get("/signatures?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Problems.errors(answer)).containsExactly(error);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(Problems.errors(lookUp(moderator, "x".repeat(1_001)))).containsExactly("name invalid");
        assertThat(Pages.names(lookUp(moderator, "x".repeat(1_000)))).isEmpty();
    }

    private static Api.Answer lookUp(Admin admin, String name) {
        return admin.get("/signatures?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private static Signer scholar(String name) {
        return Signer.person(name).with("category", "scholars").with("affiliation", "Queen’s University");
    }

    private static Signer deputy(String name) {
        return Signer.person(name)
                .with("category", "deputies")
                .with("email", UUID.randomUUID() + "@parliament.example");
    }
}
