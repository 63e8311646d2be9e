package org.undersigned.publish;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Json;

/** What everybody can read of one statement; {@link IllegalArgumentException} says why something cannot be read. */
record PublicApi(URI base, String statement) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(15)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** In a language, or in the statement's first where none is named. */
    Map<String, Object> describe(String language) throws InterruptedException {
        return get(language.isEmpty() ? "" : "?language=" + encoded(language));
    }

    /** The names that the page shows at once. */
    List<Map<String, Object>> firstNames(String category) throws InterruptedException {
        return Letter.objects(get("/categories/" + encoded(category) + "/signatories?limit=100"), "signatories");
    }

    private Map<String, Object> get(String rest) throws InterruptedException {
        var uri = URI.create(base + "/statements/" + encoded(statement) + rest);
        try {
            var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            return read(uri, CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (Json.Malformed e) {
            throw notOurs();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The API does not answer at " + base + ". Check --api and the connection.", e);
        }
    }

    private Map<String, Object> read(URI uri, HttpResponse<String> answer) throws Json.Malformed {
        if (answer.statusCode() == 404)
            throw new IllegalArgumentException("The API at " + base + " has no statement " + statement
                    + " for the public. Check --statement; a draft must be opened before it is published.");
        if (answer.statusCode() != 200)
            throw new IllegalArgumentException(
                    "The API answered " + answer.statusCode() + " for " + uri + ". Try again later.");
        Map<String, Object> read = Json.object(answer.body());
        if (!(read.get("categories") instanceof List<?> || read.get("signatories") instanceof List<?>)) throw notOurs();
        return read;
    }

    private IllegalArgumentException notOurs() {
        return new IllegalArgumentException("What answers at " + base
                + " is not the API of Undersigned. Give --api the address that ends before /statements, such as"
                + " https://abc.execute-api.ca-central-1.amazonaws.com/v1.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
