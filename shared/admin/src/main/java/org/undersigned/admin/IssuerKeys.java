package org.undersigned.admin;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Json;

/** The public keys that an issuer publishes (OpenID Connect Discovery 1.0): found at the first token, kept, asked for anew when a key is unknown. */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAX_BYTES = 100 * 1024;
    private static final long OUTAGE_MILLIS = 60 * 60 * 1_000L;

    private final String issuer;
    private JWKSource<SecurityContext> keys;

    IssuerKeys(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        return keys().get(selector, context);
    }

    private synchronized JWKSource<SecurityContext> keys() throws KeySourceException {
        if (keys == null) {
            var retriever = new Straight();
            try {
                keys = JWKSourceBuilder.create(jwksUri(retriever).toURL(), retriever)
                        .retrying(true)
                        // Between two calls a function is frozen, and a thread of it with its connection.
                        .refreshAheadCache(false)
                        .outageTolerant(OUTAGE_MILLIS)
                        .build();
            } catch (IOException | IllegalArgumentException e) {
                throw new KeySourceException("the issuer cannot be asked for its keys", e);
            }
        }
        return keys;
    }

    private URI jwksUri(Straight retriever) throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Map<String, Object> configuration = Json.object(retriever
                .retrieveResource(
                        URI.create(base + "/.well-known/openid-configuration").toURL())
                .getContent());
        if (!issuer.equals(configuration.get("issuer"))) throw new IOException("the issuer calls itself otherwise");
        if (!(configuration.get("jwks_uri") instanceof String uri)) throw new IOException("the issuer names no keys");
        URI keys = URI.create(uri);
        if (!URI.create(issuer).getScheme().equals(keys.getScheme()))
            throw new IOException("the issuer's keys are elsewhere");
        return keys;
    }

    /** Follows no redirects: keys come from where the issuer says, and from nowhere else. */
    private static final class Straight extends DefaultResourceRetriever {
        Straight() {
            super(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
