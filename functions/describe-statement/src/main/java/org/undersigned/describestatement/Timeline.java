package org.undersigned.describestatement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.undersigned.domain.Totals;

/** How many of the published signed on each day (UTC), oldest first; days on which nobody signed are left out. */
final class Timeline {
    private Timeline() {}

    static Map<String, Object> page(String statement, Totals totals, Optional<LocalDate> after, int limit) {
        SortedMap<String, SortedMap<String, Long>> days = after.map(
                        day -> totals.days().tailMap(day.plusDays(1).toString()))
                .orElseGet(totals::days);
        List<Map<String, Object>> page = days.entrySet().stream()
                .limit(limit)
                .map(entry -> day(entry.getKey(), entry.getValue()))
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("statement", statement);
        json.put("days", page);
        json.put(
                "next",
                days.size() <= limit
                        ? null
                        : "timeline?limit=" + limit + "&after=" + page.getLast().get("day"));
        return json;
    }

    private static Map<String, Object> day(String day, SortedMap<String, Long> categories) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", day);
        json.put(
                "total", categories.values().stream().mapToLong(Long::longValue).sum());
        json.put("categories", categories);
        return json;
    }
}
