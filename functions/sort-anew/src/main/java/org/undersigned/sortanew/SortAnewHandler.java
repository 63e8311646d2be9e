package org.undersigned.sortanew;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Place;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Statements;

/**
 * Called with {@code {"statement": id}}: sorts a portion of its signatures by today's rules, and answers how many it has
 * read and changed. {@code next} is what to call it with for the rest, or null.
 */
public final class SortAnewHandler implements RequestStreamHandler {
    private static final int DEFAULT_LIMIT = 1_000;

    private final Statements statements;
    private final SortAnew sortAnew;

    public SortAnewHandler() {
        this(Env.system());
    }

    public SortAnewHandler(Env env) {
        statements = new Statements(env);
        sortAnew = new SortAnew(env);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        Map<String, Object> asked = Json.object(event);
        Statement statement = Optional.ofNullable(asked.get("statement"))
                .map(Object::toString)
                .filter(id -> !id.isEmpty())
                .flatMap(statements::find)
                .orElseThrow(() -> new IllegalArgumentException("statement must be the id of a statement"));
        SortAnew.Report report = sortAnew.sort(statement, after(asked, statement), limit(asked));
        Map<String, Object> answer = new HashMap<>();
        answer.put("read", report.read());
        answer.put("changed", report.changed());
        answer.put("next", report.next().map(place -> next(asked, place)).orElse(null));
        Json.write(answer, out);
    }

    private static Place after(Map<String, Object> asked, Statement statement) {
        if (!asked.containsKey("after")) return Place.start(statement);
        return Place.read(String.valueOf(asked.get("after")), statement)
                .orElseThrow(() -> new IllegalArgumentException("after must be taken from next of the call before"));
    }

    private static int limit(Map<String, Object> asked) {
        if (!asked.containsKey("limit")) return DEFAULT_LIMIT;
        if (asked.get("limit") instanceof Integer limit && limit > 0 && limit <= DEFAULT_LIMIT) return limit;
        throw new IllegalArgumentException("limit must be a whole number from 1 to " + DEFAULT_LIMIT);
    }

    private static Map<String, Object> next(Map<String, Object> asked, Place place) {
        Map<String, Object> next = new HashMap<>(asked);
        next.put("after", place.text());
        return next;
    }
}
