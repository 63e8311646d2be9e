package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.undersigned.journeys.Problems.errors;
import static org.undersigned.journeys.Problems.isAdminProblem;
import static org.undersigned.journeys.Problems.isProblem;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.LOCALSTACK;
import static org.undersigned.journeys.Target.Kind.SAM;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BadInputTest {
    private static final String JSON = "application/json";
    private static final int MAX_BYTES = 16 * 1024;

    /** Not the shared one: what each test looks through is what these tests have stored. */
    private static final Backend BACKEND = Backend.alone();

    private final Journey journey = Journey.on(BACKEND, Map.of());
    private final Api api = journey.api();
    private final Signer zoe = Signer.person("Zoë");
    private final Signer bakers = Signer.organisation("Bakers of the World");

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    // 400: what cannot be read

    static List<Bytes> unreadableBodies() {
        String form = Signer.person("Zoë").json();
        String open = form.substring(0, form.length() - 1);
        return List.of(
                Bytes.of("nothing", ""),
                Bytes.of("white space", " \n "),
                Bytes.of("no JSON", "category=people&name=Zoe"),
                Bytes.of("an unfinished object", open),
                Bytes.of("single quotes", form.replace('"', '\'')),
                Bytes.of("a comment", "/* hello */ " + form),
                Bytes.of("not a number", open + ", \"listed\": NaN}"),
                Bytes.of("a line break within a text", form.replace("Zoë", "Zoë\nB")),
                Bytes.of("NUL within a text", form.replace("Zoë", "Zo\u0000")),
                Bytes.of("NUL behind it", form + "\u0000"),
                Bytes.of("a word behind it", form + " please"),
                Bytes.of("another object behind it", form + form),
                Bytes.of("a brace too many", form + "}"),
                Bytes.of("an array", "[" + form + "]"),
                Bytes.of("a text", "\"sign\""),
                Bytes.of("null", "null"),
                Bytes.of("a number", "7"),
                Bytes.of("5,000 arrays in each other", open + ", \"contact\": " + "[".repeat(5000)),
                Bytes.of(
                        "2,500 objects in each other",
                        open + ", \"contact\": " + "{\"a\":".repeat(2500) + "1" + "}".repeat(2500) + "}"),
                Bytes.of("a number of 10,000 digits", open + ", \"listed\": " + "9".repeat(10_000) + "}"),
                new Bytes("bytes that are not UTF-8", form.getBytes(StandardCharsets.ISO_8859_1)),
                new Bytes("UTF-16", form.getBytes(StandardCharsets.UTF_16)));
    }

    @ParameterizedTest
    @MethodSource("unreadableBodies")
    void aBodyThatIsNoJsonObjectIsRefused(Bytes body) {
        if (new String(body.content(), StandardCharsets.UTF_8).contains("\uFFFD"))
            leaveOut("a body of " + body, "SAM CLI fails on what is not UTF-8", SAM);
        Api.Answer answer = api.send("POST", signPath(), body.content(), "Content-Type", JSON);

        isProblem(answer, 400);
        assertThat((String) answer.json().get("detail"))
                .startsWith("The body is not the JSON of an object: ")
                .doesNotContain("twice");
        nothingIsStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{%s, \"name\": \"Ann\"}", "{\"name\": \"Ann\", %s}", "{%s, \"contact\": {\"a\": 1, \"a\": 2}}"})
    void aKeyThatStandsTwiceIsRefused(String body) {
        String fields = zoe.json().substring(1, zoe.json().length() - 1);

        Api.Answer answer = api.trySign(journey.statement(), body.formatted(fields));

        isProblem(answer, 400);
        assertThat(answer.body()).contains("the same key stands twice");
        nothingIsStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "501",
                "-1",
                "abc",
                "99999999999",
                "1.5",
                "",
                "1%00",
                "1e2",
                "%2B1",
                "%D9%A1",
                "%F0%9F%98%80"
            })
    void aLimitThatIsNoNumberFrom1To500IsRefused(String limit) {
        Api.Answer answer = api.get(journey.listPath("people") + "?limit=" + limit);

        isProblem(answer, 400);
        assertThat(errors(answer)).containsExactly("limit out-of-range");
        assertThat(answer.body()).contains("limit must be a whole number from 1 to 500");
    }

    @ParameterizedTest
    @CsvSource({"after,a,1001", "startsWith,a,1001", "after,文,334", "startsWith,文,334", "after,😀,5000"})
    void aPlaceInTheListThatNoKeyReachesIsRefused(String parameter, String character, int times) {
        String place = encoded(character.repeat(times));
        fitsIntoARequest(place);

        Api.Answer answer = api.get(journey.listPath("people") + "?" + parameter + "=" + place);

        isProblem(answer, 400);
        assertThat(errors(answer)).containsExactly(parameter + " invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%00", "%00%00", "%7F", "%EF%BF%BF", "%F4%8F%BF%BF", "%FF%FE", "-", "%20", "'%22;--"})
    void anyPlaceInTheListOfASensibleLengthIsTaken(String text) {
        assertThat(api.get(journey.listPath("people") + "?after=" + text).status())
                .isEqualTo(200);
        assertThat(api.get(journey.listPath("people") + "?startsWith=" + text).status())
                .isEqualTo(200);
        assertThat(api.get(journey.listPath("people") + "?startsWith=" + text + "&after=" + text)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aParameterThatIsNotThereOrStandsTwiceIsRefused() {
        String statement = "/statements/" + journey.statement();
        for (String path : List.of(statement, statement + "/timeline", journey.listPath("people"))) {
            isRefused(api.get(path + "?dryrun=true"), "dryrun unknown");
            String known = path.equals(statement) ? "language=en" : "limit=7";
            isRefused(api.get(path + "?" + known + "&" + known), known.replaceFirst("=.*", " repeated"));
            isRefused(api.get(path + "?fresh=yes"), "fresh invalid");
            assertThat(api.get(path + "?fresh=true&" + known).header("Cache-Control"))
                    .isEqualTo("no-store");
        }
        for (String path : List.of(signPath(), statement + "/status-mails"))
            isRefused(api.post(path + "?dryrun=true", zoe.json()), "dryrun unknown");
        Admin admin = Admin.administrator(journey);
        for (String path : List.of(
                "",
                "/texts/1",
                "/blocks",
                "/queue",
                "/queue/count",
                "/emails",
                "/signatures",
                "/signatures/nobody.person",
                "/invalidations",
                "/invalidations/none",
                "/export",
                "/audit")) isRefusedToAdmins(admin.get(path + "?dryrun=true"), "dryrun unknown");
        isRefusedToAdmins(admin.get("/export?limit=7&limit=8"), "limit repeated");
        isRefusedToAdmins(admin.get("/signatures?email=a%40example.org&email=b%40example.org"), "email repeated");
    }

    @Test
    void aDryRunThatIsSpeltOtherwiseChangesNothing() {
        Admin admin = Admin.administrator(journey);
        String csv = "category,name,honorific,affiliation,sort_as,signed_on\npeople,Ann Lee,,,,2026-01-01\n";
        String definition = admin.get("").body();
        String etag = admin.get("").header("ETag");
        for (String query : List.of("dryrun=true", "dry-run=true", "dryRun=true&dryRun=false")) {
            assertThat(admin.send("POST", "/imports?source=x&" + query, csv, "Content-Type", "text/csv")
                            .status())
                    .as(query)
                    .isEqualTo(400);
            assertThat(admin.send("PUT", "?" + query, definition, "Content-Type", JSON, "If-Match", etag)
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(journey.items()).isEmpty();
        assertThat(admin.get("").header("ETag")).isEqualTo(etag);
    }

    @Test
    void aPlaceInTheListOf1000BytesIsTaken() {
        assertThat(api.get(journey.listPath("people") + "?startsWith=" + "a".repeat(1000) + "&after="
                                + "b".repeat(1000))
                        .status())
                .isEqualTo(200);
    }

    // 404: what is not there

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody", "%00", "%F0%9F%98%80", "%FF", "a%2Fb", "..", "%2e%2e%2f", "Letter", "{statement}"})
    void anUnknownStatementIsNotFound(String id) {
        fitsIntoARequest(id);
        String path = "/statements/" + id.replace("{", "%7B").replace("}", "%7D");
        isProblem(api.get(path), 404);
        isProblem(api.get(path + "/categories/people/signatories"), 404);
        isProblem(api.post(path + "/signatures", zoe.json(), "Content-Type", JSON), 404);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000, 3000, 20_000})
    void aStatementOfALongNameIsNotFound(int length) {
        String id = "a".repeat(length);
        anUnknownStatementIsNotFound(id);
    }

    @Test
    void theTextsBesideAStatementAreNoStatements() {
        anUnknownStatementIsNotFound(journey.statement() + "%23text%231");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "People", "%00", "people%20", "%F0%9F%98%80"})
    void anUnknownCategoryInThePathIsNotFound(String category) {
        isProblem(api.get("/statements/" + journey.statement() + "/categories/" + category + "/signatories"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing",
        "GET, /statements",
        "GET, /statements/",
        "DELETE, /statements/letter",
        "GET, /statements/letter/signatures",
        "PUT, /statements/letter/signatures",
        "POST, /statements/letter/signatures/",
        "GET, /confirmations",
        "DELETE, /confirmations/k1.abc",
        "GET, /statements/../../etc/passwd"
    })
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "the emulators' gateways have their own answer to unknown routes")
    void anUnknownRouteIsNotFound(String method, String path) {
        isProblem(api.stray(method, path), 404);
    }

    // 409: when nobody can sign

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"state\": \"open\"' | '\"state\": \"paused\"' | for the moment",
                "'\"state\": \"open\"' | '\"state\": \"closed\"' | closed",
                "'\"closesAt\": null' | '\"closesAt\": \"2020-01-01T00:00:00Z\"' | closed",
                "'\"opensAt\": null' | '\"opensAt\": \"2999-01-01T00:00:00Z\"' | not open for signatures yet"
            })
    void aStatementThatIsNotOpenTakesNoSignatures(String before, String after, String reason) {
        Journey shut = Journey.on(BACKEND, Map.of(before, after));

        Api.Answer answer = api.trySign(shut.statement(), zoe.json());

        isProblem(answer, 409);
        assertThat((String) answer.json().get("detail")).contains(reason);
        assertThat(shut.requests()).isEmpty();
        assertThat(shut.describe().get("state")).isEqualTo(after.contains("paused") ? "paused" : "closed");
    }

    @Test
    void aStatementTakesSignaturesBetweenItsTimes() {
        Journey open = Journey.on(
                BACKEND,
                Map.of(
                        "\"opensAt\": null",
                        "\"opensAt\": \"" + Instant.now().minusSeconds(60) + "\"",
                        "\"closesAt\": null",
                        "\"closesAt\": \"" + Instant.now().plusSeconds(3600) + "\""));

        open.sign(zoe);

        assertThat(open.requests()).hasSize(1);
    }

    // 413 and 415: what is not even looked at

    @Test
    void moreThan16KilobytesAreTooMuch() {
        int length = zoe.json().getBytes(StandardCharsets.UTF_8).length;
        for (String body : List.of(
                zoe.json() + " ".repeat(MAX_BYTES - length + 1), "文".repeat(MAX_BYTES / 3 + 1), "x".repeat(1_000_000)))
            isProblem(api.trySign(journey.statement(), body), 413);
        nothingIsStored();
    }

    @Test
    void exactly16KilobytesAreTaken() {
        int length = zoe.json().getBytes(StandardCharsets.UTF_8).length;

        assertThat(api.trySign(journey.statement(), zoe.json() + " ".repeat(MAX_BYTES - length))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "application/problem+json",
                "application/json, text/plain",
                "json"
            })
    void aBodyThatIsNotSaidToBeJsonIsRefused(String type) {
        if (type.startsWith("multipart/"))
            leaveOut("a body of " + type, "LocalStack's server reads the parts of such a body itself", LOCALSTACK);
        Api.Answer answer = type.isEmpty()
                ? api.post(signPath(), zoe.json())
                : api.post(signPath(), zoe.json(), "Content-Type", type);

        isProblem(answer, 415);
        assertThat(answer.body()).contains("application/json");
        nothingIsStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/json ;charset=UTF-8"})
    void theContentTypeMayNameItsCharacterSet(String type) {
        assertThat(api.post(signPath(), zoe.json(), "Content-Type", type).status())
                .isEqualTo(202);
    }

    // 422: fields

    @ParameterizedTest
    @ValueSource(strings = {"category", "name", "email"})
    void aFieldThatIsMissingIsNamed(String field) {
        isRefused(without(zoe, field), field + " required");
        isRefused(zoe.with(field, null), field + " required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "name", "honorific", "affiliation", "sortAs", "email", "language", "listed"})
    void aFieldOfTheWrongTypeIsNamed(String field) {
        for (Object wrong : List.of(7, 1e300, List.of("Zoë"), Map.of("en", "Zoë")))
            isRefused(zoe.with(field, wrong), field + " type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "no", ""})
    void listedIsNoText(String listed) {
        isRefused(zoe.with("listed", listed), "listed type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "People", "people ", "people\u0000"})
    void anUnknownCategoryInTheBodyIsAField(String category) {
        Api.Answer answer = isRefused(zoe.with("category", category), "category unknown");
        assertThat(answer.body()).contains("must be one of people, scholars, deputies, groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u3000 \u2003"})
    void aNameThatNobodyCanSeeIsNoName(String name) {
        isRefused(zoe.with("name", name), "name required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë\nB",
                "Zoë\r\nBcc: all@example.org",
                "Zoë\tB",
                "Z\u0000",
                "Z\u0007",
                "Z\u007fB",
                "Z\u0085B",
                "Zoë\u202eB",
                "Z\u202aoë",
                "Z\u2066oë",
                "Zo\u2069ë",
                "Z\ufeffoë"
            })
    void charactersThatWouldDeceiveAreRefusedInEveryText(String text) {
        isRefused(zoe.with("name", text), "name forbidden-character");
        isRefused(zoe.with("honorific", text), "honorific forbidden-character");
        isRefused(zoe.with("affiliation", text), "affiliation forbidden-character");
        isRefused(zoe.with("sortAs", text), "sortAs forbidden-character");
        isRefused(
                bakers.with("contact", Map.of("name", text, "role", text)),
                "contact.name forbidden-character",
                "contact.role forbidden-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "Zo\\ud83d", "\\ude00\\ud83d", "Zo\\ud800x"})
    void aLoneSurrogateIsNoCharacter(String escaped) {
        for (String field : List.of("name", "honorific", "affiliation", "sortAs"))
            isRefused(zoe.with(field, "@@").json().replace("@@", escaped), field + " forbidden-character");
        isRefused(zoe.with("email", "@@").json().replace("@@", escaped + "@example.org"), "email invalid");
        isRefused(zoe.with("category", "@@").json().replace("@@", escaped), "category unknown");
    }

    @Test
    void aLoneSurrogateAsLanguageFallsBackAsAnyUnknownLanguage() {
        api.trySign(journey.statement(), zoe.with("language", "@@").json().replace("@@", "\\ud800"));

        assertThat(journey.requestsOf(zoe).getFirst().get("language").s()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "See HTTPS://example.org", "www.example.org", "WwW.example", "a://b"})
    void linksAreNoNames(String text) {
        isRefused(zoe.with("name", text), "name link");
        isRefused(zoe.with("honorific", text), "honorific link");
        isRefused(zoe.with("affiliation", text), "affiliation link");
        isRefused(bakers.with("contact", Map.of("name", text, "role", text)), "contact.name link", "contact.role link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "文", "😀", "e\u0301"})
    void aTextHasAtMost200CharactersAsPeopleCountThem(String character) {
        isRefused(zoe.with("name", character.repeat(201)), "name too-long");
        isRefused(zoe.with("affiliation", character.repeat(201)), "affiliation too-long");

        journey.sign(zoe.with("name", character.repeat(200)));
        journey.sign(zoe.with("affiliation", character.repeat(200)));
    }

    @Test
    void aTextHasAtMost300CodePoints() {
        isRefused(zoe.with("affiliation", "q\u0301".repeat(151)), "affiliation too-long");

        journey.sign(zoe.with("affiliation", "q\u0301".repeat(150)));
    }

    @Test
    void allTextsOfASignerTogetherHaveAtMost2000Bytes() {
        String long800 = "😀".repeat(200);

        isRefused(zoe.with("name", long800).with("affiliation", long800).with("honorific", long800), "name too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe",
                "zoe@",
                "@example.org",
                "zoe@localhost",
                "zoe@@example.org",
                "zoe@example..org",
                "zoe@.example.org",
                "zoe@example.org..",
                "zoe@-example.org",
                "zoe@example.1",
                "zoe@127.0.0.1",
                "zoe@[127.0.0.1]",
                ".zoe@example.org",
                "zoe.@example.org",
                "z..oe@example.org",
                "zo e@example.org",
                "\"zoe\"@example.org",
                "zoe@exam ple.org",
                "zoe@exam_ple.org",
                "Zoe <zoe@example.org",
                "<zoe@example.org",
                "mailto:zoe@example.org?subject=x",
                "zoe@example.org,ann@example.org",
                "zoe@example.org;ann@example.org",
                "zoe@example.org ann@example.org",
                "zoe@example.org\r\nBcc: ann@example.org",
                "zoe\r\nBcc: ann@example.org",
                "Bcc: ann@example.org\r\n\r\nzoe@example.org",
                "zoe@example.org\nann@example.org",
                "zoe\u0000@example.org",
                "zoe@example.org\u0000.example",
                "zoe@exam\u202eple.org",
                "zoë@example.org",
                "zoe@example.org%0d%0aBcc:ann@example.org?"
            })
    void whatIsNoAddressIsRefused(String email) {
        Api.Answer answer = isRefused(zoe.with("email", email), "email invalid");
        assertThat(answer.body()).contains("must be an email address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200B"})
    void anAddressOfNothingIsMissing(String email) {
        isRefused(zoe.with("email", email), "email required");
    }

    @Test
    void anAddressHasAtMost254CharactersAnd64BeforeTheAt() {
        String domain = ("a".repeat(60) + ".").repeat(4);

        isRefused(zoe.with("email", "z".repeat(65) + "@example.org"), "email invalid");
        isRefused(zoe.with("email", "z".repeat(7) + "@" + domain + "example"), "email invalid");
        isRefused(zoe.with("email", "z@" + "a".repeat(64) + ".org"), "email invalid");
    }

    @Test
    void anAffiliationIsToldAsTheCategoryRules() {
        isRefused(zoe.with("category", "scholars"), "affiliation required");
        isRefused(zoe.with("category", "scholars").with("affiliation", " "), "affiliation required");
        isRefused(zoe.with("category", "deputies").with("affiliation", "Baker"), "affiliation not-allowed");
    }

    @Test
    void sortingIsByWordsOfTheName() {
        isRefused(zoe.with("name", "Zoë Baker").with("sortAs", "AAA"), "sortAs not-in-name");
        isRefused(zoe.with("name", "Zoë Baker").with("sortAs", "Bak"), "sortAs not-in-name");
    }

    @Test
    void aContactIsForOrganisationsAlone() {
        isRefused(without(bakers, "contact"), "contact required");
        isRefused(bakers.with("contact", "Jane Doe"), "contact type");
        isRefused(bakers.with("contact", List.of()), "contact type");
        isRefused(bakers.with("contact", Map.of()), "contact.name required", "contact.role required");
        isRefused(bakers.with("contact", Map.of("name", "Jane Doe")), "contact.role required");
        isRefused(bakers.with("contact", Map.of("name", 7, "role", "")), "contact.name type", "contact.role required");
        isRefused(
                bakers.with("contact", Map.of("name", "Jane", "role", "Chair", "phone", "1")), "contact.phone unknown");
        isRefused(zoe.with("contact", Map.of("name", "Jane", "role", "Chair")), "contact not-allowed");
    }

    @Test
    void nullIsAsIfLeftOut() {
        Signer sparse = zoe;
        for (String field : List.of("honorific", "affiliation", "sortAs", "language", "listed", "contact"))
            sparse = sparse.with(field, null);

        journey.sign(sparse);

        assertThat(journey.requestsOf(zoe).getFirst())
                .containsEntry("listed", AttributeValue.fromBool(true))
                .doesNotContainKeys("honorific", "affiliation", "contactName", "contactRole");
    }

    @Test
    void anUnknownFieldIsNamed() {
        isRefused(zoe.with("status", "PUBLISHED"), "status unknown");
        isRefused(zoe.with("Name", "Zoë"), "Name unknown");
        isRefused(zoe.with("", "Zoë"), " unknown");
        isRefused(zoe.with("a\u0000b", 1), "a\u0000b unknown");
        isRefused(zoe.with("__proto__", Map.of("admin", true)), "__proto__ unknown");
        isRefused(zoe.with("x".repeat(1000), 1), "x".repeat(40) + "… unknown");
    }

    @Test
    void anUnknownFieldIsNotCutWithinACharacter() {
        isRefused(zoe.with("x".repeat(39) + "😀😀", 1), "x".repeat(39) + "😀… unknown");
        isRefused(zoe.with("😀".repeat(40), 1), "😀".repeat(40) + " unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00", "\\ud83d\\ud83d"})
    void aFieldNamedByALoneSurrogateCannotBeRead(String key) {
        String open = zoe.json().substring(0, zoe.json().length() - 1);

        isProblem(api.trySign(journey.statement(), open + ", \"" + key + "\": 1}"), 400);

        nothingIsStored();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        isRefused(
                Json.text(Map.of(
                        "category", "groups",
                        "name", "www.example.org",
                        "honorific", 7,
                        "affiliation", "Bakers",
                        "email", "zoe",
                        "listed", "yes",
                        "phone", "1",
                        "contact", Map.of("name", ""))),
                "name link",
                "honorific type",
                "affiliation not-allowed",
                "email invalid",
                "listed type",
                "phone unknown",
                "contact.name required",
                "contact.role required");
    }

    @Test
    void aProblemDoesNotRepeatWhatWasSent() {
        Api.Answer answer = isRefused(
                zoe.with("name", "http://secret.example").with("email", "not an address"),
                "name link",
                "email invalid");

        assertThat(answer.body()).doesNotContain("secret").doesNotContain("not an address");
    }

    // 404: tokens

    static List<String> strangeTokens() {
        String forged = "A".repeat(98);
        return List.of(
                "x",
                ".",
                "..",
                "k1",
                "k1.",
                ".k1",
                "k1.k1.k1",
                "k1." + forged,
                "current." + forged,
                "k2." + forged,
                "k1." + "A".repeat(119),
                "k1." + "A".repeat(4997),
                "A".repeat(5000),
                "k".repeat(5000) + "." + forged,
                ".".repeat(5000),
                "%00",
                "k1.%00",
                "%FF%FE",
                "k1%2E" + forged,
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "k1.%0d%0aSet-Cookie:%20a=b",
                "%F0%9F%98%80",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "k1." + "+".repeat(98),
                "k1." + "%20".repeat(98));
    }

    @ParameterizedTest
    @MethodSource("strangeTokens")
    void whatIsNoTokenIsNotFoundWhicheverWayOneAsks(String token) {
        fitsIntoARequest(token);
        for (String kind : List.of("/confirmations/", "/withdrawals/")) {
            isProblem(api.get(kind + token, "Accept", JSON), 404);
            isProblem(api.press("http://localhost" + kind + token), 404);
            isUnknownLinkPage(api.get(kind + token, "Accept", "text/html"));
            isUnknownLinkPage(api.get(kind + token));
            isUnknownLinkPage(api.post(kind + token, ""));
            assertThat(api.head(kind + token).status()).isEqualTo(404);
        }
    }

    @Test
    void aTokenForAnotherPurposeIsNone() {
        var asked = journey.sign(zoe, 1);
        List<String> links = new ArrayList<>(List.of(Links.confirmation(asked), Links.refusal(asked)));
        journey.confirm(asked);
        links.add(Links.withdrawal(journey.backend().mail(zoe.email(), 2)));
        var before = journey.item(zoe);

        for (String link : links)
            for (String kind : List.of("confirmations", "refusals", "withdrawals")) {
                String other = link.replaceFirst("(confirmations|refusals|withdrawals)", kind);
                if (!other.equals(link)) isProblem(api.press(other), 404);
            }

        assertThat(journey.item(zoe)).isEqualTo(before);
    }

    @Test
    void aTokenInWhichOneCharacterDiffersIsNone() {
        String link = Links.confirmation(journey.sign(zoe, 1));
        var before = journey.requests();
        int start = link.lastIndexOf('/') + 1;

        List<String> tampered = new ArrayList<>();
        for (int i = start; i < link.length(); i++) {
            char other = link.charAt(i) == 'A' ? 'B' : 'A';
            tampered.add(link.substring(0, i) + other + link.substring(i + 1));
        }
        tampered.add(link.substring(0, link.length() - 1));
        tampered.add(link + "A");
        tampered.add(link.substring(0, start) + link.substring(start).toUpperCase(Locale.ROOT));

        for (String other : tampered) isProblem(api.press(other), 404);
        assertThat(journey.items()).isEmpty();
        assertThat(journey.requests()).isEqualTo(before);
    }

    private Api.Answer isRefused(Signer signer, String... errors) {
        return isRefused(signer.json(), errors);
    }

    private Api.Answer isRefused(String json, String... errors) {
        Api.Answer answer = api.trySign(journey.statement(), json);
        isProblem(answer, 422);
        assertThat(errors(answer)).containsExactlyInAnyOrder(errors);
        nothingIsStored();
        return answer;
    }

    private static void isRefused(Api.Answer answer, String error) {
        isProblem(answer, 400);
        assertThat(errors(answer)).containsExactly(error);
    }

    private static void isRefusedToAdmins(Api.Answer answer, String error) {
        isAdminProblem(answer, 400);
        assertThat(errors(answer)).containsExactly(error);
    }

    private static void fitsIntoARequest(String part) {
        if (part.length() > 16_000)
            leaveOut("an address of " + part.length(), "LocalStack's server reads none that long", LOCALSTACK);
        if (part.toLowerCase(Locale.ROOT).contains("%2f"))
            leaveOut("an encoded slash in " + part, "SAM CLI's server takes it for a slash", SAM);
    }

    /** What {@link OnlyOn} says of a whole test, said of one of its inputs. */
    private static void leaveOut(String input, String because, Target.Kind on) {
        if (Target.Kind.CHOSEN != on) return;
        OnlyOn.Condition.say("BadInputTest with " + input, because);
        abort(because);
    }

    private void nothingIsStored() {
        assertThat(journey.requests()).isEmpty();
        assertThat(journey.backend().mailsTo(zoe.email())).isEmpty();
    }

    private static void isUnknownLinkPage(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.body()).contains("We do not know this link").doesNotContain("<script");
        Problems.tellsNothingOfItsInside(answer);
    }

    private String signPath() {
        return "/statements/" + journey.statement() + "/signatures";
    }

    private static Signer without(Signer signer, String field) {
        var fields = new LinkedHashMap<>(signer.fields());
        fields.remove(field);
        return new Signer(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A body and what is wrong with it. */
    record Bytes(String name, byte[] content) {
        static Bytes of(String name, String content) {
            return new Bytes(name, content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
