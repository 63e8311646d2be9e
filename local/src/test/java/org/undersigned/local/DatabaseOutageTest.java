package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undersigned.admin.Role;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Json;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class DatabaseOutageTest {
    private static final String STATEMENT = "hong-kong-safe-harbour";
    private static final String SIGNER = "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst";
    private static final SignatureId SIGNATURE = new SignatureId(SIGNER, SignatureId.PERSON);
    /** What may rightly take longer. */
    private static final Pattern LONG = Pattern.compile("/(imports|export|decisions|invalidations)");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private FaultyDatabase database;
    private Tokens tokens;
    private String bearer;
    private String url;

    @BeforeEach
    void start() throws Exception {
        var template = Template.read(Project.root().resolve("template.yaml"));
        Database behind = opened(Database.start(template.tables(), Optional.empty()));
        database = opened(new FaultyDatabase(behind.endpoint()));
        Gateway gateway = opened(Gateway.bind(0));
        url = "http://localhost:" + gateway.port();
        URI nowhere = Endpoints.at(Endpoints.freePort());
        var env = new LocalEnv(
                Settings.variables(url, url, nowhere + "/EmailQueue"),
                Secrets.open(Optional.empty()),
                opened(Endpoints.client(DynamoDbClient.builder(), database.endpoint())),
                opened(Endpoints.client(SqsClient.builder(), nowhere)),
                opened(Endpoints.client(SesClient.builder(), nowhere)),
                opened(Endpoints.client(EventBridgeClient.builder(), nowhere)),
                FailedBatches.inMemory(),
                Clock.systemUTC());
        tokens = new Tokens(new TokenKeys(env));
        var issuer = new LocalIssuer(url, Clock.systemUTC(), Set.of());
        bearer = "Bearer " + issuer.token(Role.ADMINISTRATOR);
        var functions = Functions.all(env, issuer.identity());
        gateway.start(template.routes(), functions, List.of(), new StaticFiles(Path.of("")));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : parts.reversed()) part.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWERS", "IS_SLOW"})
    void everyRouteSaysWithinTenSecondsThatTheDatabaseGivesNoAnswerAndWhenToAskAgain(FaultyDatabase.Mood mood)
            throws Exception {
        List<Call> calls = new ArrayList<>(calls());
        calls.addAll(pages());
        // Loads classes, so that waiting is all that is timed; then whatever is remembered for CACHE_SECONDS is
        // forgotten.
        calls.forEach(this::send);
        Thread.sleep(1_500);
        database.become(mood);
        var answers = calls.stream()
                .map(call -> CompletableFuture.supplyAsync(() -> send(call), Thread::startVirtualThread))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i).join();
            assertThat(answer).as("%s", calls.get(i)).satisfies(it -> {
                assertThat(it.response().statusCode()).as(it.response().body()).isEqualTo(503);
                assertThat(it.response().headers().firstValue("Retry-After")).contains("5");
                assertThat(it.took()).isLessThan(PATIENCE);
            });
            if (calls.get(i).accept().equals("text/html"))
                assertThat(answer.response().body()).contains("<html", "Something went wrong");
            else if (!calls.get(i).method().equals("HEAD"))
                assertThat(answer.response().headers().firstValue("Content-Type"))
                        .contains("application/problem+json");
        }
    }

    @Test
    void whereEachCallIsSlowAndNoneFailsEveryRouteAnswersOrSaysWithinTenSecondsWhenToAskAgain() throws Exception {
        List<Call> calls = calls().stream()
                .filter(call -> !LONG.matcher(call.path()).find())
                .toList();
        calls.forEach(this::send);
        Thread.sleep(1_500);
        database.become(FaultyDatabase.Mood.IS_SLOW);
        var answers = calls.stream()
                .map(call -> CompletableFuture.supplyAsync(() -> send(call), Thread::startVirtualThread))
                .toList();
        for (int i = 0; i < answers.size(); i++)
            assertThat(answers.get(i).join()).as("%s", calls.get(i)).satisfies(it -> {
                assertThat(it.took()).isLessThan(PATIENCE);
                if (it.response().statusCode() == 503)
                    assertThat(it.response().headers().firstValue("Retry-After"))
                            .contains("5");
                else assertThat(it.response().statusCode()).isLessThan(500);
            });
        assertThat(answers)
                .extracting(answer -> answer.join().response().statusCode())
                .contains(503)
                .contains(200);
    }

    @Test
    void whatWasNotAnsweredIsAnsweredAsSoonAsTheDatabaseAnswersAgain() throws IOException {
        Call put = calls().stream()
                .filter(call -> call.method().equals("PUT"))
                .findFirst()
                .orElseThrow();
        for (FaultyDatabase.Mood mood : FaultyDatabase.Mood.values()) {
            database.become(mood);
            int status = send(put).response().statusCode();
            database.become(FaultyDatabase.Mood.ANSWERS);
            if (mood == FaultyDatabase.Mood.ANSWERS) assertThat(status).isEqualTo(201);
            else if (mood != FaultyDatabase.Mood.IS_SLOW)
                assertThat(status).as("%s", mood).isEqualTo(503);
            assertThat(send(put).response().statusCode()).as("after %s", mood).isEqualTo(412);
        }
    }

    /** Those of the functions' sample events, and every route that is read. */
    private List<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Project.root().resolve("events"), "*.json")) {
            for (Path file : files) {
                Map<String, Object> event = Json.object(Files.readString(file));
                if (event.get("httpMethod") instanceof String method
                        && !file.toString().contains("authorize"))
                    calls.add(new Call(
                            method,
                            valid((String) event.get("path")),
                            Optional.ofNullable((String) event.get("body")).orElse(""),
                            contentType(event),
                            "application/json"));
            }
        }
        String definition = Files.readString(Project.root().resolve("sample/" + STATEMENT + "/statement.json"));
        calls.add(
                new Call("PUT", "/admin/statements/" + STATEMENT, definition, "application/json", "application/json"));
        for (Template.Route route :
                Template.read(Project.root().resolve("template.yaml")).routes())
            if (Set.of("GET", "HEAD").contains(route.method())) calls.add(read(route, "application/json"));
        return calls;
    }

    private List<Call> pages() {
        return Template.read(Project.root().resolve("template.yaml")).routes().stream()
                .filter(route -> route.method().equals("GET") && route.path().contains("{token+}"))
                .map(route -> read(route, "text/html"))
                .toList();
    }

    private Call read(Template.Route route, String accept) {
        String path = route.path()
                .replace("{statement}", STATEMENT)
                .replace("{category}", "community-leaders")
                .replace("{version}", "1")
                .replace("{invalidation}", "20260820T120000000Z-abcdefgh")
                .replace("{id}", SIGNATURE.text());
        String query = route.path().endsWith("/signatures") ? "?email=ann@example.org" : "";
        return new Call(route.method(), valid(path) + query, "", "", accept);
    }

    /** With a token of ours in place of a sample's. */
    private String valid(String path) {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Instant signedAt = Instant.parse("2026-01-01T00:00:00Z");
        String[] parts = path.split("/");
        return switch (parts[1]) {
            case "confirmations" ->
                link(parts[1], new Token.Confirm(new RequestId(SIGNER, "6a000000-abcdefghijklmnopqrstuvwxyz"), later));
            case "refusals" -> link(parts[1], new Token.Refuse(SIGNER, SIGNER, later));
            case "withdrawals" -> link(parts[1], new Token.Withdraw(SIGNATURE, signedAt, later));
            case "signatures" -> link(parts[1], new Token.Edit(SIGNATURE, signedAt, later));
            default -> path;
        };
    }

    private String link(String route, Token token) {
        return "/" + route + "/" + tokens.write(token);
    }

    private static String contentType(Map<String, Object> event) {
        return event.get("headers") instanceof Map<?, ?> headers && headers.get("Content-Type") instanceof String type
                ? type
                : "";
    }

    private Answer send(Call call) {
        var request = HttpRequest.newBuilder(URI.create(url + call.path()))
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .header("Accept", call.accept())
                .header("Authorization", bearer)
                .timeout(Duration.ofSeconds(30));
        if (!call.contentType().isEmpty()) request.header("Content-Type", call.contentType());
        long begun = System.nanoTime();
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new IllegalStateException(call.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.add(part);
        return part;
    }

    private record Call(String method, String path, String body, String contentType, String accept) {}

    private record Answer(HttpResponse<String> response, Duration took) {}
}
