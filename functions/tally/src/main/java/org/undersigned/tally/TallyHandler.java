package org.undersigned.tally;

import java.util.List;
import java.util.Optional;
import org.undersigned.lambda.SnapStart;
import org.undersigned.streams.StreamHandler;
import org.undersigned.streams.StreamRecord;

/** Signatures stream → tallies: each change of what counts is counted once. */
public final class TallyHandler extends StreamHandler {
    private final Tally tally;

    public TallyHandler() {
        this(Tally.fromEnv());
        SnapStart.rehearse(Rehearsal::run);
    }

    public TallyHandler(Tally tally) {
        this.tally = tally;
    }

    @Override
    protected Optional<Undone> handle(List<StreamRecord> records) {
        return tally.count(records);
    }
}
