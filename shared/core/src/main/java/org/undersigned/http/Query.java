package org.undersigned.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.undersigned.domain.FieldError;

/** What the query of a request asks of a list; throws {@link Problem.Refusal} with 400 that names the field. */
public final class Query {
    private Query() {}

    /** How many a page shall hold: {@code limit}, from 1 to {@code max}. */
    public static int limit(Request request, int otherwise, int max) {
        Optional<String> text = request.query("limit");
        if (text.isEmpty()) return otherwise;
        try {
            int limit = Integer.parseInt(text.get());
            if (limit >= 1 && limit <= max) return limit;
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw refused("limit", "out-of-range", "must be a whole number from 1 to " + max);
    }

    public static Problem.Refusal refused(String field, String code, String message) {
        return new Problem.Refusal(Problem.badRequest(new FieldError(field, code, message)));
    }

    /** A value as it stands in a URL's query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
