package org.undersigned.bench;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.admin.Act;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.local.Database;
import org.undersigned.local.Functions;
import org.undersigned.local.Project;
import org.undersigned.local.Template;
import org.undersigned.sign.Sign;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's tables in a DynamoDB Local of this process, in memory. */
record Tables(Database database, DynamoDbClient client) implements AutoCloseable {
    static final Clock CLOCK = Clock.systemUTC();
    static final String SIGNATURES = "Signatures";
    static final String STATEMENT = "letter";
    private static final String STATEMENTS = "Statements";
    private static final String TALLIES = "Tallies";
    private static final String AUDIT = "Audit";

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

    Functions.Names names() {
        return new Functions.Names(STATEMENTS, SIGNATURES, TALLIES, AUDIT, "", "");
    }

    Statements statements() {
        return new Statements(client, STATEMENTS, CLOCK);
    }

    Signatures signatures() {
        return new Signatures(client, SIGNATURES);
    }

    Tallies tallies() {
        return new Tallies(client, TALLIES, CLOCK);
    }

    Audit audit() {
        return new Audit(client, AUDIT);
    }

    /** Signing as it is set up on AWS. */
    Sign sign() {
        return new Sign(
                statements(), signatures(), Duration.ofMinutes(10), Duration.ofDays(7), CLOCK, new SecureRandom());
    }

    /** Puts a statement whose categories, signed by persons, are published without a moderator. */
    Statement putStatement(String... categories) {
        var statement = new Statement(
                STATEMENT,
                Map.of("en", "Open letter"),
                Map.of("en", "We ask."),
                1,
                Optional.empty(),
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                List.of(categories).stream().map(Tables::automatic).toList(),
                Moderation.NONE,
                1);
        var act = new Act("bench", "administrator", CLOCK.instant(), "bench");
        var entry =
                act.entry(1, "put-statement", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        statements().put(statement, Set.of(), tallies(), entry, audit());
        return statement;
    }

    private static Category automatic(String id) {
        return new Category(
                id, Map.of("en", id), Signs.PERSON, Affiliation.OPTIONAL, Admission.AUTOMATIC, List.of(), Order.NAME);
    }

    @Override
    public void close() {
        database.close();
    }
}
