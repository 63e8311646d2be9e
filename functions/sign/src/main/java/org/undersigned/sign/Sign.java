package org.undersigned.sign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.IpAddress;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Statement.Opening;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Gates;
import org.undersigned.tables.RateLimiter;
import org.undersigned.tables.SigningRequests;

/**
 * Takes what a form asks for: one write on the network's limit, one put of the request. It reads no signature, and its
 * work is the same for every address, be it blocked or not.
 */
final class Sign {
    private final Gates gates;
    private final RateLimiter limiter;
    private final SigningRequests requests;
    private final KeyedHash hash;
    private final Duration coolDown;
    private final Duration open;
    private final Clock clock;

    Sign(Env env) {
        gates = new Gates(env);
        limiter = new RateLimiter(env);
        requests = new SigningRequests(env);
        hash = env.keyedHash();
        coolDown = env.duration("COOL_DOWN");
        open = env.duration("CONFIRMATION_PERIOD");
        clock = env.clock();
    }

    /** Reads the form {@code json}; the answer is the same whether the address is new or not. */
    Result sign(String statementId, Map<String, Object> json, Optional<IpAddress> from, String requestId) {
        Optional<Gates.Gate> known = gates.find(statementId);
        if (known.isEmpty()) return new Result.UnknownStatement();
        Statement statement = known.get().statement();
        Instant now = clock.instant();
        Opening opening = statement.openingAt(now);
        if (opening != Opening.OPEN) return new Result.NotOpen(opening);
        return switch (SigningForm.read(json, statement)) {
            case SigningForm.Flawed(var errors) -> new Result.Invalid(errors);
            case SigningForm.Filled form -> take(known.get(), form, from, now, requestId);
        };
    }

    private Result take(
            Gates.Gate gate, SigningForm.Filled form, Optional<IpAddress> from, Instant now, String requestId) {
        Optional<Duration> wait = gate.rules().allows(from)
                ? Optional.empty()
                : limiter.count(gate.statement().id(), from);
        return wait.<Result>map(Result.TooMany::new).orElseGet(() -> accept(gate, form, from, now, requestId));
    }

    private Result accept(
            Gates.Gate gate, SigningForm.Filled form, Optional<IpAddress> from, Instant now, String requestId) {
        Statement statement = gate.statement();
        // People do not see the honeypot; whoever fills it in is told what everybody is told.
        if (!form.honeypot())
            requests.add(SigningRequest.of(
                            statement,
                            form.category().signs(),
                            form.details(),
                            form.address(),
                            from.map(IpAddress::network),
                            now,
                            coolDown,
                            open,
                            hash)
                    .broughtBy(requestId)
                    // What is blocked is put like the rest: only the sender of emails makes a difference.
                    .blockedBy(gate.rules().match(hash.blocked(statement.id(), form.address()), form.address(), from)));
        return new Result.Accepted();
    }

    /** The outcome of a form. */
    sealed interface Result {
        /** An email is on its way, if one is due. */
        record Accepted() implements Result {}

        record UnknownStatement() implements Result {}

        record NotOpen(Opening opening) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        /** The network has asked too often; it has to wait that long. */
        record TooMany(Duration retryAfter) implements Result {}
    }
}
