package org.undersigned.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.KeySourceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Json;
import org.undersigned.priming.PrimingEvent;

class AdminHandlerTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final OwnIssuer issuer = OwnIssuer.create("http://localhost", CLOCK);
    private final QuietContext context = new QuietContext();
    private final List<Caller> answered = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"GET,MODERATOR,200", "GET,ADMINISTRATOR,200", "PUT,MODERATOR,403", "PUT,ADMINISTRATOR,200"})
    void aRequestNeedsItsLeastRole(String method, Role role, int status) throws IOException {
        assertThat(call(method, "a", token(role, Optional.empty()))).containsEntry("statusCode", status);
        assertThat(answered).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"a,200", "b,403"})
    void aTokenMayBeForSomeStatementsOnly(String statement, int status) throws IOException {
        String token = token(Role.ADMINISTRATOR, Optional.of(List.of("a")));
        assertThat(call("GET", statement, token)).containsEntry("statusCode", status);
        assertThat(answered).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void whoIsNotKnownHearsTheSameWhateverTheReason() throws IOException {
        String expired = "Bearer "
                + OwnIssuer.create("http://localhost", Clock.offset(CLOCK, Duration.ofDays(-1)))
                        .token("someone", Role.MODERATOR, Optional.empty());
        String stranger = "Bearer "
                + OwnIssuer.create("http://localhost", CLOCK).token("someone", Role.MODERATOR, Optional.empty());
        Map<String, Object> without = call("GET", "a", "");
        assertThat(without).containsEntry("statusCode", 401);
        assertThat((Map<?, ?>) without.get("headers"))
                .extracting(headers -> headers.get("WWW-Authenticate"))
                .isEqualTo("Bearer");
        for (String header : List.of("Bearer garbage", "Basic YTpi", expired, stranger))
            assertThat(call("GET", "a", header)).isEqualTo(without);
        assertThat(answered).isEmpty();
    }

    @Test
    void whoIsKnownIsHandedOver() throws IOException {
        call("GET", "a", token(Role.MODERATOR, Optional.of(List.of("a"))));
        assertThat(answered).singleElement().satisfies(caller -> {
            assertThat(caller.actor()).isEqualTo("someone");
            assertThat(caller.role()).isEqualTo(Role.MODERATOR);
            assertThat(caller.toString()).doesNotContain("someone");
        });
    }

    @Test
    void answersAreKeptByNoCacheAndReadByTheModeratorsPagesAlone() throws IOException {
        String token = token(Role.MODERATOR, Optional.empty());
        var elsewhere = (Map<?, ?>) call("GET", "a", token).get("headers");
        assertThat(elsewhere.get("Cache-Control")).isEqualTo("no-store");
        assertThat(elsewhere.get("Access-Control-Allow-Origin")).isNull();
        for (String authorization : List.of(token, "Bearer garbage")) {
            var own = (Map<?, ?>) call(
                            new Answering(issuer.identity()),
                            "GET",
                            "a",
                            Map.of("Authorization", authorization, "Origin", "https://a.example"))
                    .get("headers");
            assertThat(own.get("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
            assertThat(own.get("Access-Control-Expose-Headers")).isEqualTo("ETag, Link, Retry-After");
        }
    }

    @Test
    void aPreflightNeedsNoToken() throws IOException {
        assertThat(call("OPTIONS", "a", "")).containsEntry("statusCode", 204);
        assertThat(answered).isEmpty();
    }

    @Test
    void anIssuerThatCannotBeAskedIsAFailureOfOurs() throws IOException {
        var down = new Identity(
                (selector, context) -> {
                    throw new KeySourceException("down");
                },
                new Identity.Settings(
                        "http://localhost",
                        new Identity.Audience.Named("undersigned"),
                        "roles",
                        "statements",
                        false,
                        Duration.ofDays(1)),
                CLOCK);
        String token = token(Role.MODERATOR, Optional.empty());
        assertThat(call(new Answering(down), "GET", "a", token)).containsEntry("statusCode", 500);
        assertThat(answered).isEmpty();
        assertThat(context.logged()).contains("KeySourceException").doesNotContain(token.substring(7), "someone");
    }

    private String token(Role role, Optional<List<String>> statements) {
        return "Bearer " + issuer.token("someone", role, statements);
    }

    private Map<String, Object> call(String method, String statement, String authorization) throws IOException {
        return call(new Answering(issuer.identity()), method, statement, authorization);
    }

    private Map<String, Object> call(Answering handler, String method, String statement, String authorization)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!authorization.isEmpty()) headers.put("Authorization", authorization);
        return call(handler, method, statement, headers);
    }

    private Map<String, Object> call(Answering handler, String method, String statement, Map<String, String> headers)
            throws IOException {
        String event = PrimingEvent.of(method, Map.of("statement", statement), "", headers);
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        return Json.object(new ByteArrayInputStream(out.toByteArray()));
    }

    private final class Answering extends AdminHandler {
        Answering(Identity identity) {
            super(name -> Optional.of("https://a.example").filter(_ -> name.equals("ADMIN_ORIGINS")), identity);
        }

        @Override
        protected Role least(Request request) {
            return request.method().equals("PUT") ? Role.ADMINISTRATOR : super.least(request);
        }

        @Override
        protected Response answer(Request request, Caller caller) {
            answered.add(caller);
            return Response.json(200, Map.of());
        }
    }
}
