package org.undersigned.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hash that seals audit entries: SHA-256 over the hash before it and each entry's JSON, every one followed by a line feed. */
public final class Chain {
    private final MessageDigest digest;
    private long entries;

    /** {@code previous} is the hash of the seal before, in hexadecimal; the first has none. */
    public Chain(Optional<String> previous) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        line(previous.orElse(""));
    }

    public void add(String json) {
        line(json);
        entries++;
    }

    public long entries() {
        return entries;
    }

    /** In hexadecimal; ends the chain. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
