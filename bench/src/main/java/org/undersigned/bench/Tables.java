package org.undersigned.bench;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.admin.Act;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.Category;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.local.Database;
import org.undersigned.local.LocalEnv;
import org.undersigned.local.Project;
import org.undersigned.local.Settings;
import org.undersigned.local.Template;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Edition;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's tables in a DynamoDB Local of this process, in memory, and what functions are made of beside them. */
record Tables(Database database, DynamoDbClient client) implements AutoCloseable {
    static final Clock CLOCK = Clock.systemUTC();
    static final String STATEMENT = "letter";

    static Tables create() throws Exception {
        var template = Template.read(Project.root().resolve("template.yaml"));
        var database = Database.start(template.tables(), Optional.empty());
        return new Tables(database, database.client());
    }

    /** The same tables, with an interceptor in the way of each request. */
    Tables watchedBy(ExecutionInterceptor interceptor) {
        var settings = client.serviceClientConfiguration();
        return new Tables(
                database,
                DynamoDbClient.builder()
                        .endpointOverride(endpoint())
                        .region(settings.region())
                        .credentialsProvider(settings.credentialsProvider())
                        .httpClientBuilder(AwsCrtHttpClient.builder())
                        .overrideConfiguration(o -> o.addExecutionInterceptor(interceptor))
                        .build());
    }

    URI endpoint() {
        return client.serviceClientConfiguration().endpointOverride().orElseThrow();
    }

    /** With the limits of a deployment; the bench is no network, so that no limit is reached. */
    Env env() {
        Map<String, String> variables = new HashMap<>(Settings.variables("https://bench.example", "none", "none"));
        variables.put("COOL_DOWN", "PT10M");
        variables.put("NETWORK_REQUESTS", "1000000000");
        return new LocalEnv(
                variables,
                Map.of(Settings.TOKEN_SECRET, "{\"current\":\"k1\",\"k1\":\"bench\"}", Settings.SIGNER_SECRET, "bench"),
                client,
                null,
                null,
                null,
                null,
                CLOCK);
    }

    /** Puts a statement whose categories, signed by persons, are published without a moderator. */
    Statement putStatement(String... categories) {
        var statement = new Statement(
                STATEMENT,
                Map.of("en", "Open letter"),
                Map.of("en", "We ask."),
                1,
                Campaign.NONE,
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(categories).stream().map(Tables::automatic).toList(),
                Moderation.NONE,
                1);
        var act = new Act("bench", "administrator", CLOCK.instant(), "bench");
        var entry =
                act.entry(1, "put-statement", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        new Statements(env())
                .put(
                        new Edition(statement, Map.of("en", "<p>We ask.</p>\n"), Optional.of(CLOCK.instant())),
                        Set.of(),
                        new Tallies(env()),
                        entry,
                        new Audit(env()));
        return statement;
    }

    private static Category automatic(String id) {
        return new Category(
                id,
                Map.of("en", id),
                Map.of(),
                Signs.PERSON,
                Affiliation.OPTIONAL,
                Admission.AUTOMATIC,
                List.of(),
                Order.NAME);
    }

    @Override
    public void close() {
        database.close();
    }
}
