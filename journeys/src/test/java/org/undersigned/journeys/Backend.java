package org.undersigned.journeys;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.undersigned.admin.Act;
import org.undersigned.domain.Address;
import org.undersigned.domain.KeyedHash;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalRun;
import org.undersigned.managestatement.PutStatement;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The backend that all journeys share; each journey has a statement of its own. */
final class Backend {
    private static final String DEFINITION = """
        {"title": {"en": "Open letter", "fr": "Lettre ouverte", "zh-Hant": "公開信"},
         "text": {"en": "We ask.", "fr": "Nous demandons.", "zh-Hant": "我們要求。"},
         "page": "https://letter.example.org", "state": "open", "opensAt": null, "closesAt": null,
         "categories": [
           {"id": "people", "name": {"en": "People", "fr": "Personnes", "zh-Hant": "個人"}, "signs": "person",
            "affiliation": "optional", "admission": "automatic", "order": "name"},
           {"id": "scholars", "name": {"en": "Scholars", "fr": "Universitaires", "zh-Hant": "學者"},
            "signs": "person", "affiliation": "required", "admission": "reviewed", "order": "name"},
           {"id": "deputies", "name": {"en": "Deputies", "fr": "Députés", "zh-Hant": "議員"}, "signs": "person",
            "affiliation": "none", "admission": "trusted-domains", "domains": ["parliament.example"],
            "order": "arrival"},
           {"id": "groups", "name": {"en": "Groups", "fr": "Associations", "zh-Hant": "團體"},
            "signs": "organisation", "affiliation": "none", "admission": "automatic", "order": "name"}]}
        """;

    private static Backend running;

    private final Target target;
    private final SqsClient sqs;
    private final KeyedHash hash;

    private Backend(Target target) {
        this.target = target;
        sqs = target.env().client(SqsClient.builder());
        hash = target.env().keyedHash();
    }

    /** Finds or starts it for the first journey. */
    static synchronized Backend get() {
        if (running == null) {
            running = new Backend(Target.Kind.CHOSEN.start());
            Runtime.getRuntime().addShutdownHook(new Thread(running.target::close));
        }
        return running;
    }

    /** One that other journeys do not use, without the sample; on other targets than the local run there is but one. */
    static Backend alone() {
        return Target.Kind.CHOSEN == Target.Kind.EMBEDDED ? new Backend(EmbeddedTarget.start(false)) : get();
    }

    /** Ends one that was alone. */
    void close() {
        if (this != running) target.close();
    }

    /** For tests that run {@link OnlyOn} the local run. */
    LocalRun run() {
        return target.run().orElseThrow();
    }

    String url() {
        return target.url();
    }

    /** The tables, queues and secrets, under the functions' own names for them. */
    Env env() {
        return target.env();
    }

    DynamoDbClient dynamoDb() {
        return env().dynamoDb();
    }

    SqsClient sqs() {
        return sqs;
    }

    /** By which this backend makes its keys. */
    KeyedHash hash() {
        return hash;
    }

    /** Brings what SES tells of a mail: an event as its topic has it. */
    void tell(String event) {
        target.tell(event);
    }

    /** An address whose emails come back ({@code bounce}) or are complained of; with {@link #simulate} after the first. */
    String simulated(String mailbox) {
        if (Target.Kind.CHOSEN != Target.Kind.EMBEDDED) return UUID.randomUUID() + "@example.org";
        // All labels are one mailbox, which earlier tests have stopped.
        String address = mailbox + "+" + UUID.randomUUID() + "@simulator.amazonses.com";
        dynamoDb()
                .deleteItem(r -> r.tableName(env().required("LIMITS_TABLE"))
                        .key(Map.of("limit", AttributeValue.fromS(mailboxKey(address)))));
        return address;
    }

    /**
     * Has the confirmation of a signer at SES's mailbox simulator come back ({@code bounce}) or be complained of; where
     * SES has no simulator, its event is told here.
     */
    void simulate(Journey journey, Signer signer, String mailbox) {
        if (Target.Kind.CHOSEN == Target.Kind.EMBEDDED) return;
        String request = journey.requestsOf(signer).getFirst().get("request").s();
        String mail = mailOf(journey.statement(), signer, request, "confirmation");
        tell(
                mailbox.equals("bounce")
                        ? "{\"eventType\": \"Bounce\", \"bounce\": {\"bounceType\": \"Permanent\"}, \"mail\": " + mail
                                + "}"
                        : "{\"eventType\": \"Complaint\", \"complaint\": {\"complaintFeedbackType\": \"abuse\"},"
                                + " \"mail\": "
                                + mail + "}");
    }

