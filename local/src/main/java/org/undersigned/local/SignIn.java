package org.undersigned.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.undersigned.admin.OwnIssuer;
import org.undersigned.admin.Role;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Json;
import org.undersigned.local.Gateway.Answer;
import org.undersigned.local.Gateway.LocalPage;
import org.undersigned.local.Gateway.Reply;

/** Signing in to a page by authorization code and PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636). */
final class SignIn {
    private static final int MAX_NAME = 255;
    private static final String NO_PASSWORD = "Anybody may be anyone here. No password is asked for.";

    private final String url;
    private final OwnIssuer issuer;
    private final AuthorizationCodes codes;
    private final Set<String> redirects;

    SignIn(String url, OwnIssuer issuer, Clock clock, Set<String> redirects) {
        this.url = url;
        this.issuer = issuer;
        this.codes = new AuthorizationCodes(clock);
        this.redirects = redirects;
    }

    List<LocalPage> pages() {
        return List.of(
                new LocalPage("GET", "/authorize", read(this::ask)),
                new LocalPage("POST", "/authorize", read(this::answer)),
                new LocalPage("POST", "/token", read(this::exchange)));
    }

    /** OpenID Connect Discovery 1.0. */
    Map<String, Object> configuration() {
        return Map.of(
                "issuer", url,
                "jwks_uri", url + "/.well-known/jwks.json",
                "authorization_endpoint", url + "/authorize",
                "token_endpoint", url + "/token",
                "response_types_supported", List.of("code"),
                "grant_types_supported", List.of("authorization_code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("ES256"),
                "token_endpoint_auth_methods_supported", List.of("none"),
                "code_challenge_methods_supported", List.of("S256"));
    }

    private static Reply read(Function<FormFields, Answer> reply) {
        return body -> {
            try {
                return reply.apply(FormFields.parse(body));
            } catch (IllegalArgumentException e) {
                return error("invalid_request", e.getMessage());
            }
        };
    }

    private Answer ask(FormFields fields) {
        var request = new AuthorizationRequest(fields);
        if (!request.isFrom(redirects)) return stranger();
        return request.fault()
                .map(fault -> back(request, Map.of("error", fault.getKey(), "error_description", fault.getValue())))
                .orElseGet(() -> page(request, NO_PASSWORD, ""));
    }

    private Answer answer(FormFields fields) {
        var request = new AuthorizationRequest(fields);
        if (!request.isFrom(redirects)) return stranger();
        if (request.fault().isPresent()) return ask(fields);
        if (fields.get("answer").equals("cancel")) return back(request, Map.of("error", "access_denied"));
        String name = fields.get("name").strip();
        Optional<Role> role = Term.read(Role.values(), fields.get("role"));
        if (name.isEmpty() || name.length() > MAX_NAME || role.isEmpty())
            return page(request, "Give a name of at most 255 characters, and choose a role.", name);
        return back(request, Map.of("code", codes.issue(request, name, role.get())));
    }

    private Answer exchange(FormFields fields) {
        if (!fields.get("grant_type").equals("authorization_code"))
            return error("unsupported_grant_type", "grant_type is authorization_code.");
        if (!fields.get("client_id").equals(AuthorizationRequest.CLIENT))
            return error("invalid_client", "client_id is " + AuthorizationRequest.CLIENT + ".");
        return codes.redeem(fields.get("code"), fields.get("redirect_uri"), fields.get("code_verifier"))
                .map(this::tokens)
                .orElseGet(() -> error("invalid_grant", "The code is spent, too old or not for this verifier."));
    }

    private Answer tokens(AuthorizationCodes.Issued issued) {
        return open(Answer.of(
                "application/json",
                Json.text(Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        Duration.ofHours(1).toSeconds(),
                        "access_token",
                        issuer.token(issued.actor(), issued.role(), Optional.empty()),
                        "id_token",
                        issuer.idToken(
                                issued.actor(),
                                AuthorizationRequest.CLIENT,
                                issued.request().nonce())))));
    }

    /** Goes back to the page that asked, with its state and who answers (RFC 9207). */
    private Answer back(AuthorizationRequest request, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (!request.state().isEmpty()) all.put("state", request.state());
        all.put("iss", url);
        StringBuilder location = new StringBuilder(request.redirect());
        all.forEach((name, value) -> location.append(location.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return new Answer(303, Map.of("Location", location.toString(), "Cache-Control", "no-store"), new byte[0]);
    }

    private static Answer page(AuthorizationRequest request, String about, String name) {
        return Answer.of("text/html; charset=utf-8", SignInPage.of(request, about, name));
    }

    private static Answer stranger() {
        return Answer.problem(
                400, "Bad Request", "No page is known by this client_id and redirect_uri; nobody is sent there.");
    }

    /** RFC 6749, 5.2. */
    private static Answer error(String code, String description) {
        String body = Json.text(Map.of("error", code, "error_description", description));
        return open(new Answer(
                400,
                Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Pages of other origins may read it. */
    static Answer open(Answer answer) {
        return answer.with("Access-Control-Allow-Origin", "*");
    }
}
