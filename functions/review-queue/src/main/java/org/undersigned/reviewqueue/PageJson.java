package org.undersigned.reviewqueue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.IfMatch;
import org.undersigned.admin.SignatureJson;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Term;
import org.undersigned.http.Response;

/** What moderators are shown. */
final class PageJson {
    private PageJson() {}

    /** {@code next} is the relative URL of the next page. */
    static Response of(Page page, Optional<String> next) {
        return of(page, next, true);
    }

    /** Many addresses at once are for administrators; moderators see each one's domain. */
    static Response of(Page page, Optional<String> next, boolean addresses) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> signatures =
                page.signatures().stream().map(PageJson::json).toList();
        if (!addresses) signatures.forEach(signature -> signature.put("email", null));
        json.put("signatures", signatures);
        json.put("requests", page.requests().stream().map(SignatureJson::of).toList());
        json.put("next", next.orElse(null));
        return Response.json(200, json);
    }

    /** One alone, with its version as ETag. */
    static Response of(Flagged one) {
        return IfMatch.tagged(Response.json(200, json(one)), one.signature().version());
    }

    static Response of(Map<Queue, Map<String, Long>> counts) {
        List<Map<String, Object>> queues = new ArrayList<>();
        counts.forEach((queue, categories) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("status", Term.of(queue));
            json.put(
                    "total",
                    categories.values().stream().mapToLong(Long::longValue).sum());
            json.put("categories", categories);
            queues.add(json);
        });
        return Response.json(200, Map.of("queues", queues));
    }

    private static Map<String, Object> json(Flagged flagged) {
        return SignatureJson.of(flagged.signature(), flagged.flags());
    }
}
