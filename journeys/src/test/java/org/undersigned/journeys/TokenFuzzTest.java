package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undersigned.admin.Identity;
import org.undersigned.authorizeadmin.AuthorizeAdminHandler;

/** Whatever a token holds, its bearer is known or is not: also where the issuer itself has signed it. */
class TokenFuzzTest {
    private static final Identity.Settings SETTINGS = new Identity.Settings(
            "https://login.example.org",
            new Identity.Audience.Named("undersigned"),
            "realm.roles",
            "statements",
            false,
            Duration.ofDays(1));
    private static final Map<String, Object> HEADER = Fuzz.members("alg", "ES256", "kid", "k", "typ", "JWT");

    private final ECKey key;
    private final Identity identity;
    private final AuthorizeAdminHandler handler;

    TokenFuzzTest() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        identity = new Identity(new ImmutableJWKSet<>(new JWKSet(key)), SETTINGS, Clock.systemUTC());
        handler = new AuthorizeAdminHandler(identity);
    }

    @Test
    void adminTokens() {
        long now = Clock.systemUTC().instant().getEpochSecond();
        Map<String, Object> claims = Fuzz.members(
                "iss",
                "https://login.example.org",
                "aud",
                List.of("undersigned"),
                "sub",
                "ann",
                "exp",
                now + 3_600,
                "iat",
                now,
                "nbf",
                now,
                "realm",
                Map.of("roles", List.of("administrator")),
                "statements",
                List.of("letter"));
        Fuzz.run("admin token", hostile -> {
            String header = hostile.oneIn(3) ? hostile.json(HEADER) : Fuzz.json(HEADER);
            String token = token(header, hostile.oneIn(9) ? Fuzz.json(claims) : hostile.json(claims), hostile);
            if (hostile.oneIn(4)) token = hostile.damaged(token);
            String authorization =
                    Fuzz.decoded(hostile.oneIn(20) ? hostile.damaged("Bearer ") + token : "Bearer " + token);
            Identity.Verdict verdict = identity.check(Optional.of(authorization));
            assertThat(verdict).as(() -> Fuzz.quoted(authorization)).isNotNull();
            Map<String, Object> event = Map.of(
                    "type",
                    "TOKEN",
                    "authorizationToken",
                    authorization,
                    "methodArn",
                    "arn:aws:execute-api:ca-central-1:123456789012:a1b2c3d4e5/v1/GET/admin/statements/letter/queue");
            try {
                assertThat(Fuzz.invoke(handler, event)).containsKey("policyDocument");
            } catch (AssertionError refused) {
                assertThat(refused.getCause()).hasMessage("Unauthorized");
            }
            return verdict instanceof Identity.Verdict.Known;
        });
    }

    private String token(String header, String claims, Hostile hostile) {
        Base64URL first = Base64URL.encode(hostile.bytes(header));
        Base64URL second = Base64URL.encode(hostile.bytes(claims));
        try {
            byte[] signed = (first + "." + second).getBytes(StandardCharsets.US_ASCII);
            var signature = new ECDSASigner(key).sign(new JWSHeader(JWSAlgorithm.ES256), signed);
            return first + "." + second + "." + signature;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
