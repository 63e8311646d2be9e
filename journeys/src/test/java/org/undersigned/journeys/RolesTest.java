package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.undersigned.Yaml;
import org.undersigned.admin.Act;
import org.undersigned.domain.CountPlace;
import org.undersigned.journeys.CallRecorder.Call;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;
import org.undersigned.local.Invocation;
import org.undersigned.local.Project;
import org.undersigned.retain.RetainHandler;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every call that a function makes of AWS has a line in its role, and every line has a call. What is compared is what
 * this test plays itself and, when it runs behind them, what all other journeys have played.
 */
@Isolated
@Order(Integer.MAX_VALUE)
@OnlyOn(value = EMBEDDED, because = "the functions' calls are seen in this process alone")
class RolesTest {
    /** What Lambda itself calls with a function's role, by what the template's events say. */
    private static final Set<String> OF_LAMBDA_ITSELF = Set.of(
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "dynamodb:DescribeStream",
            "dynamodb:GetRecords",
            "dynamodb:GetShardIterator",
            "dynamodb:ListStreams",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:ReceiveMessage");

    private static final Yaml RESOURCES = resources();

    @BeforeAll
    static void playEveryFunction() throws IOException {
        Journey journey = Journey.start(Map.of(
                "\"text\"",
                "\"rejectionMails\": true, \"thresholds\": [1], "
                        + "\"organiser\": {\"name\": \"PEN\", \"email\": \"pen@example.org\"}, \"text\""));
        Api api = journey.api();
        Admin administrator = Admin.administrator(journey);
        Admin moderator = Admin.moderator(journey);

        // Signing, and what links do.
        Signer ann = Signer.person("Ann Lee");
        api.press(Links.withdrawal(journey.signAndConfirm(ann)));
        Signer bob = Signer.person("Bob Lee");
        String refusal = Links.refusal(journey.sign(bob, 1));
        api.get(Api.path(refusal));
        api.press(refusal, Map.of("refuse", true, "silence", true));
        api.press(refusal, Map.of("lift", true));
        Inbox.Received asked = journey.sign(bob.with("honorific", "Dr."), 2);
        api.get(Api.path(Links.confirmation(asked)));
        api.press(Links.confirmation(asked));
        api.get(Api.path(Links.withdrawal(journey.backend().mail(bob.email(), 3))));
        api.post(
                "/statements/" + journey.statement() + "/status-mails",
                Json.text(Map.of("email", bob.email())),
                "Content-Type",
                "application/json");
        journey.backend().mail(bob.email(), 4);
        journey.awaitTotal(1);
        api.get(journey.listPath("people"));
        api.get(journey.listPath("people") + "?startsWith=b");

        // Forms from a network that is not exempt.
        form(journey, "Sign", Signer.person("Cy Lee").json());
        form(journey, "RequestStatus", Json.text(Map.of("email", "cy@example.org")));

        block(moderator, journey);

        // Bounces: of a request, and of a receipt.
        for (String subject : List.of("request", "person")) bounce(journey, subject);

        // An email that fails.
        new Invocation("SendEmail", journey.backend().run().handler("SendEmail"))
                .call(Map.of(
                        "Records",
                        List.of(Map.of("messageId", "roles", "receiptHandle", "roles", "body", "no reference"))));

        // Moderation.
        administrator.importing("category,name\npeople,Cat Lee\n", Map.of("source", "a list", "dryRun", "true"));
        journey.publish("scholars,Cat Lee,,PEN,,2026-01-01");
        Signer cat = Signer.person("Cat Lee").with("category", "scholars").with("affiliation", "PEN");
        journey.signAndConfirm(cat);
        moderator.get("/queue");
        new Invocation("AnnounceWaiting", journey.backend().run().handler("AnnounceWaiting")).call(Map.of());
        moderator.get("/queue?status=pending-problem");
        moderator.get("/queue/count");
        moderator.get("/emails");
        moderator.statements();
        Admin.of(journey, Map.of("role", "moderator", "statements", List.of(journey.statement())))
                .statements();
        api.get("/statements/" + journey.statement() + "/timeline");
        moderator.get("/signatures?email=" + cat.email());
        moderator.get("/signatures?name=cat");
        moderator.get("/signatures/" + journey.id(cat));
        moderator.correct(journey.id(cat), Map.of("honorific", "Dr.", "reason", "as asked"));
        moderator.decide("approve", journey.id(cat));
        Invalidator invalidator = new Invalidator(administrator);
        Map<String, Object> counted = invalidator.count(Map.of("domain", "example.org"));
        invalidator.finish(invalidator.finish(counted, "reject"), "undo");
        moderator.get("/invalidations");
        moderator.decide("reject", journey.id(cat));
        moderator.decide("reinstate", journey.id(cat));
        moderator.decide("approve", journey.id(cat));
        moderator.get("/export", "Accept", "text/csv");
        administrator.get("/export", "Accept", "text/csv");
        moderator.get("/audit");
        administrator.change(Map.of("page", "https://other.example.org"));
        assertThat(without(administrator, "deputies").status()).isEqualTo(200);
        assertThat(without(administrator, "people").status()).isEqualTo(409);
        moderator.get("/texts/1");
        Admin draft = administrator.on("draft-" + UUID.randomUUID());
        draft.send(
                "PUT",
                "",
                administrator.get("").body().replace("\"state\":\"open\"", "\"state\":\"draft\""),
                "Content-Type",
                "application/json");
        assertThat(draft.send("DELETE", "", "", "If-Match", "*").status()).isEqualTo(204);
        new Tallies(journey.backend().env())
                .repair(
                        CountPlace.published(journey.statement(), "people", LocalDate.EPOCH, true)
                                .tally(),
                        Map.of("d01", 3L));
        new Audit(journey.backend().env())
                .append(
                        journey.statement(),
                        new Act("roles", "administrator", Instant.now().minusSeconds(7200), "roles")
                                .entry(
                                        1,
                                        "look-up",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()));
        sortAnew(journey, cat);
        String own = Links.own(journey.backend().mail(cat.email(), 2));
        api.get(Api.path(own));
        api.press(own, Map.of("name", "Catherine Lee"));
        moderator.get("/audit?signature=" + journey.id(cat));
        administrator.erase(journey.id(cat));
        erase(journey);
        for (String function : List.of("Reconcile", "SealAudit"))
            new Invocation(function, journey.backend().run().handler(function)).call(Map.of());
        journey.backend().settle();
    }

    private static void erase(Journey journey) throws IOException {
        Signer dan = Signer.person("Dan Lee");
        String withdrawal = Links.withdrawal(journey.signAndConfirm(dan));
        journey.sign(dan.with("honorific", "Dr."), 3);
        journey.api().press(withdrawal);
        var later = OtherEnv.of(journey.backend().env(), Map.of()).later(Duration.ofHours(25));
        new Invocation("Retain", new RetainHandler(later)).call(Map.of());
        // With the block lists of a statement whose retention is over.
        Admin.administrator(journey).change(Map.of("state", "closed", "retentionDays", 1));
        var days = OtherEnv.of(journey.backend().env(), Map.of()).later(Duration.ofDays(2));
        new Invocation("Retain", new RetainHandler(days)).call(Map.of());
    }

    @Test
    void everyCallHasALineInTheFunctionsRole() {
        assertThat(difference(CallRecorder.calls(), lines())).isEmpty();
    }

    @Test
    void everyLineOfARoleHasACall() {
        assertThat(difference(lines(), CallRecorder.calls())).isEmpty();
    }

    @Test
    void aSecretIsReadByThoseWhoAreToldItsName() {
        Map<String, String> secrets = Map.of("TOKEN_SECRET", "TokenSecret", "SIGNER_SECRET", "SignerSecret");
        functions().forEach(function -> {
            Set<String> variables = RESOURCES
                    .at(function, "Properties", "Environment", "Variables")
                    .entries()
                    .keySet();
            assertThat(allowed(function)
                            .filter(call -> call.action().equals("secretsmanager:GetSecretValue"))
                            .map(Call::resource))
                    .as(function)
                    .containsExactlyInAnyOrderElementsOf(variables.stream()
                            .filter(secrets::containsKey)
                            .map(secrets::get)
                            .toList());
        });
    }

    private static void bounce(Journey journey, String subject) {
        Signer signer = Signer.person("Bo Unced " + subject).with("email", UUID.randomUUID() + "@bouncing.example");
        journey.sign(signer, 1);
        if (subject.equals("person")) {
            journey.confirm(journey.backend().mail(signer.email(), 1));
            journey.backend().mail(signer.email(), 2);
        }
        boolean receipt = subject.equals("person");
        String mail = Backend.mailOf(
                journey.statement(),
                signer,
                receipt
                        ? "person"
                        : journey.requestsOf(signer).getFirst().get("request").s(),
                receipt ? "receipt-1" : "confirmation");
        journey.backend()
                .tell("{\"eventType\": \"Bounce\", \"bounce\": {\"bounceType\": \"Permanent\"}, \"mail\": " + mail
                        + "}");
    }

    /** One row lies there as before signatures had further keys. */
    private static void sortAnew(Journey journey, Signer signer) throws IOException {
        Map<String, AttributeValue> item = new HashMap<>(journey.item(signer));
        item.remove("nameKey");
        journey.backend()
                .dynamoDb()
                .putItem(r -> r.tableName(journey.backend().env().required("SIGNATURES_TABLE"))
                        .item(item));
        new Invocation("SortAnew", journey.backend().run().handler("SortAnew"))
                .call(Map.of("statement", journey.statement()));
    }

    private static void block(Admin moderator, Journey journey) throws IOException {
        moderator.send(
                "PATCH", "/blocks", "{\"add\": {\"domains\": [\"spam.example\"]}}", "Content-Type", "application/json");
        form(
                journey,
                "Sign",
                Signer.person("Di Lee").with("email", "di@spam.example").json());
        moderator.get("/blocks");
    }

    private static void form(Journey journey, String function, String body) throws IOException {
        new Invocation(function, journey.backend().run().handler(function))
                .call(Map.of(
                        "httpMethod", "POST",
                        "headers", Map.of("Content-Type", "application/json"),
                        "pathParameters", Map.of("statement", journey.statement()),
                        "requestContext", Map.of("identity", Map.of("sourceIp", "192.0.2.77")),
                        "body", body));
    }

    private static Api.Answer without(Admin administrator, String category) {
        Api.Answer read = administrator.get("");
        Map<String, Object> definition = new HashMap<>(read.json());
        definition.put(
                "categories",
                ((List<?>) definition.get("categories"))
                        .stream()
                                .filter(one -> !category.equals(((Map<?, ?>) one).get("id")))
                                .toList());
        return administrator.send(
                "PUT", "", Json.text(definition), "Content-Type", "application/json", "If-Match", read.header("ETag"));
    }

    private static Set<Call> difference(Set<Call> of, Set<Call> and) {
        Set<Call> difference = new TreeSet<>(of);
        difference.removeAll(and);
        return difference;
    }

    /** What the roles allow the functions' own code, but for secrets. */
    private static Set<Call> lines() {
        return functions()
                .flatMap(RolesTest::allowed)
                .filter(call -> !OF_LAMBDA_ITSELF.contains(call.action())
                        && !call.action().startsWith("secretsmanager:")
                        && !isForFailures(call))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Lambda puts there what a function gives up, and a function itself, without an SDK client, what it cannot read. */
    private static boolean isForFailures(Call call) {
        return Set.of("sqs:SendMessage", "s3:ListBucket", "s3:PutObject").contains(call.action())
                && RESOURCES.at(call.function(), "Properties").everywhere("OnFailure").stream()
                        .anyMatch(target -> name(target.at("Destination"))
                                .equals(call.resource().replace("/*", "")));
    }

    private static Stream<String> functions() {
        return RESOURCES.entries().entrySet().stream()
                .filter(entry -> entry.getValue().at("Type").text().equals("AWS::Serverless::Function"))
                .map(Map.Entry::getKey);
    }

    private static Stream<Call> allowed(String function) {
        return RESOURCES.at(function + "Role", "Properties").everywhere("PolicyDocument").stream()
                .flatMap(document -> document.at("Statement").items().stream())
                .flatMap(statement -> statement.at("Action").items().stream()
                        .flatMap(action -> statement.at("Resource").items().stream()
                                .map(RolesTest::name)
                                .distinct()
                                .map(resource -> new Call(function, action.text(), resource))));
    }

    /** Of a resource as the local run calls it: {@code Signatures}, {@code Signatures/index/public}. */
    private static String name(Yaml resource) {
        // What a parameter adds is the second of three: its condition, it, and nothing.
        Yaml optional = resource.at("Fn::If");
        if (optional.items().size() == 3) return name(optional.items().get(1));
        if (!resource.at("Ref").text().isEmpty()) return resource.at("Ref").text();
        String text = resource.at("Fn::GetAtt").text() + resource.at("Fn::Sub").text();
        return text.contains(":ses:") ? "identity" : text.replaceAll("[${}]|\\.(Arn|StreamArn)", "");
    }

    private static Yaml resources() {
        try {
            return Yaml.read(Project.root().resolve("template.yaml")).at("Resources");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
