package org.undersigned.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undersigned.domain.FieldError;
import org.undersigned.text.Text;

/** What the query of a request asks of a list; throws {@link Problem.Refusal} with 400 that names the field. */
public final class Query {
    private static final int MAX_TEXT_BYTES = 1000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Query() {}

    /** How many a page shall hold: {@code limit}, from 1 to {@code max}. */
    public static int limit(Request request, int otherwise, int max) {
        Optional<String> text = request.query("limit");
        if (text.isEmpty()) return otherwise;
        return text.filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(limit -> limit >= 1 && limit <= max)
                .orElseThrow(() -> refused("limit", "out-of-range", "must be a whole number from 1 to " + max));
    }

    /** Whether it is {@code true}; {@code false} when it is not given. */
    public static boolean truth(Request request, String name) {
        return switch (request.query(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(name, "invalid", "must be true or false");
        };
    }

    /** A text that may be part of a table's key; empty when it is not given or empty. */
    public static Optional<String> text(Request request, String name) {
        Optional<String> text = request.query(name).filter(given -> !given.isEmpty());
        if (text.isPresent() && !isKey(text.get()))
            throw refused(name, "invalid", "must be a text of at most " + MAX_TEXT_BYTES + " bytes in UTF-8");
        return text;
    }

    /** What somebody types to look for, cleaned; empty when it is not given or only looks empty. */
    public static Optional<String> typed(Request request, String name) {
        return text(request, name).map(Text::clean).filter(clean -> !clean.isEmpty());
    }

    private static boolean isKey(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= MAX_TEXT_BYTES
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Refuses a parameter that is none of these, and one that says two things: who misspells {@code dryRun} must not import. */
    public static void allowOnly(Request request, String... names) {
        List<String> known = List.of(names);
        request.query().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw refused(
                            name,
                            "unknown",
                            "must be left out: "
                                    + (known.isEmpty()
                                            ? "nothing can be asked here"
                                            : "here are " + String.join(", ", known)));
                });
        request.repeated().stream().sorted().findFirst().ifPresent(name -> {
            throw refused(name, "repeated", "must be given once");
        });
    }

    public static Problem.Refusal refused(String field, String code, String message) {
        return new Problem.Refusal(Problem.badRequest(new FieldError(field, code, message)));
    }

    /** A value as it stands in a URL's query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
