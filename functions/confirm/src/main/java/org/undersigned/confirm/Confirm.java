package org.undersigned.confirm;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;
import org.undersigned.links.Token;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Signatures.Change;
import org.undersigned.wording.Gone;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Confirms a signature: one conditional write, which publishes it; a second one where it has to wait for a moderator. */
public final class Confirm {
    private static final int MAX_ATTEMPTS = 5;

    private final Signatures signatures;
    private final Clock clock;

    public Confirm(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    static Confirm fromEnv(DynamoDbClient client) {
        return new Confirm(Signatures.fromEnv(client), Clock.systemUTC());
    }

    /** What confirming would meet; changes nothing. */
    Result look(Token token) {
        return meet(token, signatures.find(token.signature()), clock.instant());
    }

    /** Confirms; answers the same however often it is asked. */
    Result confirm(Token token) {
        Instant now = clock.instant();
        if (token.isExpired(now)) return expired(look(token));
        Change change = signatures.publish(token.signature(), token.revision(), now);
        for (int attempt = 1; change instanceof Change.Refused(Optional<Signature> found); attempt++) {
            if (attempt == MAX_ATTEMPTS)
                throw new IllegalStateException("a signature changes faster than it can be confirmed");
            Result met = meet(token, found, now);
            if (!(met instanceof Result.Ready(Signature pending))) return met;
            change = pending.admittedAs() == Status.PUBLISHED
                    ? signatures.publish(token.signature(), token.revision(), now)
                    : signatures.sendToReview(pending, now);
        }
        return new Result.Confirmed(((Change.Made) change).signature());
    }

    private static Result meet(Token token, Optional<Signature> found, Instant now) {
        if (found.isEmpty()) return new Result.Ended(Gone.EXPIRED, found);
        Signature signature = found.get();
        return switch (signature.status()) {
            case PENDING -> {
                if (signature.revision() != token.revision()) yield new Result.Ended(Gone.SUPERSEDED, found);
                if (signature.isExpired(now) || token.isExpired(now)) yield new Result.Ended(Gone.EXPIRED, found);
                yield new Result.Ready(signature);
            }
            case PUBLISHED, IN_REVIEW ->
                isConfirmedBy(token, signature)
                        ? new Result.Confirmed(signature)
                        : new Result.Ended(Gone.SUPERSEDED, found);
            case REJECTED -> new Result.Ended(isConfirmedBy(token, signature) ? Gone.REFUSED : Gone.SUPERSEDED, found);
            case WITHDRAWN -> new Result.Ended(Gone.WITHDRAWN, found);
        };
    }

    private static boolean isConfirmedBy(Token token, Signature signature) {
        return signature
                .confirmedRevision()
                .filter(confirmed -> confirmed == token.revision())
                .isPresent();
    }

    private static Result expired(Result met) {
        return met instanceof Result.Ready(Signature pending)
                ? new Result.Ended(Gone.EXPIRED, Optional.of(pending))
                : met;
    }

    /** What a link meets. */
    sealed interface Result {
        /** The signature waits for its confirmation. */
        record Ready(Signature signature) implements Result {}

        /** The signature is confirmed by this very link, now or earlier. */
        record Confirmed(Signature signature) implements Result {
            boolean inReview() {
                return signature.status() == Status.IN_REVIEW;
            }
        }

        /** The link does nothing any more. */
        record Ended(Gone reason, Optional<Signature> signature) implements Result {}
    }
}
