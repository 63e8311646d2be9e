package org.undersigned.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** The template's tables: in DynamoDB Local in this process, in memory or in a folder; or in another server. */
public final class Database implements AutoCloseable {
    private final URI endpoint;
    private final DynamoDbClient client;
    private final Writes writes;
    private final AutoCloseable server;

    private Database(URI endpoint, List<Template.Table> tables, Writes writes, AutoCloseable server) {
        this.endpoint = endpoint;
        this.client = Endpoints.client(DynamoDbClient.builder(), endpoint);
        this.writes = writes;
        this.server = server;
        try (var starting = Endpoints.patientClient(DynamoDbClient.builder(), endpoint)) {
            List<String> present = starting.listTables().tableNames();
            tables.stream().filter(table -> !present.contains(table.name())).forEach(table -> create(starting, table));
        }
    }

    /** Starts it and creates the tables that are not there. Its own launcher would answer the whole network. */
    public static Database start(List<Template.Table> tables, Optional<Path> folder) throws Exception {
        Writes writes = Writes.told();
        var requests = new TableRequests(folder, writes);
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, null), "/"));
        server.start();
        return new Database(Endpoints.at(server.getURI().getPort()), tables, writes, () -> {
            server.stop();
            requests.shutdown();
        });
    }

    /** Creates the tables that are not there, in a server that somebody else has started. */
    static Database at(URI endpoint, List<Template.Table> tables) {
        return new Database(endpoint, tables, Writes.unknown(), () -> {});
    }

    /** As functions have it. */
    public DynamoDbClient client() {
        return client;
    }

    URI endpoint() {
        return endpoint;
    }

    Writes writes() {
        return writes;
    }

    private static void create(DynamoDbClient client, Template.Table table) {
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
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }
}
