package org.undersigned.journeys;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the table of tallies says of a statement: signatures by category, and by day, without those at zero. */
record Counted(Map<String, Long> categories, Map<String, Long> days) {

    static Counted of(String statement) {
        Map<String, Long> categories = new TreeMap<>();
        Map<String, Long> days = new TreeMap<>();
        Backend backend = Backend.get();
        backend.dynamoDb()
                .queryPaginator(r -> r.tableName(backend.env().required("TALLIES_TABLE"))
                        .consistentRead(true)
                        .keyConditionExpression("statement = :statement")
                        .expressionAttributeValues(Map.of(":statement", AttributeValue.fromS(statement))))
                .items()
                .forEach(item -> {
                    String[] tally = item.get("tally").s().split("#");
                    (tally[0].equals("day") ? days : categories)
                            .merge(tally[1], Long.parseLong(item.get("total").n()), Long::sum);
                });
        categories.values().removeIf(total -> total == 0);
        days.values().removeIf(total -> total == 0);
        return new Counted(categories, days);
    }

    /** Waits until so many are counted in a category. */
    static Counted await(String statement, String category, long total) {
        Backend.patiently().until(() -> of(statement).categories().getOrDefault(category, 0L) == total);
        return of(statement);
    }

    /** Signers of one moment may see two days. */
    long overAllDays() {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
