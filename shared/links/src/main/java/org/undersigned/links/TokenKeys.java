package org.undersigned.links;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;

/**
 * The keys that tokens are signed with: {@code {"current": "k1", "k1": "…"}}, of which {@code current} signs and all
 * are believed. Read when first needed, and again after a minute, so that a removed key is soon refused.
 */
public final class TokenKeys {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String CURRENT = "current";

    /** An id stands in a token, whose parts a dot separates. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Supplier<String> secret;
    private final Clock clock;
    private Map<String, Object> keys = Map.of();
    private Instant readAt = Instant.MIN;

    public TokenKeys(Env env) {
        this(ofEnv(env, env.required("TOKEN_SECRET")), env.clock());
    }

    TokenKeys(Supplier<String> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    private static Supplier<String> ofEnv(Env env, String id) {
        return () -> env.secret(id);
    }

    synchronized String current() {
        readIfStale();
        return (String) keys.get(CURRENT);
    }

    synchronized Optional<byte[]> find(String id) {
        readIfStale();
        return id.equals(CURRENT)
                ? Optional.empty()
                : Optional.ofNullable((String) keys.get(id)).map(key -> key.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys at hand serve on while the secret cannot be read. */
    private void readIfStale() {
        Instant now = clock.instant();
        if (!keys.isEmpty() && !readAt.isBefore(now.minus(PATIENCE))) return;
        try {
            keys = read(secret.get());
        } catch (RuntimeException e) {
            if (keys.isEmpty()) throw e;
        }
        readAt = now;
    }

    private static Map<String, Object> read(String secret) {
        try {
            Map<String, Object> read = Json.object(secret);
            if (!read.entrySet().stream().allMatch(TokenKeys::isKey))
                throw new IllegalStateException(
                        "The token secret must hold texts, each under an id of 1 to 40 of A-Z a-z 0-9 _ -");
            String current = (String) read.get(CURRENT);
            if (current == null || current.equals(CURRENT) || !read.containsKey(current))
                throw new IllegalStateException("The token secret must name its current key and hold it");
            return read;
        } catch (Json.Malformed e) {
            throw new IllegalStateException("The token secret is not a JSON object of strings", e);
        }
    }

    private static boolean isKey(Map.Entry<String, Object> entry) {
        return ID.matcher(entry.getKey()).matches() && entry.getValue() instanceof String key && !key.isEmpty();
    }
}
