package org.undersigned.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.undersigned.lambda.Json;
import org.undersigned.local.LocalContext;

/** Calls functions with events as API Gateway and the stream hand them over. */
final class Call {
    private static final LocalContext CONTEXT = new LocalContext("bench");

    private Call() {}

    /** An event of a route, as bytes. */
    static byte[] event(String method, Map<String, String> path, Map<String, String> query, String body) {
        Map<String, Object> event = new HashMap<>();
        event.put("httpMethod", method);
        event.put("headers", Map.of("Accept", "application/json", "Content-Type", "application/json"));
        event.put("pathParameters", path);
        event.put("queryStringParameters", query);
        event.put("requestContext", Map.of("requestId", "bench"));
        event.put("isBase64Encoded", false);
        event.put("body", body);
        return Json.text(event).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] signing(String statement, String category, int number) {
        return signing(statement, category, number, "Joan O’Brien " + number);
    }

    static byte[] signing(String statement, String category, int number, String name) {
        return event(
                "POST",
                Map.of("statement", statement),
                Map.of(),
                Json.text(Map.of(
                        "category",
                        category,
                        "name",
                        name,
                        "affiliation",
                        "Example Foundation",
                        "email",
                        "signer-" + number + "@example.org")));
    }

    static byte[] of(RequestStreamHandler handler, byte[] event) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, CONTEXT);
        return out.toByteArray();
    }

    /** Throws {@link IllegalStateException} with the answer when its status is another. */
    static byte[] expecting(int status, RequestStreamHandler handler, byte[] event) throws IOException {
        byte[] answer = of(handler, event);
        if (!Integer.valueOf(status)
                .equals(Json.object(new ByteArrayInputStream(answer)).get("statusCode")))
            throw new IllegalStateException(new String(answer, StandardCharsets.UTF_8));
        return answer;
    }
}
