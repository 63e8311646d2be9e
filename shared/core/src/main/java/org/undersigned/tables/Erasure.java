package org.undersigned.tables;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Change;
import org.undersigned.domain.Note;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;

/**
 * What is erased together: a signature, and the imported rows of its names that gave way to it. The words in their
 * histories go in the same transaction ({@link Signatures}).
 */
public final class Erasure {
    private final Signatures signatures;

    public Erasure(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The change that erases it; a row that was led back to the list is somebody's of its own. */
    public <R> Change<R> of(Signature before, R outcome, Optional<AuditEntry> entry, Instant now) {
        List<Change.Step> rows = before.review().inPlaceOf().stream()
                .flatMap(id -> signatures.find(id).stream())
                .filter(row -> row.status() == Status.WITHDRAWN && !row.isErased())
                .map(row -> new Change.Step(Optional.of(row), row.erased(now)))
                .toList();
        return new Change.Becomes<>(before.erased(now), outcome, entry, Note.NONE, rows);
    }
}
