package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity.Verdict;
import org.undersigned.admin.Role;
import org.undersigned.lambda.Json;

class SignInTest {
    private static final String URL = "http://localhost:8080";
    private static final String BACK = "http://localhost:8081/moderate/signed-in.html";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    /** RFC 7636, appendix B. */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final InstantSource watch = now::get;
    private final LocalIssuer issuer = new LocalIssuer(URL, watch.withZone(ZoneOffset.UTC), Set.of(BACK));

    @Test
    void aCodeAndItsVerifierGiveTokensOfWhoSignedIn() throws IOException, ParseException {
        Map<String, Object> tokens = json(exchange(code("ann", "administrator"), Map.of()));
        assertThat(issuer.identity().check(Optional.of("Bearer " + tokens.get("access_token"))))
                .isEqualTo(new Verdict.Known(new Caller("ann", Role.ADMINISTRATOR, Optional.empty())));
        var claims = SignedJWT.parse((String) tokens.get("id_token")).getJWTClaimsSet();
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getAudience()).containsExactly("undersigned-moderators");
        assertThat(issuer.identity().check(Optional.of("Bearer " + tokens.get("id_token"))))
                .isEqualTo(new Verdict.Unknown());
    }

    @Test
    void theAnswerGoesBackWithTheStateAndWhoAnswers() {
        assertThat(parameters(signIn("ann", "moderator", Map.of())))
                .containsEntry("state", "s 1&x")
                .containsEntry("iss", URL)
                .containsKey("code");
    }

    @Test
    void aCodeIsGoodOnce() throws IOException {
        String code = code("ann", "moderator");
        assertThat(exchange(code, Map.of()).status()).isEqualTo(200);
        assertRefused(exchange(code, Map.of()), "invalid_grant");
    }

    @Test
    void aCodeIsSpentByAWrongVerifier() throws IOException {
        String code = code("ann", "moderator");
        assertRefused(exchange(code, Map.of("code_verifier", VERIFIER.replace('d', 'e'))), "invalid_grant");
        assertRefused(exchange(code, Map.of()), "invalid_grant");
    }

    @Test
    void aCodeIsGoodForAMinute() throws IOException {
        String code = code("ann", "moderator");
        String late = code("bob", "moderator");
        now.set(now.get().plus(Duration.ofSeconds(59)));
        assertThat(exchange(code, Map.of()).status()).isEqualTo(200);
        now.set(now.get().plus(Duration.ofSeconds(1)));
        assertRefused(exchange(late, Map.of()), "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code, '', invalid_grant",
        "code_verifier, '', invalid_grant",
        "redirect_uri, http://localhost:8081/, invalid_grant",
        "client_id, another, invalid_client",
        "grant_type, password, unsupported_grant_type"
    })
    void tokensAreForTheOneThatAskedAlone(String field, String value, String error) throws IOException {
        assertRefused(exchange(code("ann", "moderator"), Map.of(field, value)), error);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, another",
        "redirect_uri, https://evil.example/",
        "redirect_uri, http://localhost:8081/moderate/signed-in.html?x",
        "redirect_uri, ''"
    })
    void nobodyIsSentToAPageThatIsNotKnown(String field, String value) {
        for (var answer : new Gateway.Answer[] {
            get(request(Map.of(field, value))), signIn("ann", "moderator", Map.of(field, value))
        }) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers()).doesNotContainKey("Location");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "scope, profile, invalid_scope",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request"
    })
    void aFaultIsToldToThePageThatAsked(String field, String value, String error) {
        assertThat(parameters(get(request(Map.of(field, value)))))
                .containsEntry("error", error)
                .containsEntry("state", "s 1&x");
        assertThat(parameters(signIn("ann", "moderator", Map.of(field, value)))).containsEntry("error", error);
    }

    @ParameterizedTest
    @CsvSource({"'', moderator", "' ', moderator", "ann, owner", "ann, ''"})
    void whoGivesNoNameOrRoleIsAskedAgain(String name, String role) {
        var answer = signIn(name, role, Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).contains("Give a name", "value=\"s 1&amp;x\"");
    }

    @Test
    void whoCancelsGoesBackWithoutACode() {
        assertThat(parameters(signIn("", "", Map.of("answer", "cancel"))))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void whatAPageSendsStaysText() {
        var answer = get(request(Map.of("state", "\"><script>alert(1)</script>", "more", "<b>")));
        assertThat(text(answer)).contains("&quot;&gt;&lt;script").doesNotContain("<script", "<b>");
    }

    @Test
    void whatCannotBeReadOrStandsTwiceIsRefused() throws IOException {
        assertRefused(post("/token", "code=%zz"), "invalid_request");
        assertRefused(post("/token", "code=a&code=b"), "invalid_request");
    }

    @Test
    void discoveryNamesWhatAPageNeeds() throws IOException {
        var answer = page("GET", "/.well-known/openid-configuration").answer().to(new byte[0]);
        assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(json(answer))
                .containsEntry("authorization_endpoint", URL + "/authorize")
                .containsEntry("token_endpoint", URL + "/token")
                .hasEntrySatisfying(
                        "code_challenge_methods_supported",
                        methods -> assertThat(methods).asString().contains("S256"));
    }

    private static Map<String, String> request(Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "undersigned-moderators",
                "redirect_uri", BACK,
                "scope", "openid profile",
                "state", "s 1&x",
                "nonce", "n-1",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
        fields.putAll(changed);
        return fields;
    }

    private String code(String name, String role) {
        return parameters(signIn(name, role, Map.of())).get("code");
    }

    private Gateway.Answer signIn(String name, String role, Map<String, String> changed) {
        Map<String, String> fields = request(Map.of("name", name, "role", role, "answer", "sign-in"));
        fields.putAll(changed);
        return post("/authorize", encoded(fields));
    }

    private Gateway.Answer exchange(String code, Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "undersigned-moderators",
                "redirect_uri", BACK,
                "code", code,
                "code_verifier", VERIFIER));
        fields.putAll(changed);
        return post("/token", encoded(fields));
    }

    private static void assertRefused(Gateway.Answer answer, String error) throws IOException {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer)).containsEntry("error", error).doesNotContainKey("access_token");
        assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "*");
    }

    private static Map<String, String> parameters(Gateway.Answer answer) {
        assertThat(answer.status()).isEqualTo(303);
        URI location = URI.create(answer.headers().get("Location"));
        assertThat(location.toString()).startsWith(BACK + "?");
        return FormFields.parse(location.getRawQuery().getBytes(StandardCharsets.UTF_8))
                .values();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Gateway.Answer get(Map<String, String> fields) {
        return page("GET", "/authorize").answer().to(encoded(fields).getBytes(StandardCharsets.UTF_8));
    }

    private Gateway.Answer post(String path, String body) {
        return page("POST", path).answer().to(body.getBytes(StandardCharsets.UTF_8));
    }

    private Gateway.LocalPage page(String method, String path) {
        return issuer.pages().stream()
                .filter(page -> page.method().equals(method) && page.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> json(Gateway.Answer answer) throws IOException {
        return Json.object(text(answer));
    }

    private static String text(Gateway.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
