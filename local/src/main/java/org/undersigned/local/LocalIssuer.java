package org.undersigned.local;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.admin.Identity;
import org.undersigned.admin.OwnIssuer;
import org.undersigned.admin.Role;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Json;
import org.undersigned.local.Gateway.Answer;
import org.undersigned.local.Gateway.LocalPage;

/** The local run's issuer of tokens, who gives them to everybody who asks. */
final class LocalIssuer {
    /** More is not taken as {@code sub}. */
    private static final int MAX_NAME = 255;

    private final OwnIssuer issuer;
    private final SignIn signIn;

    /** {@code redirects} are the addresses at which pages learn that somebody signed in. */
    LocalIssuer(String url, Clock clock, Set<String> redirects) {
        this.issuer = OwnIssuer.create(url, clock);
        this.signIn = new SignIn(url, issuer, clock, redirects);
    }

    Identity identity() {
        return issuer.identity();
    }

    String token(Role role) {
        return issuer.token("local-" + Term.of(role), role, Optional.empty());
    }

    /** {@code POST /local/admin-token}, and what other programs need to know the tokens (OpenID Connect Discovery 1.0). */
    List<LocalPage> pages() {
        List<LocalPage> pages = new ArrayList<>(signIn.pages());
        pages.addAll(List.of(
                new LocalPage("POST", "/local/admin-token", this::token),
                new LocalPage("GET", "/.well-known/jwks.json", _ -> json(issuer.jwks())),
                new LocalPage(
                        "GET", "/.well-known/openid-configuration", _ -> json(Json.text(signIn.configuration())))));
        return pages;
    }

    private static Answer json(String text) {
        return SignIn.open(Answer.of("application/json", text));
    }

    private Answer token(byte[] body) {
        try {
            Map<String, Object> json = Json.object(new String(body, StandardCharsets.UTF_8));
            Optional<Role> role =
                    json.get("role") instanceof String word ? Term.read(Role.values(), word) : Optional.empty();
            Object name = json.getOrDefault("name", "local-" + json.get("role"));
            Object statements = json.get("statements");
            boolean limited = statements instanceof List<?> ids && ids.stream().allMatch(String.class::isInstance);
            if (role.isEmpty()
                    || !(name instanceof String actor)
                    || actor.isBlank()
                    || actor.length() > MAX_NAME
                    || (statements != null && !limited)) return refused();
            Optional<List<String>> ids = limited
                    ? Optional.of(((List<?>) statements)
                            .stream().map(String.class::cast).toList())
                    : Optional.empty();
            return Answer.of("application/json", Json.text(Map.of("token", issuer.token(actor, role.get(), ids))));
        } catch (Json.Malformed e) {
            return refused();
        }
    }

    private static Answer refused() {
        return Answer.problem(
                400,
                "Bad Request",
                "Send {\"role\": \"moderator\"} or {\"role\": \"administrator\"}; \"name\" (1 to 255 characters) and"
                        + " \"statements\" (a list of ids) may stand beside it.");
    }
}
