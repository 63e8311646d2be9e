package org.undersigned.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The key of a signature, which is what makes it unique: {@code signer} is a hash of the statement and the canonical
 * address (or of an imported row), {@code capacity} is {@code person} or {@code organisation-} and a hash of its name.
 */
public record SignatureId(String signer, String capacity) {
    public static final String PERSON = "person";
    public static final String ORGANISATION = "organisation-";
    static final int HASH_BYTES = 32;
    static final int NAME_HASH_BYTES = 16;

    /** The signature that an address gives under a statement, in person or for the organisation of that name. */
    public static SignatureId of(String statement, Address address, Signs signs, String name) {
        return new SignatureId(hash(HASH_BYTES, "address", statement, address.canonical()), capacity(signs, name));
    }

    /** The signature of an imported row, which has no address. */
    public static SignatureId imported(String statement, Category category, String name, String affiliation) {
        String signer = hash(HASH_BYTES, "imported", statement, category.id(), folded(name), Folding.fold(affiliation));
        return new SignatureId(signer, capacity(category.signs(), name));
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
