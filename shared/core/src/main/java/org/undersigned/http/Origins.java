package org.undersigned.http;

import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Env;

/** The pages that may call the API from a browser (CORS); {@code *} stands for all. */
public record Origins(List<String> allowed) {
    private static final int PREFLIGHT_SECONDS = 7200;

    public static Origins of(Env env) {
        return new Origins(List.of(env.required("PAGE_ORIGINS").split("\\s*,\\s*")));
    }

    Map<String, String> headers(Request request) {
        if (allowed.contains("*")) return Map.of("Access-Control-Allow-Origin", "*");
        return request.header("origin")
                .filter(allowed::contains)
                .map(origin -> Map.of("Access-Control-Allow-Origin", origin, "Vary", "Origin"))
                .orElse(Map.of("Vary", "Origin"));
    }

    Response preflight() {
        return new Response(
                204,
                Map.of(
                        "Access-Control-Allow-Methods", "POST, OPTIONS",
                        "Access-Control-Allow-Headers", "Content-Type",
                        "Access-Control-Max-Age", Integer.toString(PREFLIGHT_SECONDS)),
                "");
    }
}
