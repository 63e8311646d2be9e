package org.undersigned.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.admin.Identity.Verdict;

class IdentityTest {
    private static final String ISSUER = "https://login.example.org";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Verdict UNKNOWN = new Verdict.Unknown();
    private static final Verdict NO_ROLE = new Verdict.NoRole();

    private static final SigningKey RSA;
    private static final SigningKey P256;
    private static final SigningKey P384;
    private static final SigningKey P521;
    private static final SigningKey ED25519;

    static {
        try {
            RSA = SigningKey.rsa("rsa");
            P256 = SigningKey.ec(Curve.P_256, "p256");
            P384 = SigningKey.ec(Curve.P_384, "p384");
            P521 = SigningKey.ec(Curve.P_521, "p521");
            ED25519 = SigningKey.ed25519("ed25519");
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final Identity identity = identity("roles", "statements");

    static Map<JWSAlgorithm, SigningKey> families() {
        return Map.of(
                JWSAlgorithm.RS256, RSA,
                JWSAlgorithm.RS384, RSA,
                JWSAlgorithm.RS512, RSA,
                JWSAlgorithm.ES256, P256,
                JWSAlgorithm.ES384, P384,
                JWSAlgorithm.ES512, P521,
                JWSAlgorithm.EdDSA, ED25519);
    }

    static Set<Map.Entry<JWSAlgorithm, SigningKey>> algorithms() {
        return families().entrySet();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void everyFamilyOfKeysIsKnown(Map.Entry<JWSAlgorithm, SigningKey> family) throws JOSEException {
        String token = family.getValue().sign(family.getKey(), right().build());
        assertThat(check(token)).isEqualTo(known(Role.MODERATOR));
    }

    @Test
    void aTokenThatDoesNotNameItsKeyIsTriedWithAllThatFit() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).build();
        assertThat(check(ED25519.sign(header, right().build()))).isEqualTo(known(Role.MODERATOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   "})
    void theSchemeIsReadAsHttpReadsIt(String scheme) throws JOSEException {
        assertThat(identity.check(Optional.of(scheme + token(right())))).isEqualTo(known(Role.MODERATOR));
    }

    @Test
    void withoutABearerTokenNobodyIsKnown() throws JOSEException {
        assertThat(identity.check(Optional.empty())).isEqualTo(UNKNOWN);
        for (String header : List.of("", "Bearer", "Bearer ", "Basic YTpi", token(right()), "Token " + token(right())))
            assertThat(identity.check(Optional.of(header))).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                ".",
                "..",
                "...",
                "a.b.c",
                "e30.e30.",
                "e30.e30.e30",
                "eyJhbGciOjF9.e30.e30",
                "eyJhbGciOm51bGx9.e30.e30",
                "eyJhbGciOiJSUzI1NiJ9.e30.",
                "W10.W10.W10",
                "\u0000.\u0000.\u0000",
                "a.b.c.d.e"
            })
    void garbageIsNobody(String token) {
        assertThat(check(token)).isEqualTo(UNKNOWN);
    }

    @Test
    void aTokenWithoutASignatureIsNobody() throws Exception {
        var claims = right().build();
        assertThat(check(new PlainJWT(claims).serialize())).isEqualTo(UNKNOWN);
        assertThat(check(new PlainJWT(new PlainHeader.Builder().build(), claims).serialize() + "AAAA"))
                .isEqualTo(UNKNOWN);
        String[] parts = token(right()).split("\\.");
        assertThat(check(parts[0] + "." + parts[1] + ".")).isEqualTo(UNKNOWN);
    }

    @Test
    void aPublicKeyIsNoSecret() throws Exception {
        byte[] encoded = RSA.jwk().toRSAKey().toPublicKey().getEncoded();
        byte[] json = RSA.jwk().toJSONString().getBytes(StandardCharsets.UTF_8);
        for (byte[] secret : List.of(encoded, json)) {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), right().build());
            token.sign(new MACSigner(secret));
            assertThat(check(token.serialize())).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void otherAlgorithmsOfAKnownKeyAreRefused() throws JOSEException {
        assertThat(check(RSA.sign(JWSAlgorithm.PS256, right().build()))).isEqualTo(UNKNOWN);
    }

    @Test
    void aTokenOfAnUnknownKeyIsNobodyWhateverItCallsTheKey() throws Exception {
        for (String id : List.of("rsa", "another")) {
            SigningKey stranger = SigningKey.rsa(id);
            assertThat(check(stranger.sign(JWSAlgorithm.RS256, right().build())))
                    .isEqualTo(UNKNOWN);
            var own = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(id)
                    .jwk(stranger.jwk())
                    .build();
            assertThat(check(stranger.sign(own, right().build()))).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void aHeaderThatMustBeUnderstoodIsRefused() throws JOSEException {
        for (var family : families().entrySet()) {
            var header = new JWSHeader.Builder(family.getKey())
                    .keyID(family.getValue().jwk().getKeyID())
                    .criticalParams(Set.of("exp"))
                    .build();
            assertThat(check(family.getValue().sign(header, right().build()))).isEqualTo(UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({"JWT,true", "jwt,true", "at+jwt,true", "application/at+jwt,true", "JOSE,false", "logout+jwt,false"})
    void onlyTypesOfTokensForApisAreTaken(String type, boolean taken) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .build();
        assertThat(check(RSA.sign(header, right().build()))).isEqualTo(taken ? known(Role.MODERATOR) : UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"-59,true", "-60,false", "-61,false", "1,true"})
    void anExpiredTokenIsTakenForLessThanAMinute(int seconds, boolean taken) throws JOSEException {
        var claims = right().expirationTime(Date.from(NOW.plusSeconds(seconds)));
        assertThat(check(token(claims))).isEqualTo(taken ? known(Role.MODERATOR) : UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"59,true", "61,false", "-1,true"})
    void aTokenOfTheFutureIsTakenLessThanAMinuteEarly(int seconds, boolean taken) throws JOSEException {
        var claims = right().notBeforeTime(Date.from(NOW.plusSeconds(seconds)));
        assertThat(check(token(claims))).isEqualTo(taken ? known(Role.MODERATOR) : UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.org/", "https://LOGIN.example.org", "https://other.example", ""})
    void anotherIssuerIsRefused(String issuer) throws JOSEException {
        assertThat(check(token(right().issuer(issuer)))).isEqualTo(UNKNOWN);
    }

    @Test
    void anotherAudienceIsRefused() throws JOSEException {
        assertThat(check(token(right().audience("other")))).isEqualTo(UNKNOWN);
        assertThat(check(token(right().audience("Undersigned")))).isEqualTo(UNKNOWN);
        assertThat(check(token(right().audience(List.of())))).isEqualTo(UNKNOWN);
        assertThat(check(token(right().audience(List.of("other", "undersigned")))))
                .isEqualTo(known(Role.MODERATOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "exp"})
    void withoutAClaimThatIsRequiredNobodyIsKnown(String claim) throws JOSEException {
        assertThat(check(token(right().claim(claim, null)))).isEqualTo(UNKNOWN);
        assertThat(check(raw(json().replace("\"" + claim + "\"", "\"x-" + claim + "\""))))
                .isEqualTo(UNKNOWN);
        assertThat(check(raw(json().replaceAll("\"" + claim + "\":(\"[^\"]*\"|[0-9]+)", "\"" + claim + "\":null"))))
                .isEqualTo(UNKNOWN);
        assertThat(check(raw(json().replaceAll("\"" + claim + "\":(\"[^\"]*\"|[0-9]+)", "\"" + claim + "\":{}"))))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void aSubjectHas1To255Characters() throws JOSEException {
        assertThat(check(token(right().subject("")))).isEqualTo(UNKNOWN);
        assertThat(check(token(right().subject(" ")))).isEqualTo(UNKNOWN);
        assertThat(check(token(right().subject("a".repeat(256))))).isEqualTo(UNKNOWN);
        assertThat(check(token(right().subject("a".repeat(255))))).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void aTokenHasAtMost8Kilobytes() throws JOSEException {
        assertThat(check(token(right().claim("groups", "a".repeat(5_000))))).isEqualTo(known(Role.MODERATOR));
        assertThat(check(token(right().claim("groups", "a".repeat(6_100))))).isEqualTo(UNKNOWN);
    }

    @Test
    void rolesAreAListOrATextWithSpacesAndTheGreaterWins() throws JOSEException {
        assertThat(check(token(roles("administrator")))).isEqualTo(known(Role.ADMINISTRATOR));
        assertThat(check(token(roles("openid moderator")))).isEqualTo(known(Role.MODERATOR));
        assertThat(check(token(roles("moderator administrator")))).isEqualTo(known(Role.ADMINISTRATOR));
        assertThat(check(token(roles(List.of("staff", "moderator", "administrator")))))
                .isEqualTo(known(Role.ADMINISTRATOR));
    }

    @Test
    void aTokenWithNoRoleOfOursIsKnownToHaveNone() throws JOSEException {
        for (Object roles : List.of(
                "",
                "Moderator",
                "administrators",
                "moderator,administrator",
                List.of(),
                List.of("editor"),
                List.of("moderator", 1),
                Map.of("moderator", true),
                true,
                1)) assertThat(check(token(roles(roles)))).isEqualTo(NO_ROLE);
        assertThat(check(token(roles(null)))).isEqualTo(NO_ROLE);
    }

    @Test
    void whereTheClaimIsRequiredATokenMustNameStatements() throws JOSEException {
        Identity requiring = new Identity(
                keys(),
                new Identity.Settings(
                        ISSUER,
                        new Identity.Audience.Named("undersigned"),
                        "roles",
                        "statements",
                        true,
                        Duration.ofDays(1)),
                CLOCK);
        String silent = token(roles(List.of("moderator")));
        String limited = token(roles(List.of("moderator")).claim("statements", List.of()));
        assertThat(requiring.check(Optional.of("Bearer " + silent))).isEqualTo(new Verdict.NoStatements());
        assertThat(requiring.check(Optional.of("Bearer " + limited))).isInstanceOf(Verdict.Known.class);
        assertThat(requiring.check(Optional.of("Bearer " + token(roles(List.of("editor"))))))
                .isEqualTo(NO_ROLE);
    }

    @Test
    void aTokenThatIsValidForTooLongIsRefused() throws JOSEException {
        Instant now = CLOCK.instant();
        Instant dayAgo = now.minus(Duration.ofDays(1));
        assertThat(check(token(lasting(now, now.plus(Duration.ofDays(1)))))).isEqualTo(known(Role.MODERATOR));
        assertThat(check(token(lasting(now, now.plus(Duration.ofDays(1)).plusSeconds(1)))))
                .isEqualTo(UNKNOWN);
        assertThat(check(token(lasting(dayAgo, now.plusSeconds(1))))).isEqualTo(UNKNOWN);
        assertThat(check(token(lasting(null, now.plus(Duration.ofDays(1)))))).isEqualTo(known(Role.MODERATOR));
        assertThat(check(token(lasting(null, Instant.parse("9999-01-01T00:00:00Z")))))
                .isEqualTo(UNKNOWN);
        assertThat(check(token(lasting(
                        now.plus(Duration.ofDays(9)),
                        now.plus(Duration.ofDays(9)).plusSeconds(5)))))
                .isEqualTo(UNKNOWN);
    }

    private static JWTClaimsSet.Builder lasting(Instant from, Instant until) {
        return roles(List.of("moderator"))
                .issueTime(from == null ? null : Date.from(from))
                .expirationTime(Date.from(until));
    }

    @Test
    void rolesMayBeNested() throws JOSEException {
        Identity nested = identity("realm_access.roles", "statements");
        var claims = roles(null).claim("realm_access", Map.of("roles", List.of("administrator")));
        assertThat(nested.check(Optional.of("Bearer " + token(claims)))).isEqualTo(known(Role.ADMINISTRATOR));

        var dotted = claims.claim("realm_access.roles", List.of("moderator"));
        assertThat(nested.check(Optional.of("Bearer " + token(dotted)))).isEqualTo(known(Role.MODERATOR));

        var elsewhere = roles("administrator").claim("realm_access", "administrator");
        assertThat(nested.check(Optional.of("Bearer " + token(elsewhere)))).isEqualTo(NO_ROLE);
    }

    @Test
    void rolesMayBeUnderTheUrlOfANamespace() throws JOSEException {
        Identity named = identity("https://example.org/roles", "statements");
        var claims = roles(null).claim("https://example.org/roles", List.of("moderator"));
        assertThat(named.check(Optional.of("Bearer " + token(claims)))).isEqualTo(known(Role.MODERATOR));
    }

    @Test
    void withoutAClaimOfStatementsTheyAreForAll() throws JOSEException {
        assertThat(statements(token(right()), "statements")).isEmpty();
        assertThat(statements(token(right()), "limits.statements")).isEmpty();
        assertThat(statements(token(right().claim("limits", Map.of())), "limits.statements"))
                .isEmpty();
    }

    @Test
    void statementsAreAListOrATextWithSpaces() throws JOSEException {
        assertThat(statements(token(right().claim("statements", "a b")), "statements"))
                .contains(Set.of("a", "b"));
        assertThat(statements(token(right().claim("statements", List.of("a", "b"))), "statements"))
                .contains(Set.of("a", "b"));
        assertThat(statements(token(right().claim("limits", Map.of("statements", List.of("a")))), "limits.statements"))
                .contains(Set.of("a"));
    }

    @Test
    void aClaimOfStatementsThatCannotBeReadIsForNone() throws JOSEException {
        for (Object malformed : Arrays.asList("", " ", List.of(), List.of("a", 1), Map.of("a", 1), 1, true))
            assertThat(statements(token(right().claim("statements", malformed)), "statements"))
                    .contains(Set.of());
        assertThat(statements(raw(json().replace("}", ",\"statements\":null}")), "statements"))
                .contains(Set.of());
        assertThat(statements(token(right().claim("limits", "all")), "limits.statements"))
                .contains(Set.of());
        assertThat(statements(raw(json().replace("}", ",\"limits\":null}")), "limits.statements"))
                .contains(Set.of());
    }

    @Test
    void withoutAnIssuerEverybodyIsUnknown() throws JOSEException {
        var none = new Identity(
                keys(),
                new Identity.Settings(
                        Identity.NONE,
                        new Identity.Audience.Named("undersigned"),
                        "roles",
                        "statements",
                        false,
                        Duration.ofDays(1)),
                CLOCK);
        assertThat(none.check(Optional.of("Bearer " + token(right().issuer(Identity.NONE)))))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void keysThatCannotBeHadAreOurFailureAndSayNothingOfTheCaller() throws JOSEException {
        JWKSource<SecurityContext> down = (selector, context) -> {
            throw new KeySourceException("down");
        };
        var identity = new Identity(down, settings("roles", "statements"), CLOCK);
        String token = token(right());
        assertThatIllegalStateException()
                .isThrownBy(() -> identity.check(Optional.of("Bearer " + token)))
                .withMessage("the issuer's keys cannot be had");
        assertThat(identity.check(Optional.of("Bearer garbage"))).isEqualTo(UNKNOWN);
    }

    @Test
    void ourOwnIssuersTokensAreKnown() {
        OwnIssuer issuer = OwnIssuer.create("http://localhost:8080", CLOCK);
        String token = issuer.token("someone", Role.ADMINISTRATOR, Optional.of(List.of("a")));
        assertThat(issuer.identity().check(Optional.of("Bearer " + token)))
                .isEqualTo(new Verdict.Known(new Caller("someone", Role.ADMINISTRATOR, Optional.of(Set.of("a")))));
        assertThat(issuer.jwks()).contains("\"kty\":\"EC\"").doesNotContain("\"d\"");
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void noMutatedTokenPasses(
            @Given(SomeToken.class) String token, @Given int number, @Given(SomeCharacter.class) char character) {
        int at = Math.floorMod(number, token.length());
        int kind = Math.floorMod(number, 3);
        String mutated =
                token.substring(0, at) + (kind == 0 ? "" : character) + token.substring(kind == 1 ? at : at + 1);
        if (mutated.strip().equals(token)) return;
        assertThat(check(mutated)).isEqualTo(UNKNOWN);
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void noTokenMadeOfTwoPasses(@Given(SomeToken.class) String one, @Given(SomeToken.class) String other) {
        String[] parts = one.split("\\.");
        String[] others = other.split("\\.");
        for (String mixed : List.of(
                parts[0] + "." + parts[1] + "." + others[2],
                parts[0] + "." + others[1] + "." + parts[2],
                others[0] + "." + parts[1] + "." + parts[2]))
            if (!mixed.equals(one) && !mixed.equals(other))
                assertThat(check(mixed)).isEqualTo(UNKNOWN);
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void noTextIsAFailureOfOurs(
            @Given(AnyText.class) String header,
            @Given(AnyText.class) String claims,
            @Given(AnyText.class) String signature) {
        String token = Base64URL.encode(header) + "." + Base64URL.encode(claims) + "." + Base64URL.encode(signature);
        assertThat(check(token)).isEqualTo(UNKNOWN);
        assertThat(check(header + "." + claims + "." + signature)).isEqualTo(UNKNOWN);
    }

    /** Any characters, half ones too. */
    static final class AnyText implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            var text = new StringBuilder();
            for (int i = context.random().intRange(0, 40); i > 0; i--)
                text.appendCodePoint(
                        context.random().intRange(0, context.random().trueOrFalse() ? 0x7F : Character.MAX_CODE_POINT));
            return text.toString();
        }
    }

    static final class SomeToken implements GivenProvider {
        private static final List<String> TOKENS = tokens();

        @Override
        public Object provide(ElementContext context) {
            return context.random().oneOf(TOKENS);
        }

        private static List<String> tokens() {
            try {
                return List.of(
                        RSA.sign(JWSAlgorithm.RS256, roles("moderator").build()),
                        RSA.sign(JWSAlgorithm.RS256, roles("administrator").build()),
                        P256.sign(JWSAlgorithm.ES256, roles("moderator").build()),
                        P521.sign(JWSAlgorithm.ES512, roles("administrator").build()),
                        ED25519.sign(JWSAlgorithm.EdDSA, roles("moderator").build()),
                        ED25519.sign(JWSAlgorithm.EdDSA, roles("administrator").build()));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static final class SomeCharacter implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return context.random().trueOrFalse()
                    ? context.random().alphanumericCharacter()
                    : "-_=.+/ !\u0000é".charAt(context.random().intRange(0, 9));
        }
    }

    private static JWTClaimsSet.Builder right() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("undersigned")
                .subject("someone")
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("roles", List.of("moderator"));
    }

    private static JWTClaimsSet.Builder roles(Object roles) {
        return right().claim("roles", roles);
    }

    private static String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return RSA.sign(JWSAlgorithm.RS256, claims.build());
    }

    private static String json() {
        return right().claim("roles", "moderator").build().toString();
    }

    /** Signs a text that the library would not write. */
    private static String raw(String json) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();
        String signed = header.toBase64URL() + "." + Base64URL.encode(json);
        return signed + "." + RSA.signer().sign(header, signed.getBytes(StandardCharsets.US_ASCII));
    }

    private Verdict check(String token) {
        return identity.check(Optional.of("Bearer " + token));
    }

    private static Optional<Set<String>> statements(String token, String claim) {
        var verdict = identity("roles", claim).check(Optional.of("Bearer " + token));
        assertThat(verdict).isInstanceOf(Verdict.Known.class);
        return ((Verdict.Known) verdict).caller().statements();
    }

    private static Verdict known(Role role) {
        return new Verdict.Known(new Caller("someone", role, Optional.empty()));
    }

    private static Identity identity(String rolesClaim, String statementsClaim) {
        return new Identity(keys(), settings(rolesClaim, statementsClaim), CLOCK);
    }

    private static Identity.Settings settings(String rolesClaim, String statementsClaim) {
        return new Identity.Settings(
                ISSUER,
                new Identity.Audience.Named("undersigned"),
                rolesClaim,
                statementsClaim,
                false,
                Duration.ofDays(1));
    }

    private static JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(List.of(RSA.jwk(), P256.jwk(), P384.jwk(), P521.jwk(), ED25519.jwk())));
    }
}
