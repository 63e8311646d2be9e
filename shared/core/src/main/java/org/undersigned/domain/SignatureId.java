package org.undersigned.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a signature, which is what makes it unique: {@code signer} stands for an address under a statement, or for
 * an imported row ({@link KeyedHash}); {@code capacity} is {@code person}, or a kind and a hash.
 */
public record SignatureId(String signer, String capacity) {
    public static final String PERSON = "person";
    public static final String ORGANISATION = "organisation-";
    public static final String IMPORTED = "imported-";
    private static final Pattern TEXT =
            Pattern.compile("[a-z2-7]{52}[.](person|(" + ORGANISATION + "|" + IMPORTED + ")[a-z2-7]{26})");

    /** Reads {@code <signer>.<capacity>}; empty when it is none of ours. */
    public static Optional<SignatureId> read(String text) {
        if (!TEXT.matcher(text).matches()) return Optional.empty();
        int dot = text.indexOf('.');
        return Optional.of(new SignatureId(text.substring(0, dot), text.substring(dot + 1)));
    }

    /** Whether it is an imported row's. */
    public boolean isImported() {
        return capacity.startsWith(IMPORTED);
    }

    /** As moderators are told it. */
    public String text() {
        return signer + "." + capacity;
    }
}
