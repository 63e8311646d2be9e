package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.undersigned.lambda.Json;

/** Somebody who calls the admin API for a statement, with a token of the backend's issuer. */
record Admin(Api api, String statement, String token) {

    static Admin moderator(Journey journey) {
        return of(journey, Map.of("role", "moderator"));
    }

    /** A moderator with a name of their own. */
    static Admin moderator(Journey journey, String name) {
        return of(journey, Map.of("role", "moderator", "name", name));
    }

    static Admin administrator(Journey journey) {
        return of(journey, Map.of("role", "administrator"));
    }

    static Admin of(Journey journey, Map<String, Object> asked) {
        return new Admin(journey.api(), journey.statement(), journey.backend().token(asked));
    }

    /** The same caller for another statement. */
    Admin on(String other) {
        return new Admin(api, other, token);
    }

    Api.Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** The path is relative to the statement, such as {@code /queue}. */
    Api.Answer send(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(Arrays.asList(headers));
        return api.send(method, "/admin/statements/" + statement + path, body, all.toArray(String[]::new));
    }

    /** The statements that the token is for. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> statements() {
        Api.Answer answer = api.get("/admin/statements", "Authorization", "Bearer " + token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return (List<Map<String, Object>>) answer.json().get("statements");
    }

    Api.Answer post(String path, Map<String, Object> body) {
        return send("POST", path, Json.text(body), "Content-Type", "application/json");
    }

    /** Changes members of the statement's definition. */
    void change(Map<String, Object> changes) {
        Api.Answer read = get("");
        Map<String, Object> definition = new LinkedHashMap<>(read.json());
        definition.putAll(changes);
        Api.Answer put = send(
                "PUT", "", Json.text(definition), "Content-Type", "application/json", "If-Match", read.header("ETag"));
        assertThat(put.status()).as(put.body()).isEqualTo(200);
    }

    Api.Answer decide(Map<String, Object> decision) {
        return post("/decisions", decision);
    }

    /** Decides on signatures, and answers what became of each. */
    List<String> decide(String decision, String... ids) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("decision", decision);
        asked.put("signatures", List.of(ids));
        asked.put("reason", "other: as a test");
        return outcomes(decide(asked));
    }

    Api.Answer correct(String id, Map<String, Object> correction, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(Arrays.asList(headers));
        return send("PATCH", "/signatures/" + id, Json.text(correction), all.toArray(String[]::new));
    }

    Api.Answer erase(String id) {
        return send(
                "DELETE",
                "/signatures/" + id,
                "{\"reason\": \"on-request: she lives at 1 Main Street\"}",
                "Content-Type",
                "application/json");
    }

    Api.Answer importing(String source, String csv) {
        return importing(csv, Map.of("source", source));
    }

    Api.Answer importing(String csv, Map<String, String> query) {
        return importing(csv.getBytes(StandardCharsets.UTF_8), query);
    }

    Api.Answer importing(byte[] csv, Map<String, String> query) {
        return api.send(
                "POST",
                "/admin/statements/" + statement + "/imports?" + query(query),
                csv,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "text/csv");
    }

    /** A page in that format: {@code text/csv} or {@code application/json}. */
    Api.Answer export(String accept, Map<String, String> query) {
        return get("/export?" + query(query), "Accept", accept);
    }

    private static String query(Map<String, String> query) {
        return query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What the audit holds of the statement, oldest first. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> audited() {
        return (List<Map<String, Object>>) get("/audit?limit=500").json().get("entries");
    }

    static List<String> outcomes(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return results(answer).stream()
                .map(result -> (String) result.get("outcome"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> results(Api.Answer answer) {
        return (List<Map<String, Object>>) answer.json().get("results");
    }

    /** The id of a signer's signature, as the queue shows it. */
    static String id(Journey journey, Signer signer) {
        return journey.id(signer);
    }
}
