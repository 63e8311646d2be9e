package org.undersigned.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;
import software.amazon.dynamodb.services.local.shared.model.AttributeValue;

/**
 * DynamoDB Local that keeps the definitions of its tables in memory. Its own request handler reads them from SQLite four
 * times for each item of a transaction, which takes longer than writing it; here tables are created and never altered. Keys
 * that were never written are not looked for either.
 */
final class TableRequests extends DynamoDBRequestHandler {
    private static final int JOBS = 10;
    private static final String FILE = "shared-local-instance";

    private final Writes writes;
    private final Tables tables;
    private final LocalDBClient local;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;

    /** In a folder, or else in memory. */
    TableRequests(Optional<Path> folder, Writes writes) {
        super(0);
        this.writes = writes;
        TableDefinitions.keep();
        var jobs = new JobsRegister(Executors.newFixedThreadPool(JOBS), false);
        tables = folder.map(Tables::new).orElseGet(Tables::new);
        local = new LocalDBClient(tables, jobs);
        client = local.dynamoDbClient();
        streams = local.dynamoDbStreamsClient();
    }

    @Override
    public void shutdown() {
        local.shutdown();
    }

    @Override
    public CreateTableResponse createTable(String key, String region, CreateTableRequest request) {
        tables.areAllKnown(request.tableName());
        return client.createTable(request);
    }

    @Override
    public DeleteTableResponse deleteTable(String key, String region, DeleteTableRequest request) {
        return client.deleteTable(request);
    }

    @Override
    public DescribeTableResponse describeTable(String key, String region, DescribeTableRequest request) {
        return client.describeTable(request);
    }

    @Override
    public DescribeLimitsResponse describeLimits(String key, String region, DescribeLimitsRequest request) {
        return client.describeLimits(request);
    }

    @Override
    public ListTablesResponse listTables(String key, String region, ListTablesRequest request) {
        return client.listTables(request);
    }

    @Override
    public UpdateTableResponse updateTable(String key, String region, UpdateTableRequest request) {
        return client.updateTable(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(String key, String region, BatchGetItemRequest request) {
        return client.batchGetItem(request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(String key, String region, BatchWriteItemRequest request) {
        BatchWriteItemResponse response = client.batchWriteItem(request);
        request.requestItems().keySet().forEach(writes::add);
        return response;
    }

    @Override
    public DeleteItemResponse deleteItem(String key, String region, DeleteItemRequest request) {
        DeleteItemResponse response = client.deleteItem(request);
        writes.add(request.tableName());
        return response;
    }

    @Override
    public GetItemResponse getItem(String key, String region, GetItemRequest request) {
        return client.getItem(request);
    }

    @Override
    public PutItemResponse putItem(String key, String region, PutItemRequest request) {
        PutItemResponse response = client.putItem(request);
        writes.add(request.tableName());
        return response;
    }

    @Override
    public QueryResponse query(String key, String region, QueryRequest request) {
        return client.query(request);
    }

    @Override
    public ScanResponse scan(String key, String region, ScanRequest request) {
        return client.scan(request);
    }

    @Override
    public TransactGetItemsResponse transactGetItems(String key, String region, TransactGetItemsRequest request) {
        return client.transactGetItems(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(String key, String region, TransactWriteItemsRequest request) {
        TransactWriteItemsResponse response = client.transactWriteItems(request);
        request.transactItems().stream()
                .flatMap(TableRequests::table)
                .distinct()
                .forEach(writes::add);
        return response;
    }

    @Override
    public UpdateItemResponse updateItem(String key, String region, UpdateItemRequest request) {
        UpdateItemResponse response = client.updateItem(request);
        writes.add(request.tableName());
        return response;
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(String key, String region, DescribeTimeToLiveRequest request) {
        return client.describeTimeToLive(request);
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(String key, String region, UpdateTimeToLiveRequest request) {
        return client.updateTimeToLive(request);
    }

    @Override
    public ExecuteStatementResponse executeStatement(String key, String region, ExecuteStatementRequest request) {
        return client.executeStatement(request);
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(
            String key, String region, BatchExecuteStatementRequest request) {
        return client.batchExecuteStatement(request);
    }

    @Override
    public ExecuteTransactionResponse executeTransaction(String key, String region, ExecuteTransactionRequest request) {
        return client.executeTransaction(request);
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(String key, String region, ListTagsOfResourceRequest request) {
        return client.listTagsOfResource(request);
    }

    @Override
    public TagResourceResponse tagResource(String key, String region, TagResourceRequest request) {
        return client.tagResource(request);
    }

    @Override
    public UntagResourceResponse untagResource(String key, String region, UntagResourceRequest request) {
        return client.untagResource(request);
    }

    @Override
    public DescribeStreamResponse describeStream(String key, String region, DescribeStreamRequest request) {
        return streams.describeStream(request);
    }

    @Override
    public ListStreamsResponse listStreams(String key, String region, ListStreamsRequest request) {
        return streams.listStreams(request);
    }

    @Override
    public GetShardIteratorResponse getShardIterator(String key, String region, GetShardIteratorRequest request) {
        return streams.getShardIterator(request);
    }

    @Override
    public GetRecordsResponse getRecords(String key, String region, GetRecordsRequest request) {
        return streams.getRecords(request);
    }

    private static Stream<String> table(TransactWriteItem item) {
        return Stream.of(
                        Optional.ofNullable(item.put()).map(Put::tableName),
                        Optional.ofNullable(item.update()).map(Update::tableName),
                        Optional.ofNullable(item.delete()).map(Delete::tableName))
                .flatMap(Optional::stream);
    }

    private static final class Tables extends SQLiteDBAccess {
        private final Map<String, TableInfo> known = new ConcurrentHashMap<>();
        private final Map<String, Set<Map<String, AttributeValue>>> written = new ConcurrentHashMap<>();

        Tables() {}

        Tables(Path folder) {
            super(LocalDynamoDBRequestHandler.generateDbFileRelativePath(folder.toString(), FILE));
        }

        /** Of a table that is created now: from its first item on, this knows each key that it may hold. */
        void areAllKnown(String table) {
            written.putIfAbsent(table, ConcurrentHashMap.newKeySet());
        }

        @Override
        public TableInfo getTableInfo(String table) {
            TableInfo info = known.get(table);
            if (info != null) return info;
            info = super.getTableInfo(table);
            if (info != null) known.put(table, info);
            return info;
        }

        /** Null, as everywhere in there, where there is none. A new item is looked for twice before it is put. */
        @Override
        public Map<String, AttributeValue> getRecord(String table, Map<String, AttributeValue> key) {
            Set<Map<String, AttributeValue>> keys = written.get(table);
            return keys == null || keys.contains(key(table, key)) ? super.getRecord(table, key) : null;
        }

        /** The key is known before the item is there; one whose transaction fails stays known, and is looked for. */
        @Override
        public void putRecord(
                String table,
                Map<String, AttributeValue> item,
                AttributeValue hash,
                AttributeValue range,
                boolean system) {
            Set<Map<String, AttributeValue>> keys = written.get(table);
            if (keys != null) keys.add(key(table, item));
            super.putRecord(table, item, hash, range, system);
        }

        private Map<String, AttributeValue> key(String table, Map<String, AttributeValue> item) {
            Map<String, AttributeValue> key = new HashMap<>();
            getTableInfo(table).getBaseTableKeyNames().forEach(name -> key.put(name, item.get(name)));
            return key;
        }
    }
}
