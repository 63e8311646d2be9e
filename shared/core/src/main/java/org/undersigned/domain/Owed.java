package org.undersigned.domain;

import java.util.Optional;

/**
 * The newest email that a signature owes its signer, the version that came to owe it, and for logs the call of the API that
 * brought that about, where it is known.
 */
public record Owed(Kind kind, int version, Optional<String> requestId) {

    public Owed(Kind kind, int version) {
        this(kind, version, Optional.empty());
    }

    public Owed causedBy(String call) {
        return new Owed(kind, version, Optional.of(call));
    }

    /** As the table and the queue spell it, such as {@code receipt#1}. */
    public String label() {
        return Term.of(kind) + "#" + version;
    }

    /** Empty when it is no such label. */
    public static Optional<Owed> read(String label) {
        int parting = label.indexOf('#');
        if (parting < 0) return Optional.empty();
        try {
            int version = Integer.parseInt(label.substring(parting + 1));
            return Term.read(Kind.values(), label.substring(0, parting)).map(kind -> new Owed(kind, version));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What the email is about. */
    public enum Kind {
        RECEIPT,
        CHANGED,
        APPROVED,
        REJECTED
    }
}
