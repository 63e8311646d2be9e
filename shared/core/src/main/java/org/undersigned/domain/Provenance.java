package org.undersigned.domain;

import java.time.Instant;

/** Where an imported row is from, who imported it, and when. */
public record Provenance(String source, String importer, Instant at) {
    /** Does not print who imported: it must not reach a log. */
    @Override
    public String toString() {
        return "Provenance[" + at + "]";
    }
}
