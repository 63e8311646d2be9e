package org.undersigned.priming;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undersigned.lambda.Json;

/** An event of API Gateway that no one sent, for functions to warm up on. */
public final class PrimingEvent {
    private PrimingEvent() {}

    /** The body is JSON, or empty. */
    public static String of(String method, Map<String, String> pathParameters, String body) {
        return of(method, pathParameters, body, Map.of());
    }

    /** With other headers beside the usual, or in their place. */
    public static String of(
            String method, Map<String, String> pathParameters, String body, Map<String, String> otherHeaders) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Accept", "text/html",
                "Accept-Language", "fr, en;q=0.5",
                "Content-Type", "application/json",
                "Origin", "https://example.org"));
        headers.putAll(otherHeaders);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("httpMethod", method);
        event.put("headers", headers);
        event.put("queryStringParameters", null);
        event.put("pathParameters", pathParameters);
        event.put("requestContext", Map.of("requestId", "priming"));
        event.put("body", body);
        event.put("isBase64Encoded", false);
        return Json.text(event);
    }
}
