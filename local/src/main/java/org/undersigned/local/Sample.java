package org.undersigned.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.undersigned.lambda.Json;

/** A statement with its signatories in a folder: {@code statement.json} and {@code signatories.csv}; its name is the id. */
public record Sample(Path folder) {
    private static final int AGAIN = 5;

    /**
     * Has the admin functions load what is not there yet, with the token of an administrator; throws
     * {@link IllegalStateException} that says what is wrong with the files.
     */
    public void load(RequestStreamHandler manageStatement, RequestStreamHandler importSignatories, String token)
            throws IOException {
        Map<String, Object> definition = event("PUT", token, "application/json", "statement.json");
        // Without If-Match, 412 says that the statement is there.
        expect(Set.of(201, 412), call(new Invocation("ManageStatement", manageStatement), definition));
        Map<String, Object> file = event("POST", token, "text/csv", "signatories.csv");
        file.put("queryStringParameters", Map.of("source", "sample"));
        Map<String, Object> report = call(new Invocation("ImportSignatories", importSignatories), file);
        expect(Set.of(200), report);
        Object rejected = Json.object((String) report.get("body")).get("rejected");
        if (!List.of().equals(rejected)) throw new IllegalStateException("rows of the sample are refused: " + rejected);
    }

    /** On a busy machine the tables can be slow at first; both calls may be sent again. */
    private static Map<String, Object> call(Invocation function, Map<String, Object> event) throws IOException {
        Map<String, Object> answer = function.call(event);
        for (int again = 0; again < AGAIN && answer.get("statusCode").equals(503); again++)
            answer = function.call(event);
        return answer;
    }

    private Map<String, Object> event(String method, String token, String contentType, String file) throws IOException {
        Map<String, Object> event = new HashMap<>();
        event.put("httpMethod", method);
        event.put("headers", Map.of("Authorization", "Bearer " + token, "Content-Type", contentType));
        event.put("pathParameters", Map.of("statement", folder.getFileName().toString()));
        event.put("requestContext", Map.of("requestId", UUID.randomUUID().toString()));
        event.put("body", Files.readString(folder.resolve(file)));
        event.put("isBase64Encoded", false);
        return event;
    }

    private static void expect(Set<Integer> statuses, Map<String, Object> answer) {
        if (answer.get("statusCode") instanceof Integer status && statuses.contains(status)) return;
        throw new IllegalStateException("the sample is refused: " + answer.get("body"));
    }
}
