package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.SignatureId;

class ErasureTest {
    private final Journey journey = Journey.start();
    private final Admin administrator = Admin.administrator(journey);

    /** Of this test alone: all share the tables. */
    private final String family = UUID.randomUUID().toString().replaceAll("[^a-f]", "q");

    private final String name = "Wilhelmina " + family;
    private final Signer wilhelmina =
            Signer.person(name).with("honorific", "Dame").with("affiliation", "Genootschap " + family);

    @Test
    void anErasedSignerIsInNoTable() {
        journey.publish("people," + name + ",,Genootschap " + family + ",,");
        journey.sign(wilhelmina.with("honorific", "Mevrouw"), 1);
        var receipt = journey.signAndConfirm(wilhelmina);
        String id = journey.id(wilhelmina);
        administrator.decide("approve", id);
        administrator.correct(
                id, Map.of("affiliation", "Gezelschap " + family, "reason", "duplicate: " + name + " wrote"));
        journey.sign(wilhelmina.with("honorific", "Lady"));
        journey.api()
                .post(
                        "/statements/" + journey.statement() + "/status-mails",
                        "{\"email\": \"" + wilhelmina.email() + "\"}",
                        "Content-Type",
                        "application/json");
        journey.awaitTotal(1);
        journey.backend().settle();

        Api.Answer first = administrator.erase(id);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json()).isEqualTo(Map.of("id", id, "status", "erased"));

