package org.undersigned.journeys;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.undersigned.admin.Act;
import org.undersigned.lambda.Json;
import org.undersigned.local.Functions;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalRun;
import org.undersigned.managestatement.PutStatement;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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

    private Backend(Target target) {
        this.target = target;
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

    DynamoDbClient dynamoDb() {
        return target.dynamoDb();
    }

    SqsClient sqs() {
        return target.sqs();
    }

    Functions.Names names() {
        return target.names();
    }

    /** Brings what SES tells of a mail: an event as its topic has it. */
    void tell(String event) {
        target.tell(event);
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

    Api api() {
        return new Api(target.url());
    }

    Signatures signatures() {
        return new Signatures(target.dynamoDb(), target.names().signatures());
    }

    Statements statements() {
        return new Statements(target.dynamoDb(), target.names().statements(), Clock.systemUTC());
    }

    Tallies tallies() {
        return new Tallies(target.dynamoDb(), target.names().tallies(), Clock.systemUTC());
    }

    Audit audit() {
        return new Audit(target.dynamoDb(), target.names().audit());
    }

    /** What a journey does without the admin API. */
    static Act act() {
        return new Act(
                "journey",
                "administrator",
                Clock.systemUTC().instant(),
                UUID.randomUUID().toString());
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
            var result = new PutStatement(statements(), tallies(), audit())
                    .put(id, Json.object(definition), Optional.empty(), act());
            if (result instanceof PutStatement.Result.Stored) return id;
            throw new IllegalStateException(result.toString());
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
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
                .getQueueAttributes(r -> r.queueUrl(names().mailQueueUrl())
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }
}
