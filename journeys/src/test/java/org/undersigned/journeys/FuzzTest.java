package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Json;

/** Whatever somebody sends, a function says what is wrong with it: nothing is thrown, and no answer is a 5xx. */
@OnlyOn(value = EMBEDDED, because = "the functions are called in this process")
class FuzzTest {
    private static final String JSON = "application/json";

    /** Not the shared one: others need not wait for what these inputs cause. */
    private static final Backend BACKEND = Backend.alone();

    private final Journey journey = Journey.on(BACKEND, Map.of());
    private final String statement = journey.statement();
    private final Admin administrator = Admin.administrator(journey);
    private final Signer ann = Signer.person("Ann Baker");

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @BeforeEach
    void someSign() {
        journey.sign(ann, 1);
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
            Fuzz.body(event, JSON, hostile.bytes(hostile.json(hostile.one(good).fields())));
            return Fuzz.isDone(function("sign"), event);
        });
    }

    @Test
    void otherForms() {
        String id = journey.id(ann);
        List<String> names = IntStream.range(0, 30).mapToObj(i -> "Erased " + i).toList();
        journey.publish(
                names.stream().map(name -> "people," + name + ",,,,2026-01-03").toArray(String[]::new));
        Map<String, Object> correction = Fuzz.members(
                "name",
                "Bob",
                "honorific",
                null,
                "affiliation",
                "X",
                "sortAs",
                "Bob",
                "category",
                "people",
                "reason",
                "a slip");
        Map<String, Object> invalidation = Fuzz.members(
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
                "forged");
        Map<String, Object> blocks = Fuzz.members(
                "addresses",
                List.of("forger@example.org"),
                "domains",
                List.of("spam.example", "bücher.example"),
                "networks",
                List.of("192.0.2.0/24", "2001:db8::/48"),
                "allowedNetworks",
                List.of("198.51.100.7"));
        Fuzz.run(Map.of(
                "decision",
                hostile -> isTaken(
                        hostile,
                        "decide",
                        "POST",
                        "",
                        Fuzz.members(
                                "decision",
                                hostile.one(List.of("approve", "reject", "reinstate")),
                                "signatures",
                                List.of(id, Map.of("id", id, "version", 1)),
                                "reason",
                                "forged: so they say",
                                "claim",
                                "accept")),
                "correction",
                hostile -> isTaken(
                        hostile,
                        "correct",
                        "PATCH",
                        journey.imported("people", "Bob Early", "").text(),
                        correction),
                "erasure",
                hostile -> isTaken(
                        hostile,
                        "erase",
                        "DELETE",
                        journey.imported("people", hostile.one(names), "").text(),
                        Map.of("reason", "on-request: they say so")),
                "invalidation",
                hostile -> isTaken(hostile, "invalidate", "POST", "", invalidation),
                "blocks",
                hostile -> isTaken(hostile, "manage-blocks", "PUT", "", blocks),
                "change of blocks",
                hostile -> isTaken(hostile, "manage-blocks", "PATCH", "", Map.of("add", blocks, "remove", blocks)),
                "request for a status mail",
                hostile -> isTaken(hostile, "request-status", "POST", "", Map.of("email", ann.email()))));
    }

    private boolean isTaken(Hostile hostile, String function, String method, String id, Map<String, Object> good) {
        Map<String, String> path = new HashMap<>(Map.of("statement", statement));
        if (!id.isEmpty()) path.put("id", hostile.oneIn(9) ? Fuzz.decoded(hostile.damaged(id)) : id);
        var event = Fuzz.event(function, method, path);
        identify(event);
        if (hostile.oneIn(9)) Fuzz.header(event, "If-Match", hostile.damaged("\"1\""));
        Fuzz.body(event, JSON, hostile.bytes(hostile.json(good)));
        return Fuzz.isDone(function(function), event);
    }

    private void identify(Map<String, Object> event) {
        Fuzz.header(event, "Authorization", "Bearer " + administrator.token());
    }

    @Test
    void imports() {
        Fuzz.run("import", hostile -> {
            var event = Fuzz.event("import-signatories", "POST", Map.of("statement", statement));
            identify(event);
            event.put(
                    "queryStringParameters",
                    Map.of(
                            "source", hostile.oneIn(9) ? Fuzz.decoded(hostile.text()) : "fuzz",
                            "dryRun", hostile.oneIn(9) ? Fuzz.decoded(hostile.text()) : "false"));
            Fuzz.body(event, "text/csv", hostile.bytes(csv(hostile)));
            Map<String, Object> answer = Fuzz.call(function("import-signatories"), event);
            return Fuzz.isDone(answer)
                    && !object((String) answer.get("body")).get("imported").equals(0);
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
        Map<String, Object> good = definition();
        var tag = new AtomicReference<>(administrator.get("").header("ETag"));
        Fuzz.run(Map.of(
                "new definition",
                hostile -> {
                    String id = hostile.oneIn(20)
                            ? Fuzz.decoded(hostile.damaged("letter-2"))
                            : "letter-" + UUID.randomUUID();
                    // The gateway gives no empty one.
                    if (id.isEmpty()) return false;
                    return Fuzz.isDone(put(hostile, id, Map.of(), good));
                },
                "changed definition",
                hostile -> {
                    String match = hostile.oneIn(9) ? hostile.damaged(tag.get()) : tag.get();
                    Map<String, Object> answer = put(hostile, statement, Map.of("If-Match", match), good);
                    if (!Fuzz.isDone(answer)) return false;
                    tag.set((String) ((Map<?, ?>) answer.get("headers")).get("ETag"));
                    return true;
                }));
    }

    private Map<String, Object> definition() {
        Map<String, Object> good = new LinkedHashMap<>(administrator.get("").json());
        good.put("shortTitle", Map.of("en", "Letter", "fr", "Lettre", "zh-Hant", "公開信"));
        good.put("organiser", Fuzz.members("name", "River Club", "email", "a@b.example", "url", "https://b.example"));
        good.put("privacy", "https://b.example/privacy");
        good.put("image", "https://b.example/image.png");
        good.put("goal", 1_000);
        good.put("thresholds", List.of(100, 500));
        good.put("retentionDays", 90);
        good.put("opensAt", "2026-01-01T00:00:00Z");
        good.put("closesAt", "2999-01-01T00:00:00Z");
        good.put("watchList", List.of("Jordan Example", "山田太郎"));
        good.put("rejectionMails", true);
        return good;
    }

    /** What is put can be read, and signed. */
    private Map<String, Object> put(Hostile hostile, String id, Map<String, String> headers, Map<String, Object> good) {
        var event = Fuzz.event("manage-statement", "PUT", Map.of("statement", id));
        identify(event);
        headers.forEach((name, value) -> Fuzz.header(event, name, value));
        Fuzz.body(event, JSON, hostile.bytes(hostile.json(good)));
        Map<String, Object> answer = Fuzz.call(function("manage-statement"), event);
        if (!Fuzz.isDone(answer)) return answer;
        var signing = Fuzz.event("sign", "POST", Map.of("statement", id));
        Fuzz.body(signing, JSON, ann.json().getBytes(StandardCharsets.UTF_8));
        Fuzz.call(function("sign"), signing);
        Fuzz.call(function("describe-statement"), Fuzz.event("describe-statement", "GET", Map.of("statement", id)));
        return answer;
    }

    @Test
    void letters() {
        Map<String, Object> good = new HashMap<>(administrator.get("").json());
        Fuzz.run("letter in CommonMark", hostile -> {
            good.put("text", Map.of("en", hostile.letter(), "fr", "Nous demandons.", "zh-Hant", "我們要求。"));
            var event = Fuzz.event("manage-statement", "PUT", Map.of("statement", "letter-" + UUID.randomUUID()));
            identify(event);
            event.put("queryStringParameters", Map.of("dryRun", "true"));
            Fuzz.body(event, JSON, Fuzz.json(good).getBytes(StandardCharsets.UTF_8));
            Map<String, Object> answer = Fuzz.call(function("manage-statement"), event);
            if (!Fuzz.isDone(answer)) return false;
            Map<?, ?> html = (Map<?, ?>) object((String) answer.get("body")).get("textHtml");
            isHarmless((String) html.get("en"));
            return true;
        });
    }

    private static void isHarmless(String html) {
        Set<String> elements = Set.of(
                "p",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "em",
                "strong",
                "code",
                "pre",
                "blockquote",
                "ul",
                "ol",
                "li",
                "a",
                "hr",
                "br");
        for (Element element : Jsoup.parseBodyFragment(html).body().select("body *")) {
            assertThat(elements).as(html).contains(element.tagName());
            for (Attribute attribute : element.attributes())
                assertThat(attribute.getKey()).as(html).isIn("href", "title", "start");
            if (element.hasAttr("href"))
                assertThat(element.attr("href")).as(html).matches("(?i)(https?://|mailto:)\\S+");
        }
    }

    @Test
    void links() {
        Map<String, String> links = Map.of(
                "confirm",
                Links.confirmation(BACKEND.mailsTo(ann.email()).getFirst()),
                "refuse",
                Links.refusal(journey.sign(Signer.person("Refused"), 1)),
                "withdraw",
                Links.withdrawal(journey.signAndConfirm(Signer.person("Withdrawn"))),
                "edit-signature",
                Links.own(journey.signAndConfirm(Signer.person("Edited"))));
        Map<String, List<Map<String, Object>>> forms = Map.of(
                "confirm", List.of(Map.of("confirm", true)),
                "refuse", List.of(Fuzz.members("refuse", true, "silence", false), Map.of("lift", true)),
                "withdraw", List.of(Map.of("withdraw", true), Map.of("restore", true)),
                "edit-signature",
                        List.of(
                                Fuzz.members("name", "Ann B.", "honorific", "Dr.", "affiliation", "X", "listed", false),
                                Fuzz.members("edit", true, "name", "Ann", "affiliation", "", "listed", true)));
        Map<String, Fuzz.Kind> kinds = new TreeMap<>();
        forms.forEach((function, good) ->
                kinds.put("link to " + function, hostile -> isFollowed(hostile, function, links, hostile.one(good))));
        Fuzz.run(kinds);
    }

    private static boolean isFollowed(
            Hostile hostile, String function, Map<String, String> links, Map<String, Object> good) {
        String link = hostile.oneIn(20) ? hostile.one(List.copyOf(links.values())) : links.get(function);
        String token = Api.path(link).split("/")[2];
        var event = Fuzz.event(
                function,
                hostile.one(List.of("GET", "HEAD", "POST", "POST")),
                Map.of("token", hostile.oneIn(3) ? Fuzz.decoded(hostile.damaged(token)) : token));
        if (hostile.oneIn(2)) Fuzz.header(event, "Accept-Language", hostile.damaged("fr-CA,zh-Hant;q=0.9,*;q=0"));
        Fuzz.header(event, "Accept", hostile.one(List.of("text/html", "application/json")));
        boolean json = hostile.oneIn(2);
        Fuzz.body(
                event,
                json ? JSON : "application/x-www-form-urlencoded",
                hostile.bytes(json ? hostile.json(good) : hostile.form(good)));
        return Fuzz.isDone(function(function), event);
    }

    @Test
    void placesAndQueries() {
        journey.signAndConfirm(Signer.person("Di").with("category", "scholars").with("affiliation", "X"));
        String admin = "/admin/statements/{statement}";
        String reading = "/statements/{statement}";
        Map<String, Fuzz.Kind> kinds = new TreeMap<>();
        for (Reading asked : List.of(
                new Reading(
                        "list-signatories",
                        reading + "/categories/{category}/signatories",
                        Map.of(
                                "limit",
                                "10",
                                "startsWith",
                                "Early Bob",
                                "after",
                                next(journey.api().get(journey.listPath("people") + "?limit=1")))),
                new Reading("describe-statement", reading, Map.of("language", "zh-Hant-HK", "fresh", "true")),
                new Reading("describe-statement", reading + "/timeline", Map.of("limit", "3", "after", "2026-01-01")),
                new Reading(
                        "review-queue",
                        admin + "/queue",
                        Map.of(
                                "status",
                                "rejected",
                                "category",
                                "scholars",
                                "flag",
                                "free-mail",
                                "order",
                                "newest",
                                "limit",
                                "10",
                                "after",
                                "2026-01-01T00:00:00.123456Z")),
                new Reading("review-queue", admin + "/signatures", Map.of("email", ann.email())),
                new Reading(
                        "review-queue",
                        admin + "/signatures",
                        Map.of(
                                "name",
                                "Early Bob",
                                "limit",
                                "10",
                                "after",
                                next(administrator.get("/signatures?name=l&limit=1")))),
                new Reading(
                        "read-audit",
                        admin + "/audit",
                        Map.of("limit", "10", "after", next(administrator.get("/audit?limit=1")))),
                new Reading("read-audit", admin + "/audit", Map.of("signature", journey.id(ann))),
                new Reading("invalidate", admin + "/invalidations", Map.of("limit", "3", "after", "x")),
                new Reading(
                        "export-signatories",
                        admin + "/export",
                        Map.of(
                                "category",
                                "people",
                                "limit",
                                "10",
                                "after",
                                next(administrator.get(
                                        "/export?category=people&limit=1", "Accept", "application/json"))))))
            kinds.put(
                    "query of " + asked.route() + new TreeSet<>(asked.query().keySet()),
                    hostile -> isRead(hostile, asked));
        Fuzz.run(kinds);
    }

    private boolean isRead(Hostile hostile, Reading asked) {
        var event = Fuzz.event(asked.function(), "GET", Map.of("statement", statement, "category", "people"));
        event.put("resource", asked.route());
        identify(event);
        Map<String, String> query = new HashMap<>();
        asked.query().forEach((name, good) -> {
            if (hostile.oneIn(3)) return;
            String text = hostile.oneIn(3) ? hostile.damaged(good) : good;
            boolean encoded = name.equals("after") && hostile.oneIn(9);
            query.put(
                    name,
                    encoded
                            ? Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                            : Fuzz.decoded(text));
        });
        event.put("queryStringParameters", query);
        if (hostile.oneIn(5)) Fuzz.header(event, "If-None-Match", hostile.damaged("W/\"a\", \"b\""));
        Fuzz.header(event, "Accept", hostile.one(List.of("text/csv", "application/json")));
        return Fuzz.isDone(function(asked.function()), event);
    }

    /** Where the page after this one begins. */
    private static String next(Api.Answer page) {
        String query = URI.create((String) page.json().get("next")).getRawQuery();
        return URLDecoder.decode(query.replaceAll(".*after=", ""), StandardCharsets.UTF_8);
    }

    /** A route that reads, with good values of all its parameters. */
    private record Reading(String function, String route, Map<String, String> query) {}

    @Test
    void newsOfSes() {
        String request = journey.requestsOf(ann).getFirst().get("request").s();
        Fuzz.run("SES event", hostile -> {
            Signer lost = Signer.person("Lost");
            Signer told = Signer.person("Told");
            String mark = Json.text(Fuzz.members(
                    "eventType", "Complaint", "mail", object(Backend.mailOf(statement, told, "person", "receipt-1"))));
            Map<String, Object> batch = Map.of(
                    "Records",
                    List.of(
                            record(bounce(hostile, Backend.mailOf(statement, ann, request, "receipt-1"))),
                            record(bounce(hostile, Backend.mailOf(statement, lost, "person", "receipt-1"))),
                            record(mark)));
            try {
                Fuzz.invoke(function("note-bounce"), batch);
            } catch (AssertionError refused) {
                assertThat(refused).hasStackTraceContaining("could not be noted");
            }
            assertThat(BACKEND.mailbox(told))
                    .as(() -> "what came with " + Fuzz.json(batch))
                    .containsKey("stopped");
            return BACKEND.mailbox(lost).containsKey("stopped");
        });
    }

    private static String bounce(Hostile hostile, String mail) {
        Map<String, Object> event = Map.of(
                "eventType", hostile.one(List.of("Bounce", "Complaint")),
                "bounce", Map.of("bounceType", hostile.one(List.of("Permanent", "Transient"))),
                "complaint", Map.of("complaintFeedbackType", "abuse"),
                "mail", object(mail));
        return new String(hostile.bytes(hostile.json(event)), StandardCharsets.UTF_8);
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

    /** By the name of its folder. */
    private static RequestStreamHandler function(String folder) {
        var name = new StringBuilder();
        for (String word : folder.split("-"))
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        return BACKEND.run().handler(name.toString());
    }
}
