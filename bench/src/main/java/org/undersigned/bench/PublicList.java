package org.undersigned.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.undersigned.domain.Listing;
import org.undersigned.domain.SortKey;
import org.undersigned.listsignatories.ListSignatoriesHandler;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** How long a page of 100 takes out of a long list: its first, a middle and its last one, beside a list of 100. */
public final class PublicList {
    private static final int PAGE = 100;
    private static final int SHORT = PAGE;
    private static final int WRITTEN_AT_ONCE = 25;
    private static final int ROUNDS = 300;
    private static final int BATCHES = 5;

    private final Tables tables;
    private final RequestStreamHandler list;
    private static final String SIGNATURES = "Signatures";

    private final SecureRandom random = new SecureRandom();

    private PublicList(Tables tables) {
        this.tables = tables;
        this.list = new ListSignatoriesHandler(tables.env());
    }

    /** Takes the length of the long list: 1,000,000 when left out. */
    public static void main(String[] arguments) throws Exception {
        int length = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        try (var tables = Tables.create()) {
            tables.putStatement("short", "long");
            new PublicList(tables).run(length);
        }
    }

    private void run(int length) throws Exception {
        load("short", SHORT);
        Instant start = Instant.now();
        load("long", length);
        System.out.printf(
                Locale.ROOT,
                "%,d rows in %d s%n",
                length,
                Duration.between(start, Instant.now()).toSeconds());
        Map<String, byte[]> pages = Map.of(
                "first", page("long", Optional.empty()),
                "middle", page("long", Optional.of(key(length / 2 - 1))),
                "last", page("long", Optional.of(key(length - PAGE - 1))));
        byte[] only = page("short", Optional.empty());
        for (int batch = -BATCHES; batch < BATCHES; batch++) {
            var base = new Times(ROUNDS);
            Map<String, Times> times = new HashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                base.measure(() -> Call.expecting(200, list, only));
                for (var page : pages.entrySet())
                    times.computeIfAbsent(page.getKey(), name -> new Times(ROUNDS))
                            .measure(() -> Call.expecting(200, list, page.getValue()));
            }
            if (batch >= 0) print(base, times);
        }
    }

    private static void print(Times base, Map<String, Times> times) {
        var line = new StringBuilder(String.format(Locale.ROOT, "p50 in µs: out of %d %.0f", SHORT, base.median()));
        for (String name : List.of("first", "middle", "last"))
            line.append(String.format(
                    Locale.ROOT,
                    ", %s page %.0f (%.2f)",
                    name,
                    times.get(name).median(),
                    times.get(name).median() / base.median()));
        System.out.println(line);
    }

    private static byte[] page(String category, Optional<String> after) {
        Map<String, String> query = new HashMap<>(Map.of("limit", Integer.toString(PAGE)));
        after.ifPresent(key -> query.put("after", key));
        return Call.event("GET", Map.of("statement", Tables.STATEMENT, "category", category), query, "");
    }

    /** Writes published signatures as signing and confirming leave them, without what no list reads. */
    private void load(String category, int rows) {
        List<WriteRequest> batch = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, AttributeValue> item = item(category, row);
            batch.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
            if (batch.size() < WRITTEN_AT_ONCE && row < rows - 1) continue;
            var writes = Map.of(SIGNATURES, List.copyOf(batch));
            while (!writes.isEmpty()) {
                var left = writes;
                writes = tables.client()
                        .batchWriteItem(r -> r.requestItems(left))
                        .unprocessedItems();
            }
            batch.clear();
        }
    }

    private Map<String, AttributeValue> item(String category, int row) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("signer", text(UUID.randomUUID().toString()));
        item.put("capacity", text("person"));
        item.put("statement", text(Tables.STATEMENT));
        item.put("status", text("PUBLISHED"));
        item.put("category", text(category));
        item.put("name", text("Joan " + word(row)));
        item.put("affiliation", text("Example Foundation"));
        item.put("signedOn", text("2026-01-01"));
        item.put("public", text(Listing.of(Tables.STATEMENT, category, true)));
        item.put("sortKey", text(SortKey.byName(word(row), "Joan " + word(row), random)));
        return item;
    }

    /** A cursor behind this row and before the next. */
    private static String key(int row) {
        return word(row) + "~";
    }

    /** Details that sort as their numbers do. */
    private static String word(int row) {
        return String.format(Locale.ROOT, "signer%07d", row);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
