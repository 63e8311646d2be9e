package org.undersigned.announcechanges;

import java.util.List;
import java.util.Optional;
import org.undersigned.domain.StatusChange;
import org.undersigned.lambda.Env;
import org.undersigned.priming.Priming;
import org.undersigned.streams.StreamHandler;
import org.undersigned.streams.StreamRecord;

/** Stream of the tallies' marks → event bus: each change of a signature's status becomes an event, and so do thresholds. */
public final class AnnounceChangesHandler extends StreamHandler<StatusChange> {
    private static final String PRIMING_EVENT = """
        {"Records": [{"eventID": "priming", "eventName": "INSERT", "dynamodb": {"SequenceNumber": "0",
          "NewImage": {"change": {"S": "{\\"id\\": \\"priming\\", \\"signature\\": \\"priming.person\\", \
          \\"statement\\": \\"priming\\", \\"category\\": \\"all\\", \\"status\\": \\"published\\", \
          \\"version\\": 1, \\"signedOn\\": \\"2026-01-01\\", \\"since\\": \\"2026-01-01T00:00:00Z\\"}"}}}}]}
        """;

    private final AnnounceChanges announceChanges;

    public AnnounceChangesHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new AnnounceChangesHandler(env), PRIMING_EVENT));
    }

    public AnnounceChangesHandler(Env env) {
        super(env);
        announceChanges = new AnnounceChanges(env);
    }

    @Override
    protected Optional<StatusChange> read(StreamRecord record) {
        return Optional.of(AnnounceChanges.read(record));
    }

    @Override
    protected Optional<Undone> handle(List<Task<StatusChange>> tasks) {
        return announceChanges.announce(tasks);
    }
}
