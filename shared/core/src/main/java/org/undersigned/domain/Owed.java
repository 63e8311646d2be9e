package org.undersigned.domain;

import java.util.Optional;

/** The newest email that a signature owes its signer, and the version that came to owe it. */
public record Owed(Kind kind, int version) {
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
