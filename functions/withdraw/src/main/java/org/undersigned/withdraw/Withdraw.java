package org.undersigned.withdraw;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.Change;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.links.Token;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;

/** Withdraws the signature that a link was made for. */
final class Withdraw {
    private final Signatures signatures;
    private final SigningRequests requests;
    private final Duration kept;
    private final Clock clock;

    Withdraw(Env env) {
        signatures = new Signatures(env);
        requests = new SigningRequests(env);
        kept = env.duration("WITHDRAWN_PERIOD");
        clock = env.clock();
    }

    /** What withdrawing would meet; changes nothing. */
    Result look(Token.Withdraw token) {
        return meet(token, signatures.find(token.signature()), clock.instant());
    }

    /** Withdraws; answers the same however often it is asked. */
    Result withdraw(Token.Withdraw token) {
        Instant now = clock.instant();
        Result result = signatures.change(token.signature(), before -> switch (meet(token, before, now)) {
            case Result.Standing(Signature signature) -> {
                Signature withdrawn = signature.withdrawn(now, kept);
                yield Change.becomes(withdrawn, new Result.Withdrawn(withdrawn));
            }
            case Result met -> Change.stays(met);
        });
        // What was confirmed is over, too: its link must not sign again once the withdrawn signature is erased.
        if (result instanceof Result.Withdrawn(Signature withdrawn))
            withdrawn
                    .request()
                    .ifPresent(request ->
                            requests.remove(new RequestId(withdrawn.id().signer(), request)));
        return result;
    }

    private static Result meet(Token.Withdraw token, Optional<Signature> found, Instant now) {
        boolean same = found.filter(signature ->
                        signature.signedAt().toEpochMilli() == token.signedAt().toEpochMilli())
                .isPresent();
        if (!same || token.isExpired(now)) return new Result.Ended();
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

        /** There is no such signature any more, or another one in its place. */
        record Ended() implements Result {}
    }
}
