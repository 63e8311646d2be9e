package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;

/** Whatever somebody sends, a function says what is wrong with it: nothing is thrown, and no answer is a 5xx. */
@OnlyOn(value = EMBEDDED, because = "the functions are called in this process")
class FuzzTest {
    /** Not the shared one: others need not wait for what these inputs cause. */
    private static final Backend BACKEND = Backend.alone();

    private final Journey journey = Journey.on(BACKEND, Map.of());
    private final String statement = journey.statement();
    private final String administrator =
            "Bearer " + Admin.administrator(journey).token();
    private final Signer ann = Signer.person("Ann Baker");
    private String link;

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @BeforeEach
    void someSign() {
        link = Links.confirmation(journey.sign(ann, 1));
        journey.confirm(BACKEND.mailsTo(ann.email()).getFirst());
        journey.publish("people,Bob Early,,,,2026-01-01", "people,Cy Late,,,,2026-01-02");
    }

    @Test
    void signingForms() {
        List<Signer> good = List.of(
                Signer.person("Łukasz O’Brien")
                        .with("honorific", "Dr.")
                        .with("affiliation", "Chair, Example Foundation")
                        .with("sortAs", "O’Brien")
                        .with("language", "fr-CA")
                        .with("listed", false)
                        .with("website", ""),
                Signer.organisation("Bakers of the World"));
        Fuzz.run("signing form", hostile -> {
            var event = Fuzz.event("sign", "POST", Map.of("statement", statement));
            Fuzz.body(event, hostile.bytes(hostile.json(hostile.one(good).fields())));
            Fuzz.call(function("Sign"), event);
        });
    }

    @Test
    void otherForms() {
        String id = journey.id(ann);
        Map<String, Map<String, Object>> forms = Map.of(
                "decide",
                Fuzz.members(
                        "decision",
                        "reject",
                        "signatures",
                        List.of(id, Map.of("id", id, "version", 1)),
                        "reason",
                        "forged: so they say",
                        "claim",
                        "accept"),
                "correct",
                Fuzz.members(
                        "name",
                        "Ann",
                        "honorific",
                        null,
                        "affiliation",
                        "X",
                        "sortAs",
                        "Ann",
                        "category",
                        "people",
                        "reason",
                        "a slip"),
                "invalidate",
                Fuzz.members(
                        "selection",
                        Fuzz.members(
                                "network",
                                "192.0.2.0/24",
                                "domain",
                                "example.org",
                                "from",
                                "2026-01-01T00:00:00Z",
                                "until",
                                "2026-01-02T00:00:00Z",
                                "flag",
                                "free-mail"),
                        "reason",
                        "forged"),
                "request-status",
                Fuzz.members("email", ann.email()));
        Map<String, String> functions = Map.of(
                "decide", "Decide",
                "correct", "Correct",
                "invalidate", "Invalidate",
                "request-status", "RequestStatus");
        Fuzz.run("other forms", hostile -> {
            String form = hostile.one(List.of("decide", "correct", "invalidate", "request-status"));
            var event = Fuzz.event(
                    form, form.equals("correct") ? "PATCH" : "POST", Map.of("statement", statement, "id", id));
            Fuzz.header(event, "Authorization", administrator);
            if (hostile.oneIn(3)) Fuzz.header(event, "If-Match", hostile.damaged("\"1\""));
            Fuzz.body(event, hostile.bytes(hostile.json(forms.get(form))));
            Fuzz.call(function(functions.get(form)), event);
        });
    }

    @Test
    void imports() {
        Fuzz.run("import", hostile -> {
            var event = Fuzz.event("import-signatories", "POST", Map.of("statement", statement));
            Fuzz.header(event, "Authorization", administrator);
            event.put(
                    "queryStringParameters",
                    Map.of(
                            "source", hostile.oneIn(9) ? Fuzz.decoded(hostile.text()) : "fuzz",
                            "dryRun", hostile.oneIn(9) ? Fuzz.decoded(hostile.text()) : "false"));
            Fuzz.body(event, hostile.bytes(csv(hostile)));
            Fuzz.call(function("ImportSignatories"), event);
        });
    }

