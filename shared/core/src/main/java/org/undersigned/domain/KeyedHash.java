package org.undersigned.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.undersigned.text.Folding;
import org.undersigned.text.OrganisationName;
import org.undersigned.text.PersonName;
import org.undersigned.text.Skeleton;

/**
 * Keys made of addresses and names: HMAC-SHA-256 in base 32, under a secret that is never rotated. Without the secret
 * nobody can try a list of addresses against a table, an index or the audit.
 */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int SHORT_BYTES = 16;

    private final SecretKeySpec key;

    public KeyedHash(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What all requests and signatures of an address under a statement have for a signer. */
    public String signer(String statement, Address address) {
        return hash(BYTES, "address", statement, address.canonical());
    }

    /**
     * What all imported rows have for a signer, as they have no address, whose names look the same: whatever their titles,
     * legal forms and brackets. So one look finds the rows that somebody may claim.
     */
    public String importedSigner(String statement, String category, Signs signs, String name) {
        String core = signs == Signs.PERSON ? PersonName.core(name) : OrganisationName.core(name);
        String drawn = Skeleton.of(core);
        return hash(BYTES, "imported", statement, category, drawn.isEmpty() ? name : drawn);
    }

    /**
     * The same for these words. New rows take the first; what may follow is known of rows that were imported when the
     * honorific was a part of the name.
     */
    public List<String> importedSigners(String statement, Signs signs, Details words) {
        return Stream.of(words.name(), words.shown())
                .distinct()
                .map(name -> importedSigner(statement, words.category(), signs, name))
                .distinct()
                .toList();
    }

    /** The keys of an imported row of these words: the one that it takes, and the one that it may have from earlier. */
    public List<SignatureId> importedRow(String statement, Signs signs, Details words) {
        String capacity = importedCapacity(words.name(), words.affiliation().orElse(""));
        return importedSigners(statement, signs, words).stream()
                .map(signer -> new SignatureId(signer, capacity))
                .toList();
    }

    /** The mailbox that an address leads to, whatever the statement. */
    public String mailbox(Address address) {
        return hash(BYTES, "mailbox", address.mailbox());
    }

    /** By which a statement's block list knows an address, and all that lead to the same mailbox. */
    public String blocked(String statement, Address address) {
        return hash(SHORT_BYTES, "blocked", statement, address.mailbox());
    }

    /** By which the audit tells that a domain or network was put on a list or taken off, without holding it. */
    public String blocked(String statement, BlockList list, String entry) {
        return hash(SHORT_BYTES, "blocked-entry", statement, list.label(), entry);
    }

    /** In person, or for the organisation of that name. */
    public String capacity(Signs signs, String name) {
        return switch (signs) {
            case PERSON -> SignatureId.PERSON;
            case ORGANISATION -> SignatureId.ORGANISATION + hash(SHORT_BYTES, "organisation", folded(name));
        };
    }

    /** What parts imported rows of one signer: a row is the same when its folded name and affiliation are. */
    public String importedCapacity(String name, String affiliation) {
        return SignatureId.IMPORTED + hash(SHORT_BYTES, "row", folded(name), Folding.fold(affiliation));
    }

    /** By which the audit tells whether a signature had a value, without holding it. */
    public String digest(SignatureId id, String field, String value) {
        return hash(SHORT_BYTES, "value", id.text(), field, value);
    }

    /** By which the audit tells whether two files are said to come from the same place. */
    public String source(String statement, String source) {
        return hash(SHORT_BYTES, "source", statement, source);
    }

    /** Of everything that a form says but the address. */
    String words(String capacity, Details details) {
        return hash(
                SHORT_BYTES,
                "words",
                capacity,
                details.category(),
                details.name(),
                details.honorific().orElse(""),
                details.affiliation().orElse(""),
                details.sortAs(),
                details.contact().map(Details.Contact::name).orElse(""),
                details.contact().map(Details.Contact::role).orElse(""),
                details.language(),
                Integer.toString(details.textVersion()),
                Boolean.toString(details.listed()));
    }

    private static String folded(String name) {
        String folded = Folding.fold(name);
        return folded.isEmpty() ? name : folded;
    }

    private String hash(int bytes, String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Base32.encode(mac.doFinal(), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
