package org.undersigned.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Json;
import org.undersigned.local.Inbox;

/** The mails that LocalStack keeps instead of sending them. */
final class SentMails {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpRequest request;
    private final Map<String, Inbox.Received> mails = new LinkedHashMap<>();

    SentMails(URI endpoint) {
        request = HttpRequest.newBuilder(endpoint.resolve("/_aws/ses")).build();
    }

    /** Oldest first. */
    synchronized List<Inbox.Received> all() {
        try {
            for (Object sent : (List<?>) Json.object(list()).get("messages")) {
                var mail = (Map<?, ?>) sent;
                mails.computeIfAbsent((String) mail.get("Id"), _ -> read((String) mail.get("RawData")));
            }
            return List.copyOf(mails.values());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** LocalStack fails to list them when one arrives at this moment. */
    private String list() throws IOException, InterruptedException {
        for (int attempt = 1; attempt < 10; attempt++) {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) return answer.body();
        }
        throw new IllegalStateException("LocalStack does not list its mails");
    }

    private static Inbox.Received read(String message) {
        return Inbox.read(message.getBytes(StandardCharsets.UTF_8), Instant.now());
    }
}
