package org.undersigned.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undersigned.lambda.Json;

/** An HTTP response as API Gateway's REST APIs take it from a function. */
public record Response(int status, Map<String, String> headers, String body) {
    /** On every answer: nobody guesses another type, and nobody asks without encryption for a year. */
    private static final Map<String, String> SAFE =
            Map.of("X-Content-Type-Options", "nosniff", "Strict-Transport-Security", "max-age=31536000");

    public static Response json(int status, Object body) {
        return new Response(status, Map.of("Content-Type", "application/json"), Json.text(body));
    }

    /** An HTML page that no cache keeps, no search engine lists, and no other site frames or is told of. */
    public static Response page(int status, String html, String contentSecurityPolicy) {
        return new Response(
                status,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", contentSecurityPolicy,
                        "Referrer-Policy", "no-referrer",
                        "X-Robots-Tag", "noindex",
                        "Cache-Control", "no-store"),
                html);
    }

    public Response with(String header, String value) {
        return with(Map.of(header, value));
    }

    public Response with(Map<String, String> more) {
        if (more.isEmpty()) return this;
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Response(status, all, body);
    }

    /** As HEAD is answered. */
    Response withoutBody() {
        return new Response(status, headers, "");
    }

    void write(OutputStream out) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("statusCode", status);
        fields.put("headers", with(SAFE).headers);
        fields.put("body", body);
        fields.put("isBase64Encoded", false);
        Json.write(fields, out);
    }
}
