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
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Address;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Json;
import org.undersigned.tables.StatementTexts;
import org.undersigned.tables.Statements;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    void aDraftIsNotThereForThePublic() {
        Admin draft = draft();
        assertHidden(draft.statement());
        assertThat(draft.get("").json()).containsEntry("state", "draft");
        draft.change(Map.of("state", "open"));
        assertThat(journey.api().get("/statements/" + draft.statement()).status())
                .isEqualTo(200);
        assertThat(journey.api()
                        .trySign(draft.statement(), Signer.person("Ann Lee").json())
                        .status())
                .isEqualTo(202);
    }

    @Test
    void theTextOfADraftIsTheFirstVersionUntilItIsPublic() {
        Admin draft = draft();
        draft.change(Map.of("text", Map.of("en", "We", "fr", "Nous", "zh-Hant", "我們")));
        draft.change(Map.of("state", "open"));
        assertThat(journey.api().get("/statements/" + draft.statement()).json())
                .containsEntry("text", "We")
                .containsEntry("textVersion", 1);
        draft.change(Map.of("text", Map.of("en", "We ask", "fr", "Nous", "zh-Hant", "我們")));
        assertThat(statement(draft).textVersion()).isEqualTo(2);
    }

    @Test
    void whatWasPublicIsNoDraftAgain() {
        Api.Answer answer = change("\"state\":\"open\"", "\"state\":\"draft\"");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(Problems.errors(answer)).containsExactly("state public");
        assertThat(delete(administrator).status()).isEqualTo(409);
    }

    @Test
    void aDeletedDraftLeavesNothingButItsAudit() {
        Admin draft = draft();
        draft.change(Map.of("goal", 100));
        assertThat(draft.send("DELETE", "", "").status()).isEqualTo(412);
        assertThat(draft.send("DELETE", "", "", "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(Admin.moderator(journey)
                        .on(draft.statement())
                        .send("DELETE", "", "", "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(delete(draft).status()).isEqualTo(204);
        assertThat(draft.get("").status()).isEqualTo(404);
        assertThat(delete(draft).status()).isEqualTo(404);
        assertHidden(draft.statement());
        assertThat(everywhere(draft.statement()).keySet()).containsExactly("AUDIT_TABLE");
        assertThat(draft.get("/audit").body()).contains("delete-statement");
        assertThat(put(draft, administrator.get("").body()).status()).isEqualTo(201);
    }

    @Test
    void aDraftWithSignatoriesIsNotDeleted() {
        Admin draft = draft();
        assertThat(draft.importing("paper", "category,name\npeople,Ann Lee\n").status())
                .isEqualTo(200);
        assertThat(delete(draft).status()).isEqualTo(409);
        assertThat(draft.get("").status()).isEqualTo(200);
    }

    @Test
    void thePublicSeesWhatTheOrganiserSaysButNoEmailAddress() {
        administrator.change(Map.of(
                "shortTitle",
                Map.of("en", "Letter", "fr", "Lettre", "zh-Hant", "信"),
                "page",
                new TreeMap<>(Map.of("en", "https://letter.example.org/en", "fr", "https://letter.example.org/fr")),
                "organiser",
                Map.of("name", "River Club", "email", "us@rivers.example"),
                "privacy",
                "https://rivers.example/privacy",
                "image",
                "https://rivers.example/image.png",
                "goal",
                1000,
                "thresholds",
                List.of(100, 500),
                "neutralSubject",
                true,
                "retentionDays",
                30));
        Api.Answer french = journey.api().get("/statements/" + journey.statement() + "?language=fr");
        assertThat(french.json())
                .containsEntry("shortTitle", "Lettre")
                .containsEntry("direction", "ltr")
                .containsEntry("page", "https://letter.example.org/fr")
                .containsEntry("image", "https://rivers.example/image.png")
                .containsEntry("goal", 1000)
                .containsEntry("privacy", "https://rivers.example/privacy");
        assertThat(french.json().get("organiser").toString()).isEqualTo("{name=River Club, url=null}");
        assertThat(french.body()).doesNotContain("us@rivers.example", "thresholds", "retentionDays");
        assertThat(journey.api()
                        .get("/statements/" + journey.statement() + "?language=zh-Hant")
                        .json())
                .containsEntry("page", "https://letter.example.org/en");
        Api.Answer read = administrator.get("");
        assertThat(put(read.body(), "If-Match", read.header("ETag")).json()).isEqualTo(read.json());
    }

    @Test
    void aTextIsCommonMarkAndIsAnsweredAsHtmlToo() {
        administrator.change(Map.of(
                "text",
                Map.of(
                        "en", "# We ask\n\n- for *clean* rivers\n- <script>alert(1)</script>",
                        "fr", "Nous [demandons](https://rivers.example).",
                        "zh-Hant", "我們**要求**。")));
        Map<String, Object> english = journey.describe();
        assertThat(english)
                .containsEntry("text", "# We ask\n\n- for *clean* rivers\n- <script>alert(1)</script>")
                .containsEntry(
                        "textHtml",
                        "<h2>We ask</h2>\n<ul>\n<li>for <em>clean</em> rivers</li>\n"
                                + "<li>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n</li>\n</ul>\n");
        assertThat(journey.api()
                        .get("/statements/" + journey.statement() + "?language=fr")
                        .json())
                .containsEntry("textHtml", "<p>Nous <a href=\"https://rivers.example\">demandons</a>.</p>\n");
        Api.Answer refused = change("我們**要求**。", "[x](javascript:alert(1)) ![y](https://a.example)");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Problems.errors(refused)).containsExactly("text.zh-Hant image");
    }

    @Test
    void aTextOfBeforeIsShownInParagraphsUntilItIsPutAgain() {
        var env = journey.backend().env();
        String html = journey.statement() + "#html#1";
        journey.backend()
                .dynamoDb()
                .deleteItem(r ->
                        r.tableName(env.required("STATEMENTS_TABLE")).key(Map.of("id", AttributeValue.fromS(html))));
        Statement stored = statement(administrator);
        assertThat(new StatementTexts(env).html(stored, 1)).containsEntry("en", "<p>We ask.</p>\n");
        assertThat(new StatementTexts(env).html(stored, 7)).isEmpty();
        Api.Answer read = administrator.get("");
        put(read.body(), "If-Match", read.header("ETag"));
        assertThat(new StatementTexts(env)
                        .find(journey.statement(), 1)
                        .orElseThrow()
                        .html())
                .containsEntry("en", "<p>We ask.</p>\n");
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndWritesNothing() {
        journey.publish("people,Ann Lee,,,,2026-01-01", "people,Bob Lee,,,,2026-01-01");
        journey.signAndConfirm(
                Signer.person("Cat Lee").with("category", "scholars").with("affiliation", "PEN"));
        journey.awaitTotal(2);
        journey.backend().settle();
        Api.Answer read = administrator.get("");
        Map<String, Object> definition = new LinkedHashMap<>(read.json());
        definition.put("text", Map.of("en", "We ask again.", "fr", "Nous demandons.", "zh-Hant", "我們要求。"));
        definition.put("goal", 1000);
        definition.put("page", null);
        String wished = Json.text(definition)
                .replace("\"admission\":\"reviewed\"", "\"admission\":\"automatic\"")
                .replace("\"People\"", "\"Persons\"");
        Api.Answer preview = dryRun(wished, "If-Match", read.header("ETag"));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json())
                .containsEntry("textVersion", 2)
                .containsEntry("signed", 2)
                .containsEntry("waiting", 1);
        assertThat(preview.json().get("textHtml").toString()).contains("en=<p>We ask again.</p>");
        assertThat(changes(preview))
                .containsExactlyInAnyOrder(
                        "{field=text.en, before=We ask., after=We ask again.}",
                        "{field=page, before=https://letter.example.org, after=null}",
                        "{field=goal, before=null, after=1000}",
                        "{field=categories.people.name.en, before=People, after=Persons}",
                        "{field=categories.scholars.admission, before=reviewed, after=automatic}");
        assertThat(administrator.get("").body()).isEqualTo(read.body());
        assertThat(administrator.get("").header("ETag")).isEqualTo(read.header("ETag"));
        assertThat(new StatementTexts(journey.backend().env()).find(journey.statement(), 2))
                .isEmpty();
    }

    @Test
    void aDryRunChecksWhatAPutChecks() {
        String definition = administrator.get("").body();
        assertThat(dryRun(definition).status()).isEqualTo(412);
        assertThat(dryRun(definition, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(dryRun(definition.replace("\"open\"", "\"ajar\""), "If-Match", "*")
                        .status())
                .isEqualTo(422);
        assertThat(dryRun(definition.replace("\"open\"", "\"draft\""), "If-Match", "*")
                        .status())
                .isEqualTo(409);
        journey.publish("people,Ann Lee,,,,2026-01-01");
        Api.Answer inUse = dryRun(without("people"), "If-Match", "*");
        assertThat(Problems.errors(inUse)).containsExactly("categories.people in-use");
        assertThat(changes(dryRun(definition, "If-Match", "*"))).isEmpty();
        assertThat(administrator
                        .send("PUT", "?dryRun=perhaps", definition, "Content-Type", "application/json", "If-Match", "*")
                        .status())
                .isEqualTo(400);
        Admin created = administrator.on("letter-" + UUID.randomUUID());
        Api.Answer creation = created.send("PUT", "?dryRun=true", definition, "Content-Type", "application/json");
        assertThat(changes(creation)).contains("{field=title.en, before=null, after=Open letter}");
        assertThat(created.get("").status()).isEqualTo(404);
        assertThat(Admin.moderator(journey)
                        .send("PUT", "?dryRun=true", definition, "Content-Type", "application/json", "If-Match", "*")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void earlierTextsStayReadableForModerators() {
        change("We ask.", "We ask *again*.");
        Admin moderator = Admin.moderator(journey);
        Api.Answer first = moderator.get("/texts/1");
        assertThat(first.json()).containsEntry("version", 1);
        assertThat(first.json().get("text").toString()).isEqualTo("{en=We ask., fr=Nous demandons., zh-Hant=我們要求。}");
        Api.Answer second = moderator.get("/texts/2");
        assertThat(second.json().get("textHtml").toString()).contains("en=<p>We ask <em>again</em>.</p>");
        assertThat((String) second.json().get("changedAt"))
                .isGreaterThan((String) first.json().get("changedAt"));
        for (String version : List.of("0", "3", "999999999999"))
            assertThat(moderator.get("/texts/" + version).status()).isEqualTo(404);
        assertThat(administrator.on("nowhere").get("/texts/1").status()).isEqualTo(404);
    }

    @Test
    void theAuditHoldsEachChangedFieldOldAndNew() {
        administrator.change(Map.of(
                "goal", 1000,
                "organiser", Map.of("name", "River Club", "email", "us@rivers.example"),
                "text", Map.of("en", "We", "fr", "Nous", "zh-Hant", "我們"),
                "watchList", List.of("Anna Lee", "Bob Lee")));
        administrator.change(Map.of("watchList", List.of("Bob Lee", "Carl Lee", "Dan Lee")));
        Api.Answer audit = administrator.get("/audit");
        List<?> entries = (List<?>) audit.json().get("entries");
        var first = (Map<?, ?>) entries.get(entries.size() - 2);
        assertThat(first.get("before").toString())
                .contains("goal=null", "organiser.name=null", "textVersion=1", "text.en=sha-256:");
        assertThat(first.get("after").toString())
                .contains("goal=1000", "organiser.email=us@rivers.example", "textVersion=2", "text.fr=sha-256:");
        var second = (Map<?, ?>) entries.getLast();
        assertThat(second.get("before").toString())
                .isEqualTo("{revision=2, textVersion=2, watchList={names=2, onlyHere=1}}");
        assertThat(second.get("after").toString())
                .isEqualTo("{revision=3, textVersion=2, watchList={names=3, onlyHere=2}}");
        assertThat(audit.body()).doesNotContain("Anna Lee", "Bob Lee", "Carl Lee");
    }

    @Test
    void aLanguageFromRightToLeftSaysSo() {
        var arabic = new Admin(journey.api(), "letter-" + UUID.randomUUID(), administrator.token());
        assertThat(put(arabic, """
            {"title": {"ar": "رسالة"}, "text": {"ar": "نطالب."}, "state": "open", "categories": [
              {"id": "people", "name": {"ar": "أشخاص"}, "description": {"ar": "للجميع"}, "signs": "person",
               "affiliation": "none", "admission": "automatic", "order": "arrival"}]}\
            """).status()).isEqualTo(201);
        Map<String, Object> described =
                journey.api().get("/statements/" + arabic.statement()).json();
        assertThat(described).containsEntry("direction", "rtl").containsEntry("organiser", null);
        assertThat(((List<?>) described.get("categories")).getFirst().toString())
                .contains("description=للجميع", "order=arrival");
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
    void aTitleIsSeenOnOneLineAndInLanguagesThatThereAre() {
        Map<String, Object> definition = new HashMap<>(administrator.get("").json());
        for (String title : List.of("\u00A0", "a\u0000b", "a\u001Bb", "a\nb"))
            isRefused(definition, Map.of("en", title), "title.en (required|forbidden-character)");
        for (String language : List.of("en-<b>", "en-"))
            isRefused(definition, Map.of("en", "A", language, "B"), "title." + language + " language");
        isRefused(definition, Map.of("en", "A", "EN", "B"), "title.(en|EN) repeated");
    }

    private void isRefused(Map<String, Object> definition, Map<String, String> title, String error) {
        definition.put("title", title);
        Api.Answer answer = put(Json.text(definition), "If-Match", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(Problems.errors(answer)).anyMatch(told -> told.matches(error));
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

    /** A statement of its own that is a draft. */
    private Admin draft() {
        Admin draft = administrator.on("letter-" + UUID.randomUUID());
        String definition = administrator.get("").body().replace("\"state\":\"open\"", "\"state\":\"draft\"");
        assertThat(put(draft, definition).status()).isEqualTo(201);
        return draft;
    }

    private Api.Answer dryRun(String definition, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return administrator.send("PUT", "?dryRun=true", definition, all.toArray(String[]::new));
    }

    private static List<String> changes(Api.Answer preview) {
        return ((List<?>) preview.json().get("changes"))
                .stream().map(Object::toString).toList();
    }

    private static Api.Answer delete(Admin admin) {
        return admin.send("DELETE", "", "", "If-Match", "*");
    }

    private void assertHidden(String statement) {
        Api api = journey.api();
        String path = "/statements/" + statement;
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.head(path).status()).isEqualTo(404);
        assertThat(api.get(path + "/categories/people/signatories").status()).isEqualTo(404);
        assertThat(api.trySign(statement, Signer.person("Ann Lee").json()).status())
                .isEqualTo(404);
        assertThat(api.post(
                                path + "/status-mails",
                                "{\"email\": \"ann@example.org\"}",
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(404);
    }

    /** The items that name the statement, by the table. */
    private Map<String, Long> everywhere(String statement) {
        Map<String, Long> found = new TreeMap<>();
        for (String table : List.of(
                "STATEMENTS_TABLE",
                "SIGNING_REQUESTS_TABLE",
                "SIGNATURES_TABLE",
                "LIMITS_TABLE",
                "TALLIES_TABLE",
                "AUDIT_TABLE")) {
            String name = journey.backend().env().required(table);
            long items = journey.backend().dynamoDb().scanPaginator(r -> r.tableName(name)).items().stream()
                    .filter(item -> item.toString().contains(statement))
                    .count();
            if (items > 0) found.put(table, items);
        }
        return found;
    }

    private Statement statement(Admin admin) {
        return new Statements(journey.backend().env()).read(admin.statement()).orElseThrow();
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
