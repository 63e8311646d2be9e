package org.undersigned.admin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Metrics;
import org.undersigned.lambda.Variables;

/** Knows callers by the bearer token (RFC 6750, RFC 7519) that an OpenID Connect issuer gave them. */
public final class Identity {
    /** The issuer of a deployment that has none: everybody is unknown. */
    public static final String NONE = "none";

    private static final String SCHEME = "bearer ";
    private static final int MAX_TOKEN = 8 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+");
    private static final int MAX_ACTOR = 255;
    private static final int SKEW_SECONDS = 60;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA);
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final JWKSource<SecurityContext> keys;
    private final Settings settings;
    private final Clock clock;
    private final Metrics metrics;
    private final DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier;
    private volatile boolean hasKeys;

    /** Of an issuer that is asked by {@code keys}; denials are not counted. */
    public Identity(JWKSource<SecurityContext> keys, Settings settings, Clock clock) {
        this(keys, settings, clock, Metrics.none());
    }

    private Identity(JWKSource<SecurityContext> keys, Settings settings, Clock clock, Metrics metrics) {
        this.metrics = metrics;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        claimsVerifier = new AtTheTimeOf(settings, clock);
    }

    /** Fetches nothing before the first token. */
    public static Identity of(Variables env, Clock clock) {
        var settings = new Settings(
                env.required("ADMIN_ISSUER"),
                audience(env.required("AUDIENCE_CLAIM"), env.required("ADMIN_AUDIENCE")),
                env.required("ROLES_CLAIM"),
                env.required("STATEMENTS_CLAIM"),
                env.truth("REQUIRE_STATEMENTS_CLAIM"),
                env.duration("LONGEST_TOKEN_LIFE"));
        return new Identity(new IssuerKeys(settings.issuer()), settings, clock, Metrics.of(env, clock));
    }

    private static Audience audience(String claim, String value) {
        return switch (claim) {
            case "aud" -> new Audience.Named(value);
            case "client_id" -> new Audience.Client(value);
            default -> throw new IllegalStateException("AUDIENCE_CLAIM must be aud or client_id, not " + claim);
        };
    }

    /** Checks an {@code Authorization} header; throws {@link IllegalStateException} when the issuer's keys cannot be had. */
    public Verdict check(Optional<String> authorization) {
        if (settings.issuer().equals(NONE)) return new Verdict.Unknown();
        Optional<String> token = authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(text ->
                        text.length() <= MAX_TOKEN && TOKEN.matcher(text).matches());
        if (token.isEmpty()) return new Verdict.Unknown();
        try {
            return caller(claims(SignedJWT.parse(token.get())));
        } catch (ParseException | BadJWSException | BadJWTException e) {
            return new Verdict.Unknown();
        } catch (RateLimitReachedException e) {
            // Keys were asked for a moment ago: what is signed with another one is not known, unless there are none
            // yet.
            if (!hasKeys) throw new IllegalStateException("the issuer's keys cannot be had", e);
            return new Verdict.Unknown();
        } catch (KeySourceException e) {
            throw new IllegalStateException("the issuer's keys cannot be had", e);
        }
    }

    /** Counts a call that was turned away (401, 403); an alarm looks at the metric. */
    public void countDenial() {
        metrics.count("AdminDenials");
    }

    private JWTClaimsSet claims(SignedJWT token)
            throws ParseException, BadJWSException, BadJWTException, KeySourceException {
        JWSHeader header = token.getHeader();
        boolean typed = Optional.ofNullable(header.getType())
                .map(JOSEObjectType::getType)
                .filter(type -> !TYPES.contains(type.toLowerCase(Locale.ROOT)))
                .isEmpty();
        // Of what a header may call critical, nothing is understood here (RFC 7515, 4.1.11).
        if (!typed || !ALGORITHMS.contains(header.getAlgorithm()) || header.getCriticalParams() != null)
            throw new BadJWSException("not such a token");
        // Bits that Base64 leaves over would give a token several spellings.
        if (!Base64URL.encode(token.getSignature().decode()).equals(token.getSignature()))
            throw new BadJWSException("not such a token");
        List<JWK> fitting = keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
        hasKeys = true;
        for (JWK key : fitting) {
            if (!isSignedWith(key, token)) continue;
            JWTClaimsSet claims = token.getJWTClaimsSet();
            claimsVerifier.verify(claims, null);
            return claims;
        }
        throw new BadJWSException("signed with no key of the issuer");
    }

    private static boolean isSignedWith(JWK key, SignedJWT token) {
        try {
            return isCanonical(token.getSignature()) && token.verify(verifier(key));
        } catch (JOSEException | GeneralSecurityException unfit) {
            return false;
        }
    }

    /** The library skips characters that Base64 does not have: one signature could be written in many ways. */
    private static boolean isCanonical(Base64URL signature) {
        return signature.equals(Base64URL.encode(signature.decode()));
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException, GeneralSecurityException {
        return switch (key) {
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            case ECKey ec -> new ECDSAVerifier(ec);
            case OctetKeyPair ed -> new Ed25519(ed);
            default -> throw new JOSEException("not a key that signs");
        };
    }

    private Verdict caller(JWTClaimsSet claims) {
        String actor = claims.getSubject();
        if (actor.isBlank() || actor.length() > MAX_ACTOR) return new Verdict.Unknown();
        Set<String> roles =
                claim(claims, settings.rolesClaim()).map(Identity::texts).orElse(Set.of());
        Optional<Set<String>> statements =
                claim(claims, settings.statementsClaim()).map(Identity::texts);
        Optional<Role> role = Stream.of(Role.ADMINISTRATOR, Role.MODERATOR)
                .filter(one -> roles.contains(Term.of(one)))
                .findFirst();
        if (role.isEmpty()) return new Verdict.NoRole();
        if (settings.requireStatements() && statements.isEmpty()) return new Verdict.NoStatements();
        return new Verdict.Known(new Caller(actor, role.get(), statements));
    }

    /** By its name, else by a path with dots, as some issuers nest their roles; what breaks off on the way is there, and empty. */
    private static Optional<Object> claim(JWTClaimsSet claims, String name) {
        Map<String, Object> all = claims.getClaims();
        Object found = all;
        for (String step : all.containsKey(name) ? new String[] {name} : name.split("\\.")) {
            if (!(found instanceof Map<?, ?> object)) return Optional.of("");
            if (!object.containsKey(step)) return Optional.empty();
            found = object.get(step);
        }
        return Optional.of(found == null ? "" : found);
    }

    /** A list of texts, or a text with spaces between; none of anything else. */
    private static Set<String> texts(Object claim) {
        return switch (claim) {
            case String text ->
                Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    /**
     * Who may issue tokens for whom, in which claims they say what their bearer may do, whether they must name statements,
     * and how long they may be valid.
     */
    public record Settings(
            String issuer,
            Audience audience,
            String rolesClaim,
            String statementsClaim,
            boolean requireStatements,
            Duration longestLife) {}

    /** How a token says for whom it was issued. */
    public sealed interface Audience {
        /** In {@code aud}, as RFC 9068 has it. */
        record Named(String value) implements Audience {}

        /**
         * In {@code client_id}, as the access tokens of an Amazon Cognito user pool have it, and not in {@code aud}; its ID
         * tokens tell a page who signed in and give nothing here.
         */
        record Client(String id) implements Audience {}
    }

    /** What a header says of its sender. */
    public sealed interface Verdict {
        record Known(Caller caller) implements Verdict {}

        /** The token is right, and gives no role here. */
        record NoRole() implements Verdict {}

        /** The token is right, and names no statements where it must. */
        record NoStatements() implements Verdict {}

        record Unknown() implements Verdict {}
    }

    private static final class AtTheTimeOf extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;
        private final Duration longestLife;

        AtTheTimeOf(Settings settings, Clock clock) {
            super(accepted(settings.audience()), exact(settings), Set.of(), prohibited(settings.audience()));
            this.clock = clock;
            longestLife = settings.longestLife();
            setMaxClockSkew(SKEW_SECONDS);
        }

        /** The library takes {@code null} for any, and looks for it in the set. */
        private static Set<String> accepted(Audience audience) {
            return audience instanceof Audience.Named(String value) ? Collections.singleton(value) : null;
        }

        private static JWTClaimsSet exact(Settings settings) {
            var exact = new JWTClaimsSet.Builder().issuer(settings.issuer());
            if (settings.audience() instanceof Audience.Client(String id))
                exact.claim("client_id", id).claim("token_use", "access");
            return exact.build();
        }

        private static Set<String> prohibited(Audience audience) {
            return audience instanceof Audience.Client ? Set.of("aud") : Set.of();
        }

        @Override
        public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            // The library's list of required claims takes one that is null for present.
            if (claims.getSubject() == null || claims.getExpirationTime() == null)
                throw new BadJWTException("a claim is missing");
            Instant end = claims.getExpirationTime().toInstant();
            Instant begin = Optional.ofNullable(claims.getIssueTime())
                    .map(Date::toInstant)
                    .filter(issued -> issued.isBefore(clock.instant()))
                    .orElse(clock.instant());
            if (begin.plus(longestLife).isBefore(end)) throw new BadJWTException("valid for too long");
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
