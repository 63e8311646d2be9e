package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.undersigned.domain.Listing;
import org.undersigned.domain.NameQuery;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finds published signatures by the beginning of a name, in one index after another: {@code public} by what a list is sorted
 * by, {@code names} by the name as it is written, {@code families} by a family name that neither begins with. Each
 * signature is answered once, where it is found first.
 */
public final class NameSearch {
    private static final List<Index> BY_NAME = List.of(Index.PUBLIC, Index.NAMES, Index.FAMILIES);

    /** Sort keys by arrival begin with digits, and with no name. */
    private static final List<Index> BY_ARRIVAL = List.of(Index.NAMES, Index.FAMILIES);

    private final DynamoDbClient client;
    private final String table;

    public NameSearch(Env env) {
        client = env.dynamoDb();
        table = env.required("SIGNATURES_TABLE");
    }

    /** In a list by name; one page of up to {@code limit} that follow {@code after}, which is {@code next} of the page before. */
    public Page byName(String statement, String category, NameQuery query, Optional<String> after, int limit) {
        return page(BY_NAME, Listing.of(statement, category, true), query, after, limit);
    }

    /** The same where sort keys are by arrival: in a list by arrival, or among those that are not listed. */
    public Page byArrival(
            String statement, String category, boolean listed, NameQuery query, Optional<String> after, int limit) {
        return page(BY_ARRIVAL, Listing.of(statement, category, listed), query, after, limit);
    }

    private Page page(List<Index> indexes, String listing, NameQuery query, Optional<String> after, int limit) {
        Index first = after.map(Index::of).filter(indexes::contains).orElse(indexes.getFirst());
        List<Found> found = new ArrayList<>();
        for (int at = indexes.indexOf(first); at < indexes.size() && found.size() <= limit; at++) {
            Index index = indexes.get(at);
            List<Index> before = indexes.subList(0, at);
            Optional<String> key = index == first ? after.map(index::key) : Optional.empty();
            items(index, listing, query, key, limit + 1 - found.size())
                    .filter(item -> before.stream().noneMatch(earlier -> earlier.holds(item, query)))
                    .limit(limit + 1L - found.size())
                    .forEach(item -> found.add(new Found(index, item)));
        }
        List<Found> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(one -> Published.entry(one.item())).toList(),
                found.size() > limit ? Optional.of(page.getLast().cursor()) : Optional.empty());
    }

    private Stream<Map<String, AttributeValue>> items(
            Index index, String listing, NameQuery query, Optional<String> after, int portion) {
        return index.beginnings.apply(query).stream()
                .flatMap(beginning -> KeyRange.of(beginning).behind(after).stream())
                .flatMap(range -> client
                        .queryPaginator(r -> r.tableName(table)
                                .indexName(index.name)
                                .keyConditionExpression("#public = :listing AND #key BETWEEN :from AND :to")
                                .expressionAttributeNames(Map.of("#public", "public", "#key", index.attribute))
                                .expressionAttributeValues(Map.of(
                                        ":listing",
                                        text(listing),
                                        ":from",
                                        text(range.from()),
                                        ":to",
                                        text(range.to())))
                                .limit(portion))
                        .items()
                        .stream());
    }

    /** A cursor is the last key, behind the index's prefix, which no sort key begins with. */
    private enum Index {
        PUBLIC("public", "sortKey", "", NameQuery::families, NameQuery::beginsFamily),
        NAMES("names", "nameKey", "name:", query -> List.of(query.written()), NameQuery::beginsName),
        FAMILIES("families", "familyKey", "family:", NameQuery::families, NameQuery::beginsFamily);

        private final String name;
        private final String attribute;
        private final String prefix;
        private final Function<NameQuery, List<String>> beginnings;
        private final BiPredicate<NameQuery, String> begins;

        Index(
                String name,
                String attribute,
                String prefix,
                Function<NameQuery, List<String>> beginnings,
                BiPredicate<NameQuery, String> begins) {
            this.name = name;
            this.attribute = attribute;
            this.prefix = prefix;
            this.beginnings = beginnings;
            this.begins = begins;
        }

        private static Index of(String cursor) {
            if (cursor.startsWith(NAMES.prefix)) return NAMES;
            return cursor.startsWith(FAMILIES.prefix) ? FAMILIES : PUBLIC;
        }

        private String key(String cursor) {
            return cursor.substring(prefix.length());
        }

        private boolean holds(Map<String, AttributeValue> item, NameQuery query) {
            return Optional.ofNullable(item.get(attribute))
                    .filter(key -> begins.test(query, key.s()))
                    .isPresent();
        }
    }

    private record Found(Index index, Map<String, AttributeValue> item) {
        private String cursor() {
            return index.prefix + item.get(index.attribute).s();
        }
    }

    /** {@code next} is where the next page begins. */
    public record Page(List<Published.Entry> entries, Optional<String> next) {}
}
