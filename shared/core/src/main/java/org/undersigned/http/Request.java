package org.undersigned.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.domain.IpAddress;
import org.undersigned.lambda.Json;

/**
 * An HTTP request as API Gateway's REST APIs hand it to a function (proxy integration, payload 1.0): {@code route} is the
 * path as the template writes it, {@code path} the parameters in it; header names are in lower case. Of a parameter of the
 * query that stands there more than once, {@code query} has the last, and {@code repeated} its name.
 */
public record Request(
        String method,
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Set<String> repeated,
        Map<String, String> headers,
        byte[] body,
        Optional<IpAddress> from,
        String id) {

    static Request read(InputStream event) throws IOException {
        Map<String, Object> fields = Json.object(event);
        Map<?, ?> context = fields.get("requestContext") instanceof Map<?, ?> given ? given : Map.of();
        return new Request(
                text(fields, "httpMethod").orElse("GET"),
                text(fields, "resource").orElse(""),
                texts(fields.get("pathParameters")),
                texts(fields.get("queryStringParameters")),
                repeated(fields.get("multiValueQueryStringParameters")),
                headers(fields),
                body(fields),
                context.get("identity") instanceof Map<?, ?> identity && identity.get("sourceIp") instanceof String ip
                        ? IpAddress.of(ip)
                        : Optional.empty(),
                context.get("requestId") instanceof String id ? id : "unknown");
    }

    /** The same from somewhere else. */
    Request from(IpAddress address) {
        return new Request(method, route, path, query, repeated, headers, body, Optional.of(address), id);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A parameter of the route, which API Gateway always gives. */
    public String path(String name) {
        return Optional.ofNullable(path.get(name))
                .orElseThrow(() -> new IllegalStateException("the route has no parameter " + name));
    }

    /** Whether the caller asked for JSON by name; browsers ask for HTML. */
    public boolean wantsJson() {
        return header("accept")
                .map(accept -> accept.toLowerCase(Locale.ROOT))
                .filter(accept -> accept.contains("application/json") && !accept.contains("text/html"))
                .isPresent();
    }

    private static Map<String, String> headers(Map<String, Object> event) {
        Map<String, String> headers = new HashMap<>();
        texts(event.get("headers")).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    private static Set<String> repeated(Object query) {
        if (!(query instanceof Map<?, ?> map)) return Set.of();
        return map.entrySet().stream()
                .filter(parameter -> parameter.getValue() instanceof List<?> values && values.size() > 1)
                .map(parameter -> String.valueOf(parameter.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] body(Map<String, Object> event) {
        String body = text(event, "body").orElse("");
        try {
            if (Boolean.TRUE.equals(event.get("isBase64Encoded")))
                return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException notBase64) {
            // Taken as it stands: whoever reads it says what is wrong with it.
        }
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, String> texts(Object fields) {
        if (!(fields instanceof Map<?, ?> map)) return Map.of();
        Map<String, String> texts = new HashMap<>();
        map.forEach((name, value) -> {
            if (name instanceof String key && value instanceof String text) texts.put(key, text);
        });
        return texts;
    }
}
