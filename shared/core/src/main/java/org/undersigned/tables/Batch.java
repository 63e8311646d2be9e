package org.undersigned.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Items read by their keys, many at once. */
final class Batch {
    private Batch() {}

    /** Those that are there, in no order, as they were last written; of up to 100 keys, each given once. */
    static Stream<Map<String, AttributeValue>> read(
            DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys) {
        return client
                .batchGetItemPaginator(r -> r.requestItems(Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .keys(keys)
                                .consistentRead(true)
                                .build())))
                .stream()
                .flatMap(page -> page.responses().getOrDefault(table, List.of()).stream());
    }
}
