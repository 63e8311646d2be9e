package org.undersigned.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Variables;

/** The pages that may call the API from a browser (CORS); {@code *} stands for all. */
public record Origins(List<String> allowed, String methods, String requestHeaders, String exposedHeaders) {
    private static final int PREFLIGHT_SECONDS = 7200;
    private static final String NONE = "none";
    private static final Pattern ORIGIN = Pattern.compile("(https://[a-z0-9.-]+|http://localhost)(:[0-9]+)?");

    /** Of the public API. */
    public static Origins of(Env env) {
        return ofPages(list(env.required("PAGE_ORIGINS")));
    }

    static Origins ofPages(List<String> allowed) {
        return new Origins(allowed, "POST, OPTIONS", "Content-Type", "Retry-After");
    }

    /** Of the admin API; throws {@link IllegalStateException} on anything but {@code none} or origins that are spelled out. */
    public static Origins ofAdmins(Variables env) {
        String text = env.required("ADMIN_ORIGINS");
        List<String> allowed = text.equals(NONE) ? List.of() : list(text);
        if (!allowed.stream().allMatch(ORIGIN.asMatchPredicate()))
            throw new IllegalStateException("The environment variable ADMIN_ORIGINS must be none, or origins such as"
                    + " https://moderators.example.org with commas between and never *, not " + text);
        return new Origins(
                allowed,
                "GET, POST, PUT, PATCH, DELETE, OPTIONS",
                "Authorization, Content-Type, If-Match, Accept",
                "ETag, Link, Retry-After");
    }

    Map<String, String> headers(Request request) {
        if (allowed.contains("*")) return allow("*");
        Map<String, String> headers = new HashMap<>(Map.of("Vary", "Origin"));
        request.header("origin").filter(allowed::contains).ifPresent(origin -> headers.putAll(allow(origin)));
        return headers;
    }

    private Map<String, String> allow(String origin) {
        return Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Expose-Headers", exposedHeaders);
    }

    Response preflight() {
        return new Response(
                204,
                Map.of(
                        "Access-Control-Allow-Methods", methods,
                        "Access-Control-Allow-Headers", requestHeaders,
                        "Access-Control-Max-Age", Integer.toString(PREFLIGHT_SECONDS)),
                "");
    }

    private static List<String> list(String text) {
        return List.of(text.split("\\s*,\\s*", -1));
    }
}
