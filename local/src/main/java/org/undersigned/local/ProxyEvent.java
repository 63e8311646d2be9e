package org.undersigned.local;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The event that a REST API's proxy integration hands a function. */
final class ProxyEvent {
    private ProxyEvent() {}

    static Map<String, Object> of(HttpExchange exchange, String resource, Map<String, String> parameters, byte[] body) {
        Map<String, List<String>> query = query(exchange.getRequestURI().getRawQuery());
        Optional<String> text = utf8(body);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resource", resource);
        event.put("path", exchange.getRequestURI().getRawPath());
        event.put("httpMethod", exchange.getRequestMethod());
        event.put("headers", lasts(exchange.getRequestHeaders()));
        event.put("multiValueHeaders", exchange.getRequestHeaders());
        event.put("queryStringParameters", query.isEmpty() ? null : lasts(query));
        event.put("multiValueQueryStringParameters", query.isEmpty() ? null : query);
        event.put("pathParameters", parameters.isEmpty() ? null : parameters);
        event.put("stageVariables", null);
        event.put("requestContext", context(exchange, resource));
        event.put(
                "body",
                body.length == 0
                        ? null
                        : text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
        event.put("isBase64Encoded", text.isEmpty());
        return event;
    }

    private static Map<String, Object> context(HttpExchange exchange, String resource) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        identity.put("userAgent", exchange.getRequestHeaders().getFirst("User-Agent"));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        context.put("stage", "local");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("httpMethod", exchange.getRequestMethod());
        context.put("resourcePath", resource);
        context.put("path", exchange.getRequestURI().getRawPath());
        context.put("protocol", exchange.getProtocol());
        context.put("identity", identity);
        return context;
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) return query;
        for (String field : raw.split("&")) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "" : field.substring(equals + 1);
            query.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
        }
        return query;
    }

    private static Map<String, String> lasts(Map<String, List<String>> values) {
        Map<String, String> lasts = new LinkedHashMap<>();
        values.forEach((name, list) -> lasts.put(name, list.getLast()));
        return lasts;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
