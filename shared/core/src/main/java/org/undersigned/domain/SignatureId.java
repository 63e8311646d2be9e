package org.undersigned.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a signature, which is what makes it unique: {@code signer} is a hash of the statement and the canonical
 * address (or of an imported row), {@code capacity} is {@code person} or {@code organisation-} and a hash of its name.
 */
public record SignatureId(String signer, String capacity) {
    public static final String PERSON = "person";
    public static final String ORGANISATION = "organisation-";
    public static final String IMPORTED = "imported-";
    static final int HASH_BYTES = 32;
    static final int NAME_HASH_BYTES = 16;
    private static final Pattern TEXT =
            Pattern.compile("[a-z2-7]{52}[.](person|(" + ORGANISATION + "|" + IMPORTED + ")[a-z2-7]{26})");

    /** The signature that an address gives under a statement, in person or for the organisation of that name. */
    public static SignatureId of(String statement, Address address, Signs signs, String name) {
        return new SignatureId(signer(statement, address), capacity(signs, name));
    }

    /** The signature of an imported row, which has no address: rows of one name are of one signer. */
    public static SignatureId imported(String statement, String category, String name, String affiliation) {
        return new SignatureId(
                importedSigner(statement, category, name), IMPORTED + hash(NAME_HASH_BYTES, Folding.fold(affiliation)));
    }

    /** What all imported rows of a name in a category have for a signer. */
    public static String importedSigner(String statement, String category, String name) {
        return hash(HASH_BYTES, "imported", statement, category, folded(name));
    }

    /** What all signatures of an address under a statement have for a signer. */
    public static String signer(String statement, Address address) {
        return hash(HASH_BYTES, "address", statement, address.canonical());
    }

    /** Reads {@code <signer>.<capacity>}; empty when it is none of ours. */
    public static Optional<SignatureId> read(String text) {
        int dot = text.indexOf('.');
        if (!TEXT.matcher(text).matches()) return Optional.empty();
        return Optional.of(new SignatureId(text.substring(0, dot), text.substring(dot + 1)));
    }

    /** As moderators are told it. */
    public String text() {
        return signer + "." + capacity;
    }

    private static String capacity(Signs signs, String name) {
        return switch (signs) {
            case PERSON -> PERSON;
            case ORGANISATION -> ORGANISATION + hash(NAME_HASH_BYTES, folded(name));
        };
    }

    private static String folded(String name) {
        String folded = Folding.fold(name);
        return folded.isEmpty() ? name : folded;
    }

    private static String hash(int bytes, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return Base32.encode(digest.digest(), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
