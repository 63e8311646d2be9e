package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Json;
import org.undersigned.local.Project;

/** A caller of the API; every answer must be one that {@code docs/openapi.yaml} promises. */
final class Api {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    Project.root().resolve("docs/openapi.yaml").toUri().toString())
            .build();

    private final String url;

    Api(String url) {
        this.url = url;
    }

    /** As the front end asks: anew, with what has changed a moment ago. */
    Answer get(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Cache-Control")) all.addAll(List.of("Cache-Control", "max-age=0"));
        return send("GET", path, "", all.toArray(String[]::new));
    }

    Answer head(String path, String... headers) {
        return send("HEAD", path, "", headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Does what the button of a link's page does, as a front end would. */
    Answer press(String link) {
        return press(link, Map.of(field(link), true));
    }

    /** Sends a link these fields as JSON. */
    Answer press(String link, Map<String, ?> fields) {
        return send(
                "POST",
                path(link),
                Json.text(fields),
                "Accept",
                "application/json",
                "Content-Type",
                "application/json");
    }

    /** Presses the button of a link's page in a browser. */
    Answer browse(String link, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
        return send("POST", path(link), field(link) + "=true", all.toArray(String[]::new));
    }

    private static String field(String link) {
        if (link.contains("/confirmations/")) return "confirm";
        return link.contains("/withdrawals/") ? "withdraw" : "refuse";
    }

    /** Signs, and expects to be told to check the mail. */
    void sign(String statement, Signer signer) {
        Answer answer = trySign(statement, signer.json());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json()).isEqualTo(Map.of("status", "check-your-mail"));
    }

    Answer trySign(String statement, String json) {
        return post("/statements/" + statement + "/signatures", json, "Content-Type", "application/json");
    }

    /** The path of an absolute link of ours, without what a deployment has before it, such as a stage. */
    static String path(String link) {
        return URI.create(link)
                .getRawPath()
                .replaceFirst("^/.*(?=/(confirmations|signatures|withdrawals|refusals)/)", "");
    }

    Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        HttpResponse<String> response = exchange(method, path, body, headers);
        check(method, path, response);
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Calls what the contract does not know. */
    Answer stray(String method, String path, String... headers) {
        HttpResponse<String> response = exchange(method, path, new byte[0], headers);
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The same with a body. */
    Answer strayPost(String path, String body) {
        HttpResponse<String> response = exchange("POST", path, body.getBytes(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private HttpResponse<String> exchange(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        // LocalStack says application/json for a caller who says nothing; a browser always says something.
        if (!Target.Kind.CHOSEN.isLocalRun()
                && path.matches("/(confirmations|signatures|withdrawals|refusals)/.*")
                && !List.of(headers).contains("Accept")) request.header("Accept", "text/html");
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void check(String method, String path, HttpResponse<String> response) {
        if (path.startsWith("/local/")) return;
        var answer = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        if (!response.body().isEmpty()) answer.withBody(response.body());
        String route = path.split("\\?", 2)[0].replaceFirst(
                "^(/(confirmations|signatures|withdrawals|refusals)/[^/]+).*", "$1");
        ValidationReport report = CONTRACT.validateResponse(route, Request.Method.valueOf(method), answer.build());
        assertThat(report.getMessages())
                .as("%s %s: %s", method, path, response.body())
                .isEmpty();
    }

    record Answer(int status, HttpHeaders headers, String body) {
        Map<String, Object> json() {
            try {
                return Json.object(body);
            } catch (Json.Malformed e) {
                throw new AssertionError(body, e);
            }
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