    private static String csv(Hostile hostile) {
        String comma = hostile.oneIn(3) ? hostile.one(List.of(";", "\t", "|")) : ",";
        String end = hostile.one(List.of("\n", "\r\n", "\r"));
        var csv = new StringBuilder(hostile.one(List.of("", "", "\uFEFF", "\uFEFF\uFEFF", "sep=" + comma + end)));
        List<String> columns =
                new ArrayList<>(List.of("category", "name", "honorific", "affiliation", "sort_as", "signed_on"));
        if (hostile.oneIn(4)) columns.add(hostile.text());
        csv.append(String.join(comma, columns)).append(end);
        for (int row = hostile.below(6); row > 0; row--) {
            List<String> cells = new ArrayList<>(
                    List.of("people", "Imp " + hostile.below(1_000), "Dr.", "River Club", "", "2026-01-01"));
            for (int i = 0; i < cells.size(); i++) if (hostile.oneIn(9)) cells.set(i, hostile.text());
            if (hostile.oneIn(9)) cells.removeLast();
            csv.append(String.join(
                            comma, cells.stream().map(c -> quoted(c, hostile)).toList()))
                    .append(end);
        }
        return hostile.oneIn(3) ? hostile.damaged(csv.toString()) : csv.toString();
    }

    private static String quoted(String cell, Hostile hostile) {
        return hostile.oneIn(4) ? "\"" + (hostile.oneIn(4) ? cell : cell.replace("\"", "\"\"")) + "\"" : cell;
    }

    @Test
    void definitions() {
        Map<String, Object> good =
                new HashMap<>(Admin.administrator(journey).get("").json());
        good.put("opensAt", "2026-01-01T00:00:00Z");
        good.put("closesAt", "2999-01-01T00:00:00Z");
        good.put("watchList", List.of("Jordan Example", "山田太郎"));
        good.put("rejectionMails", true);
        Fuzz.run("definition", hostile -> {
            String id = hostile.oneIn(20) ? Fuzz.decoded(hostile.text()) : "letter-" + UUID.randomUUID();
            var event = Fuzz.event("manage-statement", "PUT", Map.of("statement", id));
            Fuzz.header(event, "Authorization", administrator);
            if (hostile.oneIn(9)) Fuzz.header(event, "If-Match", hostile.damaged("\"1\""));
            Fuzz.body(event, hostile.bytes(hostile.json(good)));
            if (!Fuzz.call(function("ManageStatement"), event).get("statusCode").equals(201)) return;
            var signing = Fuzz.event("sign", "POST", Map.of("statement", id));
            Fuzz.body(signing, ann.json().getBytes(StandardCharsets.UTF_8));
            Fuzz.call(function("Sign"), signing);
            Fuzz.call(function("DescribeStatement"), Fuzz.event("describe-statement", "GET", Map.of("statement", id)));
        });
    }

