package org.undersigned.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The events for a browser: the newest first, each with its detail, a line a field. */
final class EventsPage {
    private EventsPage() {}

    static String of(List<Map<String, Object>> events) {
        var page = new PlainPage(
                "Events of the local run",
                "What other systems would have been told, newest first; docs/events.md says what it means.");
        for (Map<String, Object> event : events)
            page.add(
                    String.valueOf(event.get("detail-type")),
                    String.valueOf(event.get("time")),
                    PlainPage.escape(lines((Map<?, ?>) event.get("detail"))));
        return page.html();
    }

    private static String lines(Map<?, ?> detail) {
        return detail.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
