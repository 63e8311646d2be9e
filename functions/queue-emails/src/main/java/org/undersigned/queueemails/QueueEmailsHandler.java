package org.undersigned.queueemails;

import java.util.List;
import java.util.Optional;
import org.undersigned.lambda.SnapStart;
import org.undersigned.streams.StreamHandler;
import org.undersigned.streams.StreamRecord;

/** Signatures stream → mail queue: a changed outbox becomes a message. */
public final class QueueEmailsHandler extends StreamHandler {
    private final QueueEmails queueEmails;

    public QueueEmailsHandler() {
        this(QueueEmails.fromEnv());
        SnapStart.rehearse(Rehearsal::run);
    }

    public QueueEmailsHandler(QueueEmails queueEmails) {
        this.queueEmails = queueEmails;
    }

    @Override
    protected Optional<Undone> handle(List<StreamRecord> records) {
        return queueEmails.queue(records);
    }
}
