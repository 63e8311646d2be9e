package org.undersigned.reviewqueue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.domain.EmailCount;
import org.undersigned.domain.EmailCount.Kind;
import org.undersigned.http.Response;

/** A statement's emails by day, as numbers. */
final class EmailsJson {
    private EmailsJson() {}

    static Response of(List<EmailCount> days) {
        return Response.json(
                200, Map.of("days", days.stream().map(EmailsJson::day).toList()));
    }

    private static Map<String, Object> day(EmailCount count) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", count.day().toString());
        json.put("sent", count.of(Kind.SENT));
        json.put("bounced", count.of(Kind.BOUNCED));
        json.put("complaints", count.of(Kind.COMPLAINED));
        json.put("refused", Map.of("mailbox", count.of(Kind.MAILBOX), "network", count.of(Kind.NETWORK)));
        return json;
    }
}
