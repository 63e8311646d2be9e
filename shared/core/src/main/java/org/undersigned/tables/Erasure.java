package org.undersigned.tables;

import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Change;
import org.undersigned.domain.Note;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;

/**
 * What is erased together: a signature, and the imported row of the same name that gave way to it. The words in their
 * histories go in the same transaction ({@link Signatures}).
 */
public final class Erasure {
    private final Signatures signatures;

    public Erasure(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The change that erases it; a row that still stands in the list is somebody's of its own. */
    public <R> Change<R> of(Signature before, R outcome, Optional<AuditEntry> entry, Instant now) {
        Optional<Change.Step> row = before.review()
                .claims()
                .flatMap(signatures::find)
                .filter(claimed -> claimed.status() == Status.WITHDRAWN && !claimed.isErased())
                .map(claimed -> new Change.Step(Optional.of(claimed), claimed.erased(now)));
        return new Change.Becomes<>(before.erased(now), outcome, entry, Note.NONE, row);
    }
}
