package org.undersigned.announcewaiting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Waiting;
import org.undersigned.events.Event;
import org.undersigned.events.EventBus;
import org.undersigned.events.Thresholds;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.Tallies;
import org.undersigned.tables.Told;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Tells once a day what waits for a statement's moderators, by an event and by an email to its organiser; and the
 * thresholds that were reached without a signature, since one was added to the definition or a total was mended.
 */
final class AnnounceWaiting {
    private final ReviewIndex<Signature> inReview;
    private final Tallies tallies;
    private final Told told;
    private final EventBus bus;
    private final Thresholds thresholds;
    private final SqsClient sqs;
    private final String emailQueue;
    private final Clock clock;

    AnnounceWaiting(Env env) {
        inReview = ReviewIndex.ofSignatures(env);
        tallies = new Tallies(env);
        told = new Told(env);
        bus = new EventBus(env);
        thresholds = new Thresholds(env, bus);
        sqs = env.client(SqsClient.builder());
        emailQueue = env.required("EMAIL_QUEUE_URL");
        clock = env.clock();
    }

    /** False when nothing waits, or it was told that day already. */
    boolean announce(Statement statement) {
        thresholds.tell(statement, tallies.published(statement.id()));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<Waiting> waiting = inReview.waiting(statement.id(), Queue.IN_REVIEW);
        if (waiting.isEmpty() || told.hasWaiting(statement.id(), today)) return false;
        bus.publish(Event.waiting(statement.id(), today, waiting.get(), now));
        if (statement.campaign().organiser().isPresent()) queueEmail(statement.id(), waiting.get());
        told.noteWaiting(statement.id(), today);
        return true;
    }

    private void queueEmail(String statement, Waiting waiting) {
        String message = Json.text(Map.of(
                "statement", statement,
                "waiting", waiting.signatures(),
                "since", waiting.since().toString()));
        sqs.sendMessage(r -> r.queueUrl(emailQueue).messageBody(message));
    }
}
