package org.undersigned.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local in this process, with the template's tables; in memory or in a folder. */
public final class Database implements AutoCloseable {
    private final DynamoDBProxyServer server;
    private final URI endpoint;
    private final DynamoDbClient client;

    private Database(DynamoDBProxyServer server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
        this.client = Endpoints.client(DynamoDbClient.builder(), endpoint);
    }

    /** Starts it and creates the tables that are not there. */
    public static Database start(List<Template.Table> tables, Optional<Path> folder) throws Exception {
        int port = Endpoints.freePort();
        List<String> options =
                new ArrayList<>(List.of("-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)));
        if (folder.isPresent()) options.addAll(List.of("-dbPath", folder.get().toString()));
        else options.add("-inMemory");
        DynamoDBProxyServer server =
                quietly(() -> ServerRunner.createServerFromCommandLineArgs(options.toArray(String[]::new)));
        server.start();
        var database = new Database(server, Endpoints.at(port));
        List<String> present = database.client.listTables().tableNames();
        tables.stream().filter(table -> !present.contains(table.name())).forEach(database::create);
        return database;
    }

    public DynamoDbClient client() {
        return client;
    }

    URI endpoint() {
        return endpoint;
    }

    /** It prints its settings to standard output, which is for what the local run has to say. */
    private static <T> T quietly(Callable<T> start) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return start.call();
        } finally {
            System.setOut(out);
        }
    }

    private void create(Template.Table table) {
        client.createTable(r -> {
            r.tableName(table.name())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attributes(table))
                    .keySchema(keys(table.keys()));
            if (!table.indexes().isEmpty())
                r.globalSecondaryIndexes(
                        table.indexes().stream().map(Database::index).toList());
            table.stream()
                    .ifPresent(view ->
                            r.streamSpecification(s -> s.streamEnabled(true).streamViewType(view)));
        });
    }

    private static GlobalSecondaryIndex index(Template.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(p -> {
                    p.projectionType(index.projection());
                    if (!index.attributes().isEmpty()) p.nonKeyAttributes(index.attributes());
                })
                .build();
    }

    private static List<AttributeDefinition> attributes(Template.Table table) {
        return Stream.concat(table.keys().stream(), table.indexes().stream().flatMap(index -> index.keys().stream()))
                .distinct()
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(List<String> names) {
        List<KeySchemaElement> keys = new ArrayList<>();
        for (String name : names)
            keys.add(KeySchemaElement.builder()
                    .attributeName(name)
                    .keyType(keys.isEmpty() ? KeyType.HASH : KeyType.RANGE)
                    .build());
        return keys;
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }
}
