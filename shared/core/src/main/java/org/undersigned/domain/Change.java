package org.undersigned.domain;

import java.util.List;
import java.util.Optional;

/** What a rule makes of a signature, and what to tell whoever asked for it. */
public sealed interface Change<R> {
    /**
     * It becomes this, in one transaction with what comes along: where a moderator acts the audit entry, and what goes into
     * the signature's history beside it; and the steps of other signatures.
     */
    record Becomes<R>(Signature after, R outcome, Optional<AuditEntry> entry, Note note, List<Step> along)
            implements Change<R> {}

    /** It stays as it is. */
    record Stays<R>(R outcome) implements Change<R> {}

    /** A signature as it was seen, if there was one, and as it shall be. */
    record Step(Optional<Signature> before, Signature after) {}

    static <R> Change<R> becomes(Signature after, R outcome) {
        return new Becomes<>(after, outcome, Optional.empty(), Note.NONE, List.of());
    }

    static <R> Change<R> becomes(Signature after, R outcome, AuditEntry entry, Note note) {
        return new Becomes<>(after, outcome, Optional.of(entry), note, List.of());
    }

    static <R> Change<R> stays(R outcome) {
        return new Stays<>(outcome);
    }
}
