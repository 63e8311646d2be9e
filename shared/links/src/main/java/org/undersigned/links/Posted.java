package org.undersigned.links;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.forms.Form;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;

/** What the button of a link's page sends, or a caller as JSON: {@code confirm=true} or {@code {"confirm": true}}. */
public final class Posted {
    private static final int MAX_BYTES = 16 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;
    private final Map<String, Object> values;

    private Posted(Map<String, String> fields, Map<String, Object> values) {
        this.fields = fields;
        this.values = values;
    }

    /**
     * Empty when it is neither, or holds a field that the page does not have: then no button was pressed. Whoever asks for
     * JSON and sends it is told the field's name.
     */
    static Optional<Posted> read(Request request, Set<String> known) {
        String type = request.header("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (request.body().length == 0 || request.body().length > MAX_BYTES) return Optional.empty();
        Map<String, String> fields = new HashMap<>();
        Map<String, Object> values = new HashMap<>();
        switch (type) {
            case FORM -> {
                form(new String(request.body(), StandardCharsets.UTF_8), fields);
                values.putAll(fields);
            }
            case "application/json" -> {
                values.putAll(Body.json(request, "What a link does", MAX_BYTES));
                if (request.wantsJson()) refuseUnknown(values, known);
                values.forEach((name, value) -> {
                    if (value != null) fields.put(name, String.valueOf(value));
                });
            }
            default -> {
                return Optional.empty();
            }
        }
        return known.containsAll(values.keySet()) ? Optional.of(new Posted(fields, values)) : Optional.empty();
    }

    public boolean says(String field) {
        return "true".equals(fields.get(field));
    }

    public Optional<String> value(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** As they were sent: what a form sends are texts. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private static void refuseUnknown(Map<String, Object> values, Set<String> known) {
        Form.of(values, known).errors().stream().findFirst().ifPresent(error -> {
            throw new Problem.Refusal(Problem.badRequest(error));
        });
    }

    private static void form(String body, Map<String, String> fields) {
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