    /** An email as SES's events tell of it. */
    static String mailOf(String statement, Signer signer, String subject, String kind) {
        return Json.text(Map.of(
                "destination",
                List.of(signer.email()),
                "tags",
                Map.of("statement", List.of(statement), "subject", List.of(subject), "kind", List.of(kind))));
    }

    /** What is known of a signer's mailbox. */
    Map<String, AttributeValue> mailbox(Signer signer) {
        String key = mailboxKey(signer.email());
        return dynamoDb()
                .getItem(r -> r.tableName(env().required("LIMITS_TABLE"))
                        .key(Map.of("limit", AttributeValue.fromS(key)))
                        .consistentRead(true))
                .item();
    }

    private String mailboxKey(String address) {
        return "mailbox#" + hash.mailbox(Address.of(address).orElseThrow());
    }

    String token(Map<String, Object> asked) {
        return target.token(asked);
    }

    /** Waits, as long as it takes at most until what was done becomes a mail or a count. */
    static ConditionFactory patiently() {
        return Target.Kind.CHOSEN.isLocalRun()
                ? Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(30))
                : Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }

    /** Waits until no running function remembers a definition from before its last change. */
    static void awaitChangeEverywhere() throws InterruptedException {
        Thread.sleep(Statements.FRESH.plusSeconds(1));
    }

    Api api() {
        return new Api(target.url());
    }

    Signatures signatures() {
        return new Signatures(env());
    }

    /** What a journey does without the admin API. */
    static Act act() {
        return new Act(
                "journey",
                "administrator",
                Clock.systemUTC().instant(),
                UUID.randomUUID().toString());
    }

    /** All that lies in any table, as text. */
    String everything() {
        return dynamoDb().listTablesPaginator().tableNames().stream()
                .flatMap(table ->
                        dynamoDb().scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Puts a statement with categories people, scholars, deputies and groups, and answers its id. */
    String newStatement() {
        return newStatement(DEFINITION);
    }

    /** The same, with changes to the definition: each a text and what stands in its place. */
    String newStatement(Map<String, String> changes) {
        String definition = DEFINITION;
        for (var change : changes.entrySet()) definition = definition.replace(change.getKey(), change.getValue());
        return newStatement(definition);
    }

    private String newStatement(String definition) {
        String id = "letter-" + UUID.randomUUID();
        try {
            var result = new PutStatement(new Statements(env()), new Tallies(env()), new Audit(env()))
                    .put(id, Json.object(definition), Optional.empty(), act());
            if (result instanceof PutStatement.Result.Stored) return id;
            throw new IllegalStateException(result.toString());
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    /** The details of the events of that type about a statement so far, each with the {@code id} of its fact. */
    List<Map<?, ?>> events(String statement, String type) {
        List<Map<?, ?>> details = new ArrayList<>();
        for (Map<String, Object> event : target.events())
            if (event.get("detail") instanceof Map<?, ?> detail
                    && statement.equals(detail.get("statement"))
                    && type.equals(event.get("detail-type"))) details.add(detail);
        return details;
    }

    /** The mails to an address so far, oldest first. */
    List<Inbox.Received> mailsTo(String address) {
        List<Inbox.Received> mails = new ArrayList<>();
        for (Inbox.Received mail : target.mails()) if (mail.to().equals(address)) mails.add(mail);
        return mails;
    }

    /** Waits for that many mails to an address and answers the newest. */
    Inbox.Received mail(String address, int number) {
        patiently().until(() -> mailsTo(address).size() >= number);
        return mailsTo(address).get(number - 1);
    }

    /** Waits until nothing is under way: queue and stream have nothing more that would become a mail or a count. */
    void settle() {
        patiently()
                .pollDelay(Target.Kind.CHOSEN.isLocalRun() ? Duration.ofMillis(400) : Duration.ofSeconds(4))
                .until(this::isIdle);
    }

    private boolean isIdle() {
        return sqs()
                .getQueueAttributes(r -> r.queueUrl(env().required("EMAIL_QUEUE_URL"))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }
}
