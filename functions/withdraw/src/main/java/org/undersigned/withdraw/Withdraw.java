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

/** Withdraws the signature that a link was made for, and takes that back for some hours. */
final class Withdraw {
    private final Signatures signatures;
    private final SigningRequests requests;
    private final Duration grace;
    private final Clock clock;

    Withdraw(Env env) {
        signatures = new Signatures(env);
        requests = new SigningRequests(env);
        grace = env.duration("WITHDRAWAL_GRACE");
        clock = env.clock();
    }

    /** How long a withdrawal can be taken back. */
    Duration grace() {
        return grace;
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
                Signature withdrawn = signature.withdrawn(now);
                yield Change.becomes(withdrawn, new Result.Withdrawn(withdrawn, grace));
            }
            case Result met -> Change.stays(met);
        });
        // What was confirmed is over, too: its link must not sign again once the withdrawn signature is erased.
        if (result instanceof Result.Withdrawn withdrawn) removeRequest(withdrawn.signature());
        return result;
    }

    /** Takes the withdrawal back; a signature that stands is answered as it is, so twice is the same. The email goes back to {@code call}. */
    Result restore(Token.Withdraw token, String call) {
        Instant now = clock.instant();
        return signatures.change(token.signature(), before -> switch (meet(token, before, now)) {
            case Result.Withdrawn withdrawn -> {
                Signature restored = withdrawn.signature().restored(now).causedBy(call);
                yield Change.becomes(restored, new Result.Standing(restored));
            }
            case Result met -> Change.stays(met);
        });
    }

    private void removeRequest(Signature withdrawn) {
        withdrawn
                .request()
                .ifPresent(
                        request -> requests.remove(new RequestId(withdrawn.id().signer(), request)));
    }

    private Result meet(Token.Withdraw token, Optional<Signature> found, Instant now) {
        if (token.isExpired(now)
                || found.filter(s -> s.isSignedAt(token.signedAt())).isEmpty()) return new Result.Ended();
        Signature signature = found.get();
        if (signature.status() != Status.WITHDRAWN) return new Result.Standing(signature);
        Duration left = Duration.between(now, signature.since().plus(grace));
        return signature.isErased() || !left.isPositive()
                ? new Result.Over(signature)
                : new Result.Withdrawn(signature, left);
    }

    /** What a link meets. */
    sealed interface Result {
        /** The signature can be withdrawn. */
        record Standing(Signature signature) implements Result {}

        /** The signature is withdrawn, now or earlier; for so long that can be taken back. */
        record Withdrawn(Signature signature, Duration left) implements Result {}

        /** The signature is withdrawn for good. */
        record Over(Signature signature) implements Result {}

        /** There is no such signature any more, or another one in its place. */
        record Ended() implements Result {}
    }
}
