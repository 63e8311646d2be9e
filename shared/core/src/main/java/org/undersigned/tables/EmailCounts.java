package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.undersigned.domain.EmailCount;
import org.undersigned.domain.EmailCount.Kind;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How many emails of a statement were sent, came back and were refused: in the table of limits an item for each month
 * ({@code emails#<statement>#<month>}) with a number for each day and kind ({@code 26 sent}). It names nobody.
 */
public final class EmailCounts {
    /** How many months are answered, the current one included; they are kept for one more. */
    private static final int MONTHS = 13;

    /** Longer than SQS or SNS tries to deliver the same again. */
    private static final Duration MARK_KEPT = Duration.ofDays(15);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public EmailCounts(Env env) {
        client = env.dynamoDb();
        table = env.required("LIMITS_TABLE");
        clock = env.clock();
    }

    /** Counts so many more today. */
    public void add(String statement, Kind kind, long more) {
        Update update = increment(statement, kind, more);
        client.updateItem(r -> r.tableName(table)
                .key(update.key())
                .updateExpression(update.updateExpression())
                .expressionAttributeNames(update.expressionAttributeNames())
                .expressionAttributeValues(update.expressionAttributeValues()));
    }

    /** Counts one more today, once for the same {@code mark}, however often it is told. */
    public void addOnce(String statement, Kind kind, String mark) {
        try {
            client.transactWriteItems(r -> r.transactItems(
                    TransactWriteItem.builder().update(mark(kind, mark)).build(),
                    TransactWriteItem.builder()
                            .update(increment(statement, kind, 1))
                            .build()));
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().noneMatch(Statements::isRefused)) throw e;
        }
    }

    /** The days of the last twelve months and the current one on which anything was counted, oldest first. */
    public List<EmailCount> days(String statement) {
        YearMonth last = YearMonth.from(today());
        List<Map<String, AttributeValue>> keys = IntStream.range(0, MONTHS)
                .mapToObj(back -> key(statement, last.minusMonths(back)))
                .toList();
        Map<LocalDate, Map<Kind, Long>> days = new TreeMap<>();
        Batch.read(client, table, keys).forEach(item -> read(item, days));
        return days.entrySet().stream()
                .map(day -> new EmailCount(day.getKey(), day.getValue()))
                .toList();
    }

    private static void read(Map<String, AttributeValue> item, Map<LocalDate, Map<Kind, Long>> days) {
        String key = item.get("limit").s();
        YearMonth month = YearMonth.parse(key.substring(key.lastIndexOf('#') + 1));
        item.forEach((name, value) -> {
            String[] parts = name.split(" ");
            if (parts.length == 2)
                days.computeIfAbsent(month.atDay(Integer.parseInt(parts[0])), _ -> new EnumMap<>(Kind.class))
                        .put(Term.read(Kind.values(), parts[1]).orElseThrow(), Long.valueOf(value.n()));
        });
    }

    private Update mark(Kind kind, String mark) {
        return Update.builder()
                .tableName(table)
                .key(Map.of("limit", text("was-" + Term.of(kind) + "#" + mark)))
                .updateExpression("SET expiresAt = :until")
                .conditionExpression("attribute_not_exists(expiresAt)")
                .expressionAttributeValues(
                        Map.of(":until", number(clock.instant().plus(MARK_KEPT).getEpochSecond())))
                .build();
    }

    private Update increment(String statement, Kind kind, long more) {
        LocalDate today = today();
        YearMonth month = YearMonth.from(today);
        long until = month.plusMonths(MONTHS + 1L)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
        return Update.builder()
                .tableName(table)
                .key(key(statement, month))
                .updateExpression("SET expiresAt = :until ADD #number :more")
                .expressionAttributeNames(Map.of("#number", today.getDayOfMonth() + " " + Term.of(kind)))
                .expressionAttributeValues(Map.of(":until", number(until), ":more", number(more)))
                .build();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Map<String, AttributeValue> key(String statement, YearMonth month) {
        return Map.of("limit", text("emails#" + statement + "#" + month));
    }
}
