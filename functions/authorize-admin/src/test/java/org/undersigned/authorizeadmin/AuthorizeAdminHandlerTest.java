package org.undersigned.authorizeadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.admin.Identity;
import org.undersigned.admin.OwnIssuer;
import org.undersigned.admin.Role;
import org.undersigned.lambda.Json;

class AuthorizeAdminHandlerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Path EVENT = Path.of("../../events/authorize-admin.json");
    private static final String ALL_ADMIN_ROUTES =
            "arn:aws:execute-api:ca-central-1:123456789012:a1b2c3d4e5/v1/*/admin/*";

    private final OwnIssuer issuer = OwnIssuer.create("https://login.example.org", CLOCK);
    private final AuthorizeAdminHandler handler = new AuthorizeAdminHandler(issuer.identity());

    @ParameterizedTest
    @CsvSource({"MODERATOR,moderator", "ADMINISTRATOR,administrator"})
    void aKnownCallerMayAskForAllAdminRoutesOfTheStage(Role role, String principal) throws IOException {
        String token = issuer.token("someone", role, Optional.of(List.of("another-statement")));
        assertThat(call(handler, token)).isEqualTo(policy(principal, "Allow"));
    }

    /** It is kept for the token, so it must not depend on the route that was asked for first. */
    @Test
    void theAnswerIsTheSameWhicheverRouteIsAskedFor() throws IOException {
        Map<String, Object> event = event("Bearer " + issuer.token("someone", Role.MODERATOR, Optional.empty()));
        Map<String, Object> first = call(handler, event);
        event.put(
                "methodArn",
                "arn:aws:execute-api:ca-central-1:123456789012:a1b2c3d4e5/v1/POST/admin/statements/other/decisions");
        assertThat(call(handler, event)).isEqualTo(first);
    }

    @Test
    void theCallersNameStaysOutOfTheAnswer() throws IOException {
        String token = issuer.token("someone", Role.MODERATOR, Optional.empty());
        assertThat(Json.text(call(handler, token))).doesNotContain("someone");
    }

    @Test
    void aRightTokenWithoutARoleIsDenied() throws IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key").generate();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key").build(),
                new JWTClaimsSet.Builder()
                        .issuer("https://login.example.org")
                        .audience("undersigned")
                        .subject("someone")
                        .expirationTime(Date.from(CLOCK.instant().plusSeconds(60)))
                        .build());
        token.sign(new ECDSASigner(key));
        var identity = new Identity(new ImmutableJWKSet<>(new JWKSet(key)), settings(), CLOCK);
        assertThat(call(new AuthorizeAdminHandler(identity), token.serialize())).isEqualTo(policy("none", "Deny"));
    }

    @Test
    void whoIsNotKnownFailsWithTheWordThatApiGatewayAnswersWith401() throws IOException {
        String stranger = OwnIssuer.create("https://login.example.org", CLOCK)
                .token("someone", Role.ADMINISTRATOR, Optional.empty());
        for (String token : List.of("", "garbage", stranger))
            assertThatThrownBy(() -> call(handler, token))
                    .hasMessage("Unauthorized")
                    .hasNoCause();
        Map<String, Object> without = event("");
        without.remove("authorizationToken");
        assertThatThrownBy(() -> call(handler, without)).hasMessage("Unauthorized");
        try (InputStream sample = Files.newInputStream(EVENT)) {
            assertThatThrownBy(() -> call(handler, Json.object(sample))).hasMessage("Unauthorized");
        }
    }

    @Test
    void anIssuerThatCannotBeAskedIsAnotherFailure() {
        var down = new Identity(
                (selector, context) -> {
                    throw new KeySourceException("down");
                },
                settings(),
                CLOCK);
        String token = issuer.token("someone", Role.MODERATOR, Optional.empty());
        assertThatThrownBy(() -> call(new AuthorizeAdminHandler(down), token))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .isNotEqualTo("Unauthorized")
                .doesNotContain(token);
    }

    private static Identity.Settings settings() {
        return new Identity.Settings(
                "https://login.example.org",
                new Identity.Audience.Named("undersigned"),
                "roles",
                "statements",
                false,
                Duration.ofDays(1));
    }

    private static Map<String, Object> policy(String principal, String effect) {
        return Map.of(
                "principalId",
                principal,
                "policyDocument",
                Map.of(
                        "Version",
                        "2012-10-17",
                        "Statement",
                        List.of(Map.of(
                                "Action", "execute-api:Invoke", "Effect", effect, "Resource", ALL_ADMIN_ROUTES))));
    }

    private static Map<String, Object> event(String authorization) throws IOException {
        try (InputStream sample = Files.newInputStream(EVENT)) {
            Map<String, Object> event = new HashMap<>(Json.object(sample));
            event.put("authorizationToken", authorization);
            return event;
        }
    }

    private static Map<String, Object> call(AuthorizeAdminHandler handler, String token) throws IOException {
        return call(handler, event("Bearer " + token));
    }

    private static Map<String, Object> call(AuthorizeAdminHandler handler, Map<String, Object> event)
            throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(Json.text(event).getBytes(StandardCharsets.UTF_8)), out, null);
        return Json.object(new ByteArrayInputStream(out.toByteArray()));
    }
}
