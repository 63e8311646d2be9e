package org.undersigned.requeststatus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.IpAddress;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.StatusRequest;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Gates;
import org.undersigned.tables.RateLimiter;
import org.undersigned.tables.SigningRequests;

/** Asks for an email that says where an address's signatures stand; its work is the same for every address. */
final class RequestStatus {
    /** Until it is sent, and some days on, for emails that wait. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Gates gates;
    private final RateLimiter limiter;
    private final SigningRequests requests;
    private final KeyedHash hash;
    private final Duration coolDown;
    private final Clock clock;

    RequestStatus(Env env) {
        gates = new Gates(env);
        limiter = new RateLimiter(env);
        requests = new SigningRequests(env);
        hash = env.keyedHash();
        coolDown = env.duration("COOL_DOWN");
        clock = env.clock();
    }

    Result request(String statement, Address address, Optional<IpAddress> from, String requestId) {
        Optional<Gates.Gate> gate = gates.find(statement);
        if (gate.isEmpty()) return new Result.UnknownStatement();
        Optional<Duration> wait = gate.get().rules().allows(from) ? Optional.empty() : limiter.count(statement, from);
        if (wait.isPresent()) return new Result.TooMany(wait.get());
        Instant now = clock.instant();
        requests.add(new StatusRequest(
                RequestId.status(hash.signer(statement, address), now, coolDown),
                statement,
                address.typed(),
                now,
                now.plus(KEPT),
                Optional.of(requestId)));
        return new Result.Accepted();
    }

    /** The outcome of a form. */
    sealed interface Result {
        record Accepted() implements Result {}

        record UnknownStatement() implements Result {}

        /** The network has asked too often; it has to wait that long. */
        record TooMany(Duration retryAfter) implements Result {}
    }
}
