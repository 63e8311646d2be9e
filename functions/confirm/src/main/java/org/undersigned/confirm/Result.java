package org.undersigned.confirm;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.undersigned.domain.Details;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.wording.Gone;

/** What a link meets. */
sealed interface Result {
    /** The request waits for its confirmation. */
    record Ready(SigningRequest request, Statement statement) implements Result {}

    /** The request is confirmed, earlier or just now; then {@code total} is the first that counts it. */
    record Confirmed(Signature signature, Statement statement, OptionalLong total) implements Result {
        Confirmed(Signature signature, Statement statement) {
            this(signature, statement, OptionalLong.empty());
        }

        boolean inReview() {
            return signature.status() == Status.IN_REVIEW;
        }
    }

    /** The address has signed in this capacity by another request. */
    record SignedAlready(Signature signature, Statement statement) implements Result {}

    /** The request leads nowhere any more. */
    record Ended(Gone reason, Optional<Details> details, Statement statement) implements Result {}

    /** The link's request is not there any more. */
    record Missing(Gone reason) implements Result {}

    /** The address has no such request. */
    record Unknown() implements Result {}

    /** What a request meets; {@code expired} says that of the link. */
    static Result of(
            SigningRequest request, Optional<Signature> found, Statement statement, boolean expired, Instant now) {
        if (found.isPresent() && found.get().isOf(request.id())) return of(found.get(), statement);
        if (found.isPresent() && found.get().status() != Status.WITHDRAWN)
            return new SignedAlready(found.get(), statement);
        if (expired || request.isExpired(now)) return ended(Gone.EXPIRED, request.details(), statement);
        if (!statement.isConfirmableAt(now)) return ended(Gone.CLOSED, request.details(), statement);
        return new Ready(request, statement);
    }

    /** What the request of a signature meets once it is confirmed. */
    static Result of(Signature made, Statement statement) {
        return switch (made.status()) {
            case PUBLISHED, IN_REVIEW -> new Confirmed(made, statement);
            case REJECTED -> ended(Gone.REJECTED, made.details(), statement);
            case WITHDRAWN -> ended(Gone.WITHDRAWN, made.details(), statement);
        };
    }

    private static Result ended(Gone reason, Details details, Statement statement) {
        return new Ended(reason, Optional.of(details), statement);
    }
}
