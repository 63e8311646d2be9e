package org.undersigned.queueemails;

import java.util.List;
import java.util.Optional;
import org.undersigned.lambda.Env;
import org.undersigned.priming.Priming;
import org.undersigned.streams.StreamHandler;
import org.undersigned.streams.StreamRecord;

/** Streams of requests and signatures → email queue: an email that has come to be owed becomes a message. */
public final class QueueEmailsHandler extends StreamHandler<QueueEmails.Message> {
    private static final String PRIMING_EVENT = """
        {"Records": [{"eventID": "priming", "eventName": "INSERT", "dynamodb": {"SequenceNumber": "0",
          "NewImage": {"signer": {"S": "priming"}, "request": {"S": "priming"}}}}]}
        """;

    private final QueueEmails queueEmails;

    public QueueEmailsHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new QueueEmailsHandler(env), PRIMING_EVENT));
    }

    public QueueEmailsHandler(Env env) {
        super(env);
        queueEmails = new QueueEmails(env);
    }

    @Override
    protected Optional<QueueEmails.Message> read(StreamRecord record) {
        return queueEmails.read(record);
    }

    @Override
    protected Optional<Undone> handle(List<Task<QueueEmails.Message>> tasks) {
        return queueEmails.queue(tasks);
    }
}
