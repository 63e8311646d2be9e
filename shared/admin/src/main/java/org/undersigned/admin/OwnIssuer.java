package org.undersigned.admin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undersigned.domain.Term;

/** An issuer with a key of its own, for where there is no other: priming and the local run. */
public final class OwnIssuer {
    private static final String AUDIENCE = "undersigned";
    private static final Duration VALID = Duration.ofHours(1);

    private final ECKey key;
    private final Identity.Settings settings;
    private final Clock clock;

    private OwnIssuer(ECKey key, Identity.Settings settings, Clock clock) {
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /** Draws a new key. */
    public static OwnIssuer create(String url, Clock clock) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new OwnIssuer(
                    key,
                    new Identity.Settings(
                            url, new Identity.Audience.Named(AUDIENCE), "roles", "statements", false, VALID),
                    clock);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** What knows this issuer's callers. */
    public Identity identity() {
        return new Identity(new ImmutableJWKSet<>(new JWKSet(key)), settings, clock);
    }

    /** A token for an hour; without {@code statements} it is for all of them. */
    public String token(String actor, Role role, Optional<List<String>> statements) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(AUDIENCE)
                .subject(actor)
                .claim(settings.rolesClaim(), List.of(Term.of(role)))
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(VALID)));
        statements.ifPresent(ids -> claims.claim(settings.statementsClaim(), ids));
        return signed(claims);
    }

    /** Says to a page who signed in (OpenID Connect Core 1.0, 2); the API takes none. */
    public String idToken(String actor, String client, String nonce) {
        return signed(new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(client)
                .subject(actor)
                .claim("nonce", nonce)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(VALID))));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key that was drawn for it does not sign", e);
        }
        return token.serialize();
    }

    /** The public key, as the issuer's {@code jwks.json} (RFC 7517). */
    public String jwks() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }
}
