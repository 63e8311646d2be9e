package org.undersigned.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.undersigned.admin.Role;

/** Codes that stand for a sign-in until they are changed for its tokens: once, within a minute (RFC 6749, 4.1.2). */
final class AuthorizationCodes {
    private static final Duration VALID = Duration.ofMinutes(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    /** A new code for who signed in. */
    String issue(AuthorizationRequest request, String actor, Role role) {
        Instant now = clock.instant();
        issued.values().removeIf(code -> !now.isBefore(code.until()));
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String code = BASE64.encodeToString(bytes);
        issued.put(code, new Issued(request, actor, role, now.plus(VALID)));
        return code;
    }

    /** Who signed in, where the code is good and the verifier is the one behind the challenge; the code is spent either way. */
    Optional<Issued> redeem(String code, String redirect, String verifier) {
        return Optional.ofNullable(issued.remove(code))
                .filter(found -> clock.instant().isBefore(found.until()))
                .filter(found -> found.request().redirect().equals(redirect))
                .filter(found -> found.request().challenge().equals(challenge(verifier)));
    }

    /** RFC 7636, 4.2. */
    static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What a code stands for. */
    record Issued(AuthorizationRequest request, String actor, Role role, Instant until) {}
}
