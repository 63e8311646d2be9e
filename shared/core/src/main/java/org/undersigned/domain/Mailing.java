package org.undersigned.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The outbox of a signature: the newest mail asked for, and how many of each kind were asked for on {@code day} (UTC).
 * {@code number} grows with every mail, so that an older one in the queue is known to be stale.
 */
public record Mailing(Kind kind, int number, Instant at, LocalDate day, int confirmations, int alreadySigned) {
    /** Per kind, signature and day: a stranger cannot flood an address. */
    static final int MAX_A_DAY = 3;

    /** The first mail of a signature, which asks for confirmation. */
    public static Mailing first(Instant now) {
        return new Mailing(Kind.CONFIRMATION, 1, now, dayOf(now), 1, 0);
    }

    /** The same signature's next mail, or empty when the day's limit is reached. */
    public Optional<Mailing> next(Kind kind, Instant now) {
        LocalDate today = dayOf(now);
        boolean newDay = !today.equals(day);
        int confirmations = (newDay ? 0 : this.confirmations) + (kind == Kind.CONFIRMATION ? 1 : 0);
        int alreadySigned = (newDay ? 0 : this.alreadySigned) + (kind == Kind.ALREADY_SIGNED ? 1 : 0);
        if (Math.max(confirmations, alreadySigned) > MAX_A_DAY) return Optional.empty();
        return Optional.of(new Mailing(kind, number + 1, now, today, confirmations, alreadySigned));
    }

    /** As the table and the queue spell it, such as {@code confirmation#2}. */
    public String label() {
        return Term.of(kind) + "#" + number;
    }

    static LocalDate dayOf(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** What a mail is about. */
    public enum Kind {
        CONFIRMATION,
        ALREADY_SIGNED,
        REJECTION
    }
}
