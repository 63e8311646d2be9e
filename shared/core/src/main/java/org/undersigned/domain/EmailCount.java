package org.undersigned.domain;

import java.time.LocalDate;
import java.util.Map;

/** What happened on a day (UTC) to a statement's emails, and to what asked for one; no number is below zero. */
public record EmailCount(LocalDate day, Map<Kind, Long> numbers) {
    public long of(Kind kind) {
        return numbers.getOrDefault(kind, 0L);
    }

    public enum Kind {
        /** Taken by Amazon SES; one that was sent twice is two. */
        SENT,
        /** Came back: the mailbox is not there, or takes nothing for now. */
        BOUNCED,
        /** Its reader called it spam. */
        COMPLAINED,
        /** Not sent: the mailbox has had as many as it may get in a day, or gets none. */
        MAILBOX,
        /** A form refused with 429: its network had sent too many. */
        NETWORK
    }
}