    @Test
    void tokens() {
        var receipt = BACKEND.mail(ann.email(), 2);
        List<String> links =
                List.of(link, Links.refusal(BACKEND.mailsTo(ann.email()).getFirst()), Links.withdrawal(receipt));
        Map<String, String> functions =
                Map.of("confirmations", "Confirm", "refusals", "Refuse", "withdrawals", "Withdraw");
        Fuzz.run("token", hostile -> {
            String[] parts = Api.path(hostile.one(links)).split("/");
            String kind = hostile.one(List.of("confirmations", "refusals", "withdrawals"));
            String method = hostile.one(List.of("GET", "HEAD", "POST"));
            String token = hostile.oneIn(5) ? parts[2] : hostile.damaged(parts[2]);
            var event = Fuzz.event(
                    functions.get(kind).toLowerCase(java.util.Locale.ROOT),
                    method,
                    Map.of("token", Fuzz.decoded(token)));
            if (hostile.oneIn(2)) Fuzz.header(event, "Accept-Language", hostile.damaged("fr-CA,zh-Hant;q=0.9,*;q=0"));
            if (hostile.oneIn(2)) Fuzz.header(event, "Accept", "text/html");
            boolean json = hostile.oneIn(2);
            Fuzz.header(event, "Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
            Fuzz.body(
                    event,
                    hostile.bytes(
                            json
                                    ? hostile.json(
                                            Fuzz.members("silence", false, "request", "00000000-" + "a".repeat(26)))
                                    : hostile.damaged("silence=false&request=00000000-aaaa")));
            Fuzz.call(function(functions.get(kind)), event);
        });
    }

    @Test
    void placesAndQueries() {
        String listed = (String) journey.api()
                .get(journey.listPath("people") + "?limit=1")
                .json()
                .get("next");
        String place = java.net.URLDecoder.decode(listed.replaceAll(".*after=", ""), StandardCharsets.UTF_8);
        Map<String, String> path = Map.of("statement", statement, "category", "people");
        Fuzz.run("place", hostile -> {
            String reader = hostile.one(List.of(
                    "list-signatories", "review-queue", "read-audit", "export-signatories", "describe-statement"));
            var event = Fuzz.event(reader, "GET", path);
            Fuzz.header(event, "Authorization", administrator);
            if (reader.equals("review-queue")) event.put("resource", hostile.one(List.of("/queue", "/signatures")));
            Map<String, String> query = new HashMap<>();
            String after = switch (hostile.below(4)) {
                case 0 -> place;
                case 1 -> "2026-01-01T00:00:00.123456Z";
                case 2 -> hostile.oneIn(2) ? "listed#people#" + hostile.damaged(place) : "unlisted#" + hostile.text();
                default -> "2026-01-01T00:00:00Z#" + UUID.randomUUID();
            };
            if (hostile.oneIn(3)) after = Base64.getUrlEncoder().encodeToString(after.getBytes(StandardCharsets.UTF_8));
            query.put("after", hostile.damaged(after));
            if (hostile.oneIn(3)) query.put("limit", hostile.damaged("10"));
            if (hostile.oneIn(3)) query.put("startsWith", hostile.damaged("Early Bob"));
            if (hostile.oneIn(3)) query.put("status", hostile.damaged("in-review"));
            if (hostile.oneIn(2)) query.put("email", hostile.damaged(ann.email()));
            if (hostile.oneIn(9)) query.put("category", hostile.damaged("people"));
            if (hostile.oneIn(3)) query.put("language", hostile.damaged("zh-Hant-HK"));
            query.replaceAll((_, value) -> Fuzz.decoded(value));
            event.put("queryStringParameters", query);
            if (hostile.oneIn(5)) Fuzz.header(event, "If-None-Match", hostile.damaged("W/\"a\", \"b\""));
            if (hostile.oneIn(3)) Fuzz.header(event, "Accept", "text/csv");
            Fuzz.call(function(functionOf(reader)), event);
        });
    }

    private static String functionOf(String folder) {
        var name = new StringBuilder();
        for (String word : folder.split("-"))
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        return name.toString();
    }

    @Test
    void newsOfSes() {
        String good = Backend.mailOf(
                statement,
                ann,
                journey.requestsOf(ann).getFirst().get("request").s(),
                "receipt-1");
        Fuzz.run("SES event", hostile -> {
            Map<String, Object> event = new HashMap<>(Map.of(
                    "eventType", hostile.one(List.of("Bounce", "Complaint")),
                    "bounce", Map.of("bounceType", hostile.one(List.of("Permanent", "Transient"))),
                    "complaint", Map.of("complaintFeedbackType", "abuse"),
                    "mail", object(good)));
            Signer told = Signer.person("Told");
            String mark = Json.text(Fuzz.members(
                    "eventType", "Complaint", "mail", object(Backend.mailOf(statement, told, "person", "receipt-1"))));
            String message = new String(hostile.bytes(hostile.json(event)), StandardCharsets.UTF_8);
            Map<String, Object> batch = Map.of("Records", List.of(record(message), record(mark)));
            try {
                Fuzz.invoke(function("NoteBounce"), batch);
            } catch (AssertionError refused) {
                assertThat(refused).hasStackTraceContaining("could not be noted");
            }
            assertThat(BACKEND.mailbox(told))
                    .as(() -> "what came with " + Fuzz.json(batch))
                    .containsKey("stopped");
        });
    }

    private static Map<String, Object> record(String message) {
        return Map.of("Sns", Map.of("Message", message));
    }

    private static Map<String, Object> object(String json) {
        try {
            return Json.object(json);
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestStreamHandler function(String name) {
        return BACKEND.run().handler(name);
    }
}
