package org.undersigned.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.admin.Identity.Verdict;

/** An issuer over HTTP, with all that can be wrong with one. */
class IssuerKeysTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Verdict UNKNOWN = new Verdict.Unknown();

    private final SigningKey old = SigningKey.ec(Curve.P_256, "old");
    private final SigningKey next = SigningKey.ec(Curve.P_256, "next");
    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer server;
    private String url;
    private volatile String configuration;
    private volatile String keys;

    IssuerKeysTest() throws JOSEException {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://localhost:" + server.getAddress().getPort();
        configuration = configuration(url, url + "/keys");
        keys = set(old.jwk());
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, configuration));
        server.createContext("/keys", exchange -> {
            fetched.incrementAndGet();
            answer(exchange, keys);
        });
        server.createContext("/moved", exchange -> redirect(exchange, url + "/keys"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keysAreFetchedAtTheFirstTokenAndKept() throws JOSEException {
        Identity identity = identity(url);
        assertThat(fetched).hasValue(0);
        for (int i = 0; i < 5; i++) assertThat(check(identity, old)).isInstanceOf(Verdict.Known.class);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void garbageAsksTheIssuerNothing() {
        assertThat(identity(url).check(Optional.of("Bearer garbage"))).isEqualTo(UNKNOWN);
        assertThat(fetched).hasValue(0);
    }

    @Test
    void aNewKeyIsFoundWhenItIsFirstUsedAndTheOldOneIsForgotten() throws JOSEException {
        Identity identity = identity(url);
        assertThat(check(identity, old)).isInstanceOf(Verdict.Known.class);
        keys = set(next.jwk());
        assertThat(check(identity, next)).isInstanceOf(Verdict.Known.class);
        assertThat(check(identity, old)).isEqualTo(UNKNOWN);
    }

    @Test
    void unknownKeysAreNobodysAndDoNotFloodTheIssuer() throws JOSEException {
        Identity identity = identity(url);
        for (int i = 0; i < 20; i++)
            assertThat(check(identity, SigningKey.ec(Curve.P_256, "unknown-" + i)))
                    .isEqualTo(UNKNOWN);
        assertThat(fetched).hasValueLessThanOrEqualTo(2);
        assertThat(check(identity, old)).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void keysThatAreKnownOutliveAnOutage() throws JOSEException {
        Identity identity = identity(url);
        assertThat(check(identity, old)).isInstanceOf(Verdict.Known.class);
        server.stop(0);
        assertThat(check(identity, old)).isInstanceOf(Verdict.Known.class);
        assertThat(check(identity, next)).isEqualTo(UNKNOWN);
    }

    @Test
    void anIssuerThatIsDownIsOurFailureUntilItIsUp() throws JOSEException, IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        Identity identity = identity(url);
        assertFails(identity);
        assertFails(identity);

        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, configuration));
        server.createContext("/keys", exchange -> answer(exchange, keys));
        server.start();
        assertThat(check(identity, old)).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void keysThatNeverCameAreOurFailureHoweverOftenTheyAreAskedFor() throws JOSEException {
        configuration = configuration(url, url + "/nowhere");
        Identity identity = identity(url);
        for (int i = 0; i < 4; i++) assertFails(identity);
    }

    @Test
    void anIssuerThatCallsItselfOtherwiseIsNotBelieved() throws JOSEException {
        for (String other : List.of("https://other.example", url + "/", "")) {
            configuration = configuration(other, url + "/keys");
            assertFails(identity(url));
        }
        assertThat(fetched).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html></html>",
                "",
                "{\"issuer\": \"%1$s\"}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": 1}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"no url\"}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"/keys\"}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"file:///etc/hostname\"}"
            })
    void aConfigurationThatCannotBeReadIsOurFailure(String text) throws JOSEException {
        configuration = text.formatted(url);
        assertFails(identity(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "<html></html>", "", "{\"keys\": 1}"})
    void keysThatCannotBeReadAreOurFailure(String text) throws JOSEException {
        keys = text;
        assertFails(identity(url));
    }

    @Test
    void redirectsAreNotFollowed() throws JOSEException, IOException {
        configuration = configuration(url, url + "/moved");
        assertFails(identity(url));

        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext(
                "/",
                exchange -> redirect(exchange, url + exchange.getRequestURI().getPath()));
        elsewhere.start();
        try {
            String moved = "http://localhost:" + elsewhere.getAddress().getPort();
            configuration = configuration(moved, url + "/keys");
            assertFails(identity(moved));
        } finally {
            elsewhere.stop(0);
        }
        assertThat(fetched).hasValue(0);
    }

    @Test
    void moreThanAHundredKilobytesAreNotRead() throws JOSEException {
        keys = " ".repeat(200 * 1024) + keys;
        assertFails(identity(url));
    }

    @Test
    void anIssuersUrlMayHaveAPathAndEndInASlash() throws JOSEException {
        String tenant = url + "/tenant/";
        server.createContext(
                "/tenant/.well-known/openid-configuration",
                exchange -> answer(exchange, configuration(tenant, url + "/keys")));
        assertThat(identity(tenant).check(Optional.of(header(old, tenant)))).isInstanceOf(Verdict.Known.class);
    }

    private void assertFails(Identity identity) throws JOSEException {
        String header = header(old, url);
        assertThatIllegalStateException()
                .isThrownBy(() -> identity.check(Optional.of(header)))
                .withMessage("the issuer's keys cannot be had");
    }

    private Verdict check(Identity identity, SigningKey key) throws JOSEException {
        return identity.check(Optional.of(header(key, url)));
    }

    private static String header(SigningKey key, String issuer) throws JOSEException {
        return "Bearer "
                + key.sign(
                        JWSAlgorithm.ES256,
                        new JWTClaimsSet.Builder()
                                .issuer(issuer)
                                .audience("undersigned")
                                .subject("someone")
                                .expirationTime(Date.from(CLOCK.instant().plusSeconds(300)))
                                .claim("roles", List.of("moderator"))
                                .build());
    }

    private static Identity identity(String issuer) {
        return new Identity(
                new IssuerKeys(issuer),
                new Identity.Settings(
                        issuer,
                        new Identity.Audience.Named("undersigned"),
                        "roles",
                        "statements",
                        false,
                        Duration.ofDays(1)),
                CLOCK);
    }

    private static String configuration(String issuer, String keys) {
        return "{\"issuer\": \"" + issuer + "\", \"jwks_uri\": \"" + keys + "\"}";
    }

    private static String set(JWK... keys) {
        return new JWKSet(Arrays.asList(keys)).toString();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
