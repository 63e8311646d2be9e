package org.undersigned.journeys;

import java.util.Map;
import java.util.TreeMap;
import org.undersigned.tables.Tallies;

/** What the table of tallies says of a statement: published signatures by category, and by day, without those at zero. */
record Counted(Map<String, Long> categories, Map<String, Long> days) {

    static Counted of(String statement) {
        Map<String, Long> categories = new TreeMap<>();
        Map<String, Long> days = new TreeMap<>();
        new Tallies(Backend.get().env()).published(statement).days().forEach((day, counts) -> {
            counts.forEach((category, count) -> categories.merge(category, count, Long::sum));
            counts.values().forEach(count -> days.merge(day, count, Long::sum));
        });
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
