package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undersigned.Yaml;
import org.undersigned.admin.Identity;
import org.undersigned.authorizeadmin.AuthorizeAdminHandler;
import org.undersigned.lambda.Json;
import org.undersigned.liststatements.ListStatementsHandler;
import org.undersigned.local.Invocation;
import org.undersigned.local.Project;
import org.undersigned.priming.PrimingEvent;

/** The tokens of an Amazon Cognito user pool at both doors of the admin API: the gateway's authorizer, and a function. */
@OnlyOn(
        value = {EMBEDDED, TESTCONTAINERS},
        because = "LocalStack has no Cognito")
class UserPoolTest {
    private static final String POOL = "/ca-central-1_AbCdEfGhI";
    private static final String CLIENT = "1example23456789";
    private static final String SUBJECT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private final Journey journey = Journey.start();
    private final RSAKey key = key("of-the-pool");
    private HttpServer server;
    private String issuer;
    private Identity identity;
    private OtherEnv env;

    UserPoolTest() throws JOSEException {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort() + POOL;
        publish(POOL + "/.well-known/openid-configuration", Json.text(configuration()));
        publish(POOL + "/.well-known/jwks.json", new JWKSet(key.toPublicJWK()).toString());
        server.start();
        env = OtherEnv.of(
                journey.backend().env(),
                Map.of(
                        "ADMIN_ISSUER", issuer,
                        "AUDIENCE_CLAIM", "client_id",
                        "ADMIN_AUDIENCE", CLIENT,
                        "ROLES_CLAIM", "cognito:groups",
                        "STATEMENTS_CLAIM", "statements"));
        identity = Identity.of(env, env.clock());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aGroupOfThePoolIsARole() throws Exception {
        for (String group : List.of("moderator", "administrator")) {
            String token = access(claims -> claims.claim("cognito:groups", List.of("ca-central-1_x_Google", group)));
            assertThat(authorized(token)).contains("\"Allow\"", "\"principalId\":\"" + group + "\"");
            assertThat(asked(token)).containsEntry("statusCode", 200);
        }
    }

    @Test
    void whoIsInNoGroupOfOursIsDenied() throws Exception {
        for (Object groups : List.of(List.of(), List.of("editors"), List.of("administrators")))
            assertDenied(access(claims -> claims.claim("cognito:groups", groups)));
        assertDenied(access(claims -> claims.claim("cognito:groups", null)));
    }

    @Test
    void aTokenForAnotherClientOfThePoolIsNobodys() throws Exception {
        assertUnknown(access(claims -> claims.claim("client_id", "2example23456789")));
        assertUnknown(access(claims -> claims.claim("client_id", null)));
        assertUnknown(access(claims -> claims.claim("client_id", List.of(CLIENT))));
    }

    /** It is for the page, which reads from it who signed in. */
    @Test
    void anIdTokenIsNobodys() throws Exception {
        assertUnknown(signed(key, idToken()));
        // With either claim of an access token it would still be none.
        assertUnknown(signed(key, idToken().claim("client_id", CLIENT)));
        assertUnknown(signed(key, idToken().claim("client_id", CLIENT).claim("token_use", "access")));
        assertUnknown(access(claims -> claims.claim("token_use", "id")));
        assertUnknown(access(claims -> claims.claim("token_use", null)));
    }

    @Test
    void aTokenThatNamesAnotherApiIsNobodys() throws Exception {
        assertUnknown(access(claims -> claims.audience("https://other.example")));
    }

    @Test
    void aTokenOfAnotherPoolIsNobodys() throws Exception {
        assertUnknown(access(claims -> claims.issuer(issuer.replace(POOL, "/ca-central-1_ZyXwVuTsR"))));
        assertUnknown(signed(key("of-another-pool"), accessToken()));
        assertUnknown(signed(key("of-the-pool"), accessToken()));
    }

    @Test
    void anExpiredTokenIsNobodys() throws Exception {
        assertUnknown(access(claims -> claims.issueTime(Date.from(now().minusSeconds(30_000)))
                .expirationTime(Date.from(now().minusSeconds(1_200)))));
    }

    /** What the template gives the functions is what this test gives them, with the names that Cognito has. */
    @Test
    void theTemplateAsksForWhatAPoolIssues() throws Exception {
        Yaml template = Yaml.read(Project.root().resolve("template.yaml"));
        Yaml people = Yaml.read(Project.root().resolve("people.yaml"));
        Yaml variables = template.at("Resources", "AuthorizeAdmin", "Properties", "Environment", "Variables");
        assertThat(variables.at("AUDIENCE_CLAIM").toString()).contains("client_id", "aud");
        assertThat(variables.at("ROLES_CLAIM").toString()).contains("cognito:groups");
        assertThat(people.everywhere("GroupName")).extracting(Yaml::text).containsExactly("moderator", "administrator");
        assertThat(people.at("Outputs").entries().keySet()).contains("Issuer", "Client");
    }

    private void assertDenied(String token) throws Exception {
        assertThat(authorized(token)).contains("\"Deny\"", "\"principalId\":\"none\"");
        assertThat(asked(token)).containsEntry("statusCode", 403);
    }

    private void assertUnknown(String token) throws Exception {
        assertThatThrownBy(() -> authorized(token)).hasMessage("Unauthorized");
        assertThat(asked(token)).containsEntry("statusCode", 401);
    }

    private String authorized(String token) throws IOException {
        var out = new ByteArrayOutputStream();
        String event = Json.text(Map.of(
                "type",
                "TOKEN",
                "authorizationToken",
                "Bearer " + token,
                "methodArn",
                "arn:aws:execute-api:ca-central-1:123456789012:a1b2c3d4e5/v1/GET/admin/statements"));
        new AuthorizeAdminHandler(identity)
                .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Map<String, Object> asked(String token) throws IOException {
        String event = PrimingEvent.of("GET", Map.of(), "", Map.of("Authorization", "Bearer " + token));
        return new Invocation("ListStatements", new ListStatementsHandler(env, identity)).call(Json.object(event));
    }

    private String access(UnaryOperator<JWTClaimsSet.Builder> changed) throws JOSEException {
        return signed(key, changed.apply(accessToken()));
    }

    /** As the pool issues it at the end of the authorization code flow: no {@code aud}, and no attribute of the person. */
    private JWTClaimsSet.Builder accessToken() {
        return new JWTClaimsSet.Builder()
                .subject(SUBJECT)
                .claim("cognito:groups", List.of("moderator"))
                .issuer(issuer)
                .claim("version", 2)
                .claim("client_id", CLIENT)
                .claim("origin_jti", "bbbbbbbb-cccc-dddd-eeee-ffffffffffff")
                .claim("event_id", "cccccccc-dddd-eeee-ffff-000000000000")
                .claim("token_use", "access")
                .claim("scope", "openid email")
                .claim("auth_time", now().getEpochSecond())
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(now().plusSeconds(8 * 3_600)))
                .jwtID("dddddddd-eeee-ffff-0000-111111111111")
                .claim("username", SUBJECT);
    }

    private JWTClaimsSet.Builder idToken() {
        return new JWTClaimsSet.Builder()
                .claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")
                .subject(SUBJECT)
                .claim("cognito:groups", List.of("administrator"))
                .claim("email_verified", true)
                .issuer(issuer)
                .claim("cognito:username", SUBJECT)
                .claim("nonce", "abc")
                .audience(CLIENT)
                .claim("token_use", "id")
                .claim("auth_time", now().getEpochSecond())
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(now().plusSeconds(8 * 3_600)))
                .claim("email", "ann@example.org");
    }

    /** Where people sign in is another host than the issuer. */
    private Map<String, Object> configuration() {
        String domain = "https://undersigned-0a1b2c3d4e5f.auth.ca-central-1.amazoncognito.com";
        return Map.of(
                "authorization_endpoint", domain + "/oauth2/authorize",
                "end_session_endpoint", domain + "/logout",
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "issuer", issuer,
                "jwks_uri", issuer + "/.well-known/jwks.json",
                "response_types_supported", List.of("code", "token"),
                "token_endpoint", domain + "/oauth2/token");
    }

    private Instant now() {
        return env.clock().instant();
    }

    private static RSAKey key(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void publish(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
