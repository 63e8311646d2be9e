package org.undersigned.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.undersigned.domain.Count.Tally;

/** The tallies of a statement, with their numbers by name. */
public record Totals(Map<Tally, Map<String, Long>> tallies) {

    /** All that are published, listed or not. */
    public long published() {
        return sum(key -> key[0].equals(Term.of(Status.PUBLISHED)), Totals::isDay);
    }

    public long published(String category) {
        return sum(key -> isOf(key, Status.PUBLISHED, category), Totals::isDay);
    }

    /** Those of the published that show no name. */
    public long unlisted(String category) {
        return sum(key -> isOf(key, Status.PUBLISHED, category), CountPlace.UNLISTED::equals);
    }

    /** The published by the day signed (ISO 8601) and by category, without those at zero. */
    public SortedMap<String, SortedMap<String, Long>> days() {
        SortedMap<String, SortedMap<String, Long>> days = new TreeMap<>();
        tallies.forEach((tally, numbers) -> {
            String[] key = tally.key().split("#");
            if (!key[0].equals(Term.of(Status.PUBLISHED))) return;
            numbers.forEach((number, count) -> {
                if (isDay(number) && count != 0)
                    days.computeIfAbsent(key[2] + "-" + number.substring(1), _ -> new TreeMap<>())
                            .put(key[1], count);
            });
        });
        return days;
    }

    /** Those in a queue by category, without those at zero; requests whose email came back are not counted. */
    public SortedMap<String, Long> in(Queue queue) {
        SortedMap<String, Long> categories = new TreeMap<>();
        tallies.forEach((tally, numbers) -> {
            String[] key = tally.key().split("#");
            long total = numbers.getOrDefault(CountPlace.TOTAL, 0L);
            if (key[0].equals(Term.of(queue)) && total != 0) categories.put(key[1], total);
        });
        return categories;
    }

    private long sum(Predicate<String[]> wanted, Predicate<String> number) {
        return tallies.entrySet().stream()
                .filter(tally -> wanted.test(tally.getKey().key().split("#")))
                .flatMap(tally -> tally.getValue().entrySet().stream())
                .filter(entry -> number.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isOf(String[] key, Status status, String category) {
        return key[0].equals(Term.of(status)) && key[1].equals(category);
    }

    private static boolean isDay(String number) {
        return number.startsWith(CountPlace.DAY);
    }
}