        assertThat(journey.backend().everything()).doesNotContainIgnoringCase(family, "Mevrouw", wilhelmina.email());
        journey.awaitTotal(0);
        assertThat(administrator.erase(id).json()).isEqualTo(first.json());
        assertThat(administrator.audited())
                .filteredOn(entry -> entry.get("action").equals("erase"))
                .hasSize(1);
        assertThat(journey.api().press(Links.withdrawal(receipt)).json()).isEqualTo(Map.of("status", "withdrawn"));
        assertThat(administrator.get("/signatures/" + id).status()).isEqualTo(404);
        assertThat(administrator.decide("reinstate", id)).containsExactly("conflict");
    }

    @Test
    void whoAsksToBeErasedIsFoundByAddressAndByNameAndIsGone() {
        journey.publish("people," + name + ",,,,");
        journey.signAndConfirm(wilhelmina);
        Signer office = wilhelmina.with("category", "groups").with("name", "Bureau " + family);
        office = office.with("contact", Map.of("name", name, "role", "Owner"));
        journey.sign(office.with("affiliation", ""));
        journey.confirm(journey.backend().mail(wilhelmina.email(), 3));
        Admin moderator = Admin.moderator(journey);
        List<Map<String, Object>> found =
                new ArrayList<>(Pages.signatures(moderator.get("/signatures?email=" + encoded(wilhelmina.email()))));
        assertThat(found).hasSize(2);
        Pages.signatures(moderator.get("/signatures?name=" + encoded(name))).stream()
                .filter(one -> !found.contains(one))
                .filter(one -> one.get("source") != null)
                .forEach(found::add);
        assertThat(found).hasSize(3);

        for (Map<String, Object> one : found)
            assertThat(administrator.erase((String) one.get("id")).status()).isEqualTo(200);

        journey.awaitTotal(0);
        journey.backend().settle();
        assertThat(journey.backend().everything()).doesNotContainIgnoringCase(family, wilhelmina.email());
        assertThat(Pages.signatures(moderator.get("/signatures?name=" + encoded(name))))
                .isEmpty();
        assertThat(administrator.export("application/json", Map.of()).body()).doesNotContainIgnoringCase(family);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void allRowsThatGaveWayToASignerGoWithTheSignature() {
        Signer scholar = wilhelmina.with("category", "scholars");
        String second = "Mina " + family;
        journey.publish("scholars," + name + ",,Genootschap " + family + ",,", "scholars," + second + ",,Elsewhere,,");
        SignatureId row = journey.imported("scholars", name, "Genootschap " + family);
        administrator.correct(row.text(), Map.of("honorific", "Dame", "reason", name + " says so"));
        String own = Links.own(journey.signAndConfirm(scholar));
        String id = journey.id(scholar);
        administrator.decide("approve", id);
        edit(own, id, Map.of("affiliation", "Gezelschap " + family));
        edit(own, id, Map.of("name", second));
        assertThat(journey.names("scholars")).containsExactly(second);

        administrator.erase(id);
        assertThat(journey.backend().everything()).doesNotContainIgnoringCase(family);
        assertThat(journey.names("scholars")).isEmpty();
    }

    private void edit(String own, String id, Map<String, Object> words) {
        assertThat(journey.api().press(own, words).json()).isEqualTo(Map.of("status", "in-review"));
        int version = (int) administrator.get("/signatures/" + id).json().get("version");
        var seen = Map.of("id", id, "version", version);
        assertThat(Admin.outcomes(administrator.decide(Map.of("decision", "approve", "signatures", List.of(seen)))))
                .containsExactly("approved");
    }

    @Test
    void whereACorrectedRowIsFromGoesWithIt() {
        String header = "category,name,honorific,affiliation,sort_as,signed_on\n";
        administrator.importing("letter of " + name, header + "people,Wilhelmina Smt,,,,\n");
        String id = journey.imported("people", "Wilhelmina Smt", "").text();
        administrator.correct(id, Map.of("name", name, "reason", "a slip of the pen"));
        assertThat(administrator.erase(id).status()).isEqualTo(200);
        assertThat(journey.backend().everything()).doesNotContainIgnoringCase(family);
        administrator.importing("letter of " + name, header + "people," + name + ",,,,\n");
        assertThat(journey.names("people")).isEmpty();
    }

    @Test
    void theHistoryOfAnErasedSignatureTellsWhatWasDoneWithoutItsWords() {
        journey.signAndConfirm(wilhelmina);
        String id = journey.id(wilhelmina);
        administrator.correct(id, Map.of("name", "Mina Smit", "reason", "as she signs"));
        administrator.erase(id);
        Map<String, Object> history =
                administrator.get("/audit?signature=" + id).json();
        assertThat(history.get("entries").toString()).contains("correct", "erase");
        assertThat(history).containsEntry("notes", Map.of());
    }

    @Test
    void aRowThatWasErasedIsNotImportedAgain() {
        String row = "people," + name + ",,Genootschap " + family + ",,";
        journey.publish(row);
        SignatureId id = journey.imported("people", name, "Genootschap " + family);
        assertThat(administrator.erase(id.text()).status()).isEqualTo(200);
        journey.publish(row);
        assertThat(journey.names("people")).isEmpty();
    }

    @Test
    void whoWasErasedCanSignAnew() {
        journey.signAndConfirm(wilhelmina);
        administrator.erase(journey.id(wilhelmina));
        journey.confirm(journey.sign(wilhelmina.with("honorific", "Dr."), 3));
        assertThat(journey.names("people")).containsExactly(name);
    }

    @Test
    void onlyAnAdministratorErases() {
        journey.signAndConfirm(wilhelmina);
        assertThat(Admin.moderator(journey).erase(journey.id(wilhelmina)).status())
                .isEqualTo(403);
        assertThat(journey.names("people")).hasSize(1);
    }

    @Test
    void whatIsNotThereOrHasNoReasonIsNotErased() {
        Journey other = Journey.start();
        other.signAndConfirm(wilhelmina);
        assertThat(administrator.erase(other.id(wilhelmina)).status()).isEqualTo(404);
        assertThat(administrator.erase("nobody").status()).isEqualTo(404);
        assertThat(Admin.administrator(other)
                        .send("DELETE", "/signatures/" + other.id(wilhelmina), "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(422);
        assertThat(other.names("people")).hasSize(1);
    }
}
