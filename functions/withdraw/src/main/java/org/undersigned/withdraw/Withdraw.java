package org.undersigned.withdraw;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.links.Token;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Signatures.Change;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Withdraws a signature: one conditional write. A link serves for later words of the same signer, too. */
public final class Withdraw {
    private final Signatures signatures;
    private final Duration kept;
    private final Clock clock;

    /** {@code kept} is how long a withdrawn signature stays in the table before it is erased. */
    public Withdraw(Signatures signatures, Duration kept, Clock clock) {
        this.signatures = signatures;
        this.kept = kept;
        this.clock = clock;
    }

    static Withdraw fromEnv(DynamoDbClient client) {
        return new Withdraw(
                Signatures.fromEnv(client), Duration.ofDays(Env.requiredNumber("WITHDRAWN_DAYS")), Clock.systemUTC());
    }

    /** What withdrawing would meet; changes nothing. */
    Result look(Token token) {
        return token.isExpired(clock.instant()) ? new Result.Ended() : meet(signatures.find(token.signature()));
    }

    /** Withdraws; answers the same however often it is asked. */
    Result withdraw(Token token) {
        Instant now = clock.instant();
        if (token.isExpired(now)) return new Result.Ended();
        return switch (signatures.withdraw(token.signature(), token.revision(), now, now.plus(kept))) {
            case Change.Made(Signature signature) -> new Result.Withdrawn(signature);
            case Change.Refused(Optional<Signature> found) ->
                found.isPresent() && found.get().status() == Status.WITHDRAWN ? meet(found) : new Result.Ended();
        };
    }

    private static Result meet(Optional<Signature> found) {
        if (found.isEmpty()) return new Result.Ended();
        return found.get().status() == Status.WITHDRAWN
                ? new Result.Withdrawn(found.get())
                : new Result.Standing(found.get());
    }

    /** What a link meets. */
    sealed interface Result {
        /** The signature can be withdrawn. */
        record Standing(Signature signature) implements Result {}

        /** The signature is withdrawn, now or earlier. */
        record Withdrawn(Signature signature) implements Result {}

        /** There is nothing left to withdraw. */
        record Ended() implements Result {}
    }
}
