package org.undersigned.domain;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which invalidation rejected a signature, and how the signature stood before. Once it is undone the mark stays, so that a
 * piece of the invalidation that comes late does not reject the signature again.
 */
public record Invalidated(
        String invalidation, Status status, Instant since, Optional<RejectionReason> rejectedFor, boolean undone) {
    private static final String PARTING = " ";
    private static final String NOTHING = "-";
    private static final int PARTS = 5;

    Invalidated ofUndone() {
        return new Invalidated(invalidation, status, since, rejectedFor, true);
    }

    /** As the table spells it; an invalidation's id holds no space. */
    public String label() {
        return String.join(
                PARTING,
                invalidation,
                Term.of(status),
                since.toString(),
                rejectedFor.map(Term::of).orElse(NOTHING),
                undone ? "undone" : NOTHING);
    }

    /** Empty when it is no such label. */
    public static Optional<Invalidated> read(String label) {
        String[] parts = label.split(PARTING, -1);
        if (parts.length != PARTS) return Optional.empty();
        try {
            Instant since = Instant.parse(parts[2]);
            return Term.read(Status.values(), parts[1])
                    .map(status -> new Invalidated(
                            parts[0],
                            status,
                            since,
                            Term.read(RejectionReason.values(), parts[3]),
                            !parts[4].equals(NOTHING)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
