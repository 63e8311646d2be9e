package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.LOCALSTACK;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Address;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Statements;

class ManageStatementTest {
    private final Journey journey = Journey.start();
    private final Admin administrator = Admin.administrator(journey);

    @Test
    void aStatementIsCreatedOnceAndAnswersAtOnce() {
        var created = new Admin(journey.api(), "letter-" + UUID.randomUUID(), administrator.token());
        String definition = administrator.get("").body();
        Api.Answer first = put(created, definition);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(put(created, definition).status()).isEqualTo(412);
        assertThat(put(created, definition, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(journey.api().get("/statements/" + created.statement()).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsReadCanBePutBack() {
        Api.Answer read = administrator.get("");
        assertThat(read.status()).isEqualTo(200);
        Api.Answer written = put(read.body(), "If-Match", read.header("ETag"));
        assertThat(written.json()).isEqualTo(read.json());
        assertThat(written.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void ofTwoEditorsAtOnceOneLosesNothing() {
        Api.Answer seen = administrator.get("");
        List<Integer> answers = AtOnce.times(
                4,
                i -> put(seen.body().replace("We ask.", "We ask " + i), "If-Match", seen.header("ETag"))
                        .status());
        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(412);
    }

    @Test
    void aNewTextIsANewVersionAndSignaturesKeepTheirs() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        change("We ask.", "We ask again.");
        assertThat(new Statements(journey.backend().env())
                        .read(journey.statement())
                        .orElseThrow()
                        .textVersion())
                .isEqualTo(2);
        change("\"page\":\"https://letter.example.org\"", "\"page\":null");
        assertThat(new Statements(journey.backend().env())
                        .read(journey.statement())
                        .orElseThrow()
                        .textVersion())
                .isEqualTo(2);
        assertThat(journey.item(ann).get("textVersion").n()).isEqualTo("1");
    }

    @Test
    void aPausedStatementTakesNoSignatures() {
        change("\"state\":\"open\"", "\"state\":\"paused\"");
        assertThat(new Statements(journey.backend().env())
                        .read(journey.statement())
                        .orElseThrow()
                        .state()
                        .name())
                .isEqualTo("PAUSED");
    }

    @Test
    void aCategoryThatWasSignedStaysWhatItIs() {
        journey.signAndConfirm(Signer.person("Ann Lee"));
        journey.awaitTotal(1);
        Api.Answer gone =
                put(without("people"), "If-Match", administrator.get("").header("ETag"));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(Problems.errors(gone)).containsExactly("categories.people in-use");
        Api.Answer reordered = change("\"order\":\"name\"", "\"order\":\"arrival\"");
        assertThat(reordered.status()).isEqualTo(409);
        assertThat(put(without("deputies"), "If-Match", administrator.get("").header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCategoryThatOnlyRequestsNameCanGo() {
        journey.sign(Signer.person("Ann Lee"), 1);
        assertThat(put(without("people"), "If-Match", administrator.get("").header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFlawedDefinitionIsToldItsFields() {
        Map<String, Object> definition = new HashMap<>(administrator.get("").json());
        definition.put("opensAt", "2026-11-23T09:00:00Z");
        definition.put("closesAt", "2026-11-22T09:00:00Z");
        definition.put("watchList", List.of("Ann Lee", "ann lee", 7, "www.shop.example"));
        definition.put("rejectionMails", "yes");
        definition.put("colour", "red");
        Api.Answer answer = put(Json.text(definition), "If-Match", "*");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Problems.errors(answer))
                .containsExactlyInAnyOrder(
                        "closesAt invalid",
                        "watchList[1] repeated",
                        "watchList[2] type",
                        "watchList[3] link",
                        "rejectionMails type",
                        "colour unknown");
        assertThat(administrator.get("").header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aTrustedDomainIsKeptAsThatOfAnAddressIs() {
        Journey trusting =
                Journey.start(Map.of("[\"parliament.example\"]", "[\" Straße.example\", \"STRASSE.example\"]"));
        Admin administrator = Admin.administrator(trusting);
        assertThat(administrator.get("").body()).contains("[\"xn--strae-oqa.example\",\"strasse.example\"]");
        administrator.change(Map.of("rejectionMails", true));
        for (String domain : List.of("straße.example", "a.xn--strae-oqa.example", "strasse.example")) {
            Signer deputy = Signer.person("Dee Puty")
                    .with("category", "deputies")
                    .with("email", UUID.randomUUID() + "@" + domain);
            trusting.sign(deputy);
            String address = Address.of(deputy.email()).orElseThrow().typed();
            trusting.confirm(trusting.backend().mail(address, 1));
        }
        assertThat(trusting.names("deputies")).hasSize(3);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS, LOCALSTACK},
            because = "SAM CLI cuts off what an event has beyond six megabytes")
    void sixMegabytesAreTooMuch() {
        assertThat(put("{\"text\": \"" + "x".repeat(6 << 20) + "\"}").status()).isEqualTo(413);
    }

    @Test
    void whatIsNoDefinitionIsSaidToBeNone() {
        assertThat(put("{").status()).isEqualTo(400);
        assertThat(administrator
                        .send("PUT", "", "a", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aModeratorReadsAndDoesNotWrite() {
        Admin moderator = Admin.moderator(journey);
        Api.Answer read = moderator.get("");
        assertThat(read.status()).isEqualTo(200);
        assertThat(put(moderator, read.body(), "If-Match", "*").status()).isEqualTo(403);
    }

    @Test
    void aTokenForOtherStatementsTellsNothingOfThisOne() {
        Admin elsewhere = Admin.of(journey, Map.of("role", "administrator", "statements", List.of("another-letter")));
        var nowhere = new Admin(journey.api(), "nowhere", elsewhere.token());
        assertThat(elsewhere.get("").status()).isEqualTo(403);
        assertThat(nowhere.get("").status()).isEqualTo(403);
        assertThat(told(elsewhere.get(""))).isEqualTo(told(nowhere.get("")));
    }

    private static Map<String, Object> told(Api.Answer answer) {
        Map<String, Object> told = new HashMap<>(answer.json());
        told.remove("requestId");
        return told;
    }

    private Api.Answer change(String text, String otherwise) {
        Api.Answer read = administrator.get("");
        assertThat(read.body()).contains(text);
        return put(read.body().replace(text, otherwise), "If-Match", read.header("ETag"));
    }

    private String without(String category) {
        Map<String, Object> definition =
                new LinkedHashMap<>(administrator.get("").json());
        List<Object> categories = new ArrayList<>((List<?>) definition.get("categories"));
        categories.removeIf(one -> category.equals(((Map<?, ?>) one).get("id")));
        definition.put("categories", categories);
        return Json.text(definition);
    }

    private Api.Answer put(String definition, String... headers) {
        return put(administrator, definition, headers);
    }

    private static Api.Answer put(Admin admin, String definition, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return admin.send("PUT", "", definition, all.toArray(String[]::new));
    }
}
