package org.undersigned.tally;

import java.util.List;
import java.util.Optional;
import org.undersigned.domain.Count;
import org.undersigned.lambda.Env;
import org.undersigned.priming.Priming;
import org.undersigned.streams.StreamHandler;
import org.undersigned.streams.StreamRecord;

/** Signatures stream → tallies: each change of what counts is counted once, and each change of status noted to be told. */
public final class TallyHandler extends StreamHandler<Count> {
    private static final String PRIMING_EVENT = """
        {"Records": [{"eventID": "priming", "eventName": "INSERT", "dynamodb": {"SequenceNumber": "0",
          "NewImage": {"signer": {"S": "priming"}, "capacity": {"S": "person"}, "version": {"N": "1"},
            "status": {"S": "PUBLISHED"}, "statement": {"S": "priming"}, "category": {"S": "all"},
            "signedOn": {"S": "2026-01-01"}, "since": {"S": "2026-01-01T00:00:00Z"}}}}]}
        """;

    private final Tally tally;

    public TallyHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new TallyHandler(env), PRIMING_EVENT));
    }

    public TallyHandler(Env env) {
        super(env);
        tally = new Tally(env);
    }

    @Override
    protected Optional<Count> read(StreamRecord record) {
        return Tally.read(record);
    }

    @Override
    protected Optional<Undone> handle(List<Task<Count>> tasks) {
        return tally.count(tasks);
    }
}
