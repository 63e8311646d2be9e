package org.undersigned.journeys;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.undersigned.admin.Act;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;
import org.undersigned.local.LocalRun;
import org.undersigned.local.Options;
import org.undersigned.local.Project;
import org.undersigned.managestatement.PutStatement;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** The local run that all journeys share; each journey has a statement of its own. */
final class Backend {
    static final Duration PATIENCE = Duration.ofSeconds(15);
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

    private final LocalRun run;

    private Backend(LocalRun run) {
        this.run = run;
    }

    /** Starts it for the first journey. */
    static synchronized Backend get() {
        if (running == null) {
            running = new Backend(start(true));
            Runtime.getRuntime().addShutdownHook(new Thread(running.run::close));
        }
        return running;
    }

    /** Another one, without the sample, for what would disturb other journeys; its run is to be closed. */
    static Backend alone() {
        return new Backend(start(false));
    }

    private static LocalRun start(boolean sample) {
        try {
            return LocalRun.start(new Options(0, Optional.empty(), sample), Project.root());
        } catch (Exception e) {
            throw new IllegalStateException("the local run does not start", e);
        }
    }

    LocalRun run() {
        return run;
    }

    Api api() {
        return new Api(run.url());
    }

    Signatures signatures() {
        return new Signatures(run.dynamoDb(), run.names().signatures());
    }

    Statements statements() {
        return new Statements(run.dynamoDb(), run.names().statements(), Clock.systemUTC());
    }

    Tallies tallies() {
        return new Tallies(run.dynamoDb(), run.names().tallies(), Clock.systemUTC());
    }

    Audit audit() {
        return new Audit(run.dynamoDb(), run.names().audit());
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
        for (Inbox.Received mail : run.inbox().mails()) if (mail.to().equals(address)) mails.add(mail);
        return mails;
    }

    /** Waits for that many mails to an address and answers the newest. */
    Inbox.Received mail(String address, int number) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mailsTo(address).size() >= number);
        return mailsTo(address).get(number - 1);
    }

    /** Waits until nothing is under way: queue and stream have nothing more that would become a mail or a count. */
    void settle() {
        Awaitility.await()
                .pollDelay(Duration.ofMillis(400))
                .atMost(PATIENCE)
                .until(() -> run.queues().size("MailQueue") == 0);
    }
}
