package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity.Verdict;
import org.undersigned.admin.Role;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Json;

class LocalIssuerTest {
    private static final String URL = "http://localhost:8080";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final LocalIssuer issuer = new LocalIssuer(URL, Clock.fixed(NOW, ZoneOffset.UTC), Set.of());

    @ParameterizedTest
    @CsvSource({"moderator,MODERATOR", "administrator,ADMINISTRATOR"})
    void whoAsksForARoleGetsATokenOfIt(String word, Role role) throws IOException {
        assertThat(caller("{\"role\": \"" + word + "\"}"))
                .isEqualTo(new Caller("local-" + word, role, Optional.empty()));
        assertThat(Term.of(role)).isEqualTo(word);
    }

    @Test
    void aTokenMayHaveANameAndBeForSomeStatements() throws IOException {
        assertThat(caller("{\"role\": \"moderator\", \"name\": \"ann\", \"statements\": [\"a\", \"b\"]}"))
                .isEqualTo(new Caller("ann", Role.MODERATOR, Optional.of(Set.of("a", "b"))));
        assertThat(caller("{\"role\": \"moderator\", \"statements\": []}").statements())
                .contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "moderator",
                "{",
                "[]",
                "{}",
                "{\"role\": \"Moderator\"}",
                "{\"role\": \"owner\"}",
                "{\"role\": null}",
                "{\"role\": [\"moderator\"]}",
                "{\"role\": \"moderator\", \"name\": 1}",
                "{\"role\": \"moderator\", \"name\": \"\"}",
                "{\"role\": \"moderator\", \"statements\": \"a\"}",
                "{\"role\": \"moderator\", \"statements\": [1]}"
            })
    void whatCannotBeReadIsRefusedWithWhatToSend(String body) throws IOException {
        var answer = post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat((String) json(answer).get("detail")).contains("\"role\": \"moderator\"", "name", "statements");
    }

    @Test
    void aNameIsNoLongerThanASubjectMayBe() {
        assertThat(post("{\"role\": \"moderator\", \"name\": \"" + "a".repeat(255) + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post("{\"role\": \"moderator\", \"name\": \"" + "a".repeat(256) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aTokenIsGoodForAnHour() {
        assertThat(verdictAfter(Duration.ofMinutes(59))).isInstanceOf(Verdict.Known.class);
        assertThat(verdictAfter(Duration.ofMinutes(62))).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void aTokenIsUnknownToAnotherRun() {
        var another = new LocalIssuer(URL, Clock.fixed(NOW, ZoneOffset.UTC), Set.of());
        assertThat(another.identity().check(Optional.of("Bearer " + issuer.token(Role.MODERATOR))))
                .isEqualTo(new Verdict.Unknown());
    }

    @Test
    void otherProgramsFindThePublicKeyAndNothingPrivate() throws IOException {
        Map<String, Object> configuration = json(get("/.well-known/openid-configuration"));
        assertThat(configuration)
                .containsEntry("issuer", URL)
                .containsEntry("jwks_uri", URL + "/.well-known/jwks.json");
        var keys = (List<?>) json(get("/.well-known/jwks.json")).get("keys");
        assertThat(keys).singleElement().satisfies(key -> {
            assertThat((Map<?, ?>) key)
                    .extracting(k -> k.get("kty"), k -> k.get("crv"))
                    .containsExactly("EC", "P-256");
            assertThat(((Map<?, ?>) key).get("d")).isNull();
        });
    }

    private static Verdict verdictAfter(Duration time) {
        var now = new AtomicReference<>(NOW);
        InstantSource watch = now::get;
        var issuer = new LocalIssuer(URL, watch.withZone(ZoneOffset.UTC), Set.of());
        String header = "Bearer " + issuer.token(Role.MODERATOR);
        now.set(NOW.plus(time));
        return issuer.identity().check(Optional.of(header));
    }

    private Caller caller(String body) throws IOException {
        String token = (String) json(post(body)).get("token");
        var verdict = issuer.identity().check(Optional.of("Bearer " + token));
        assertThat(verdict).isInstanceOf(Verdict.Known.class);
        return ((Verdict.Known) verdict).caller();
    }

    private Gateway.Answer get(String path) {
        return page("GET", path).answer().to(new byte[0]);
    }

    private Gateway.Answer post(String body) {
        return page("POST", "/local/admin-token").answer().to(body.getBytes(StandardCharsets.UTF_8));
    }

    private Gateway.LocalPage page(String method, String path) {
        return issuer.pages().stream()
                .filter(page -> page.method().equals(method) && page.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> json(Gateway.Answer answer) throws IOException {
        return Json.object(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
