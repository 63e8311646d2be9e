package org.undersigned.sign;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.undersigned.domain.Category;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Mailing;
import org.undersigned.domain.Network;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Statement.Opening;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Signatures.Change;
import org.undersigned.tables.Statements;

/**
 * Takes a signature and asks for a mail. It writes first; only what the first write finds there is looked at, and then
 * changed under the condition that it is still so.
 */
public final class Sign {
    private static final int MAX_ATTEMPTS = 10;

    private final Statements statements;
    private final Signatures signatures;
    private final Duration coolDown;
    private final Duration timeToConfirm;
    private final Clock clock;
    private final RandomGenerator random;

    /** {@code coolDown} parts two mails of the same words; {@code timeToConfirm} is how long a link is good. */
    public Sign(
            Statements statements,
            Signatures signatures,
            Duration coolDown,
            Duration timeToConfirm,
            Clock clock,
            RandomGenerator random) {
        this.statements = statements;
        this.signatures = signatures;
        this.coolDown = coolDown;
        this.timeToConfirm = timeToConfirm;
        this.clock = clock;
        this.random = random;
    }

    static Sign fromEnv() {
        var client = Aws.dynamoDb();
        return new Sign(
                Statements.fromEnv(client),
                Signatures.fromEnv(client),
                Duration.ofMinutes(Env.requiredNumber("COOL_DOWN_MINUTES")),
                Duration.ofDays(Env.requiredNumber("CONFIRMATION_DAYS")),
                Clock.systemUTC(),
                new SecureRandom());
    }

    /** Reads the form {@code json} and signs with it; the answer is the same whether the address is new or not. */
    public Result sign(String statementId, Map<String, Object> json, Optional<Network> network) {
        Optional<Statement> known = statements.find(statementId);
        if (known.isEmpty()) return new Result.UnknownStatement();
        Statement statement = known.get();
        Instant now = clock.instant();
        Opening opening = statement.openingAt(now);
        if (opening != Opening.OPEN) return new Result.NotOpen(opening);
        return switch (SigningForm.read(json, statement)) {
            case SigningForm.Flawed(var errors) -> new Result.Invalid(errors);
            case SigningForm.Filled form -> {
                store(signature(statement, form, network, now), now);
                yield new Result.Accepted();
            }
        };
    }

    private Signature signature(Statement statement, SigningForm.Filled form, Optional<Network> network, Instant now) {
        Category category = form.category();
        var words = form.words();
        var id = SignatureId.of(statement.id(), form.address(), category.signs(), words.name());
        // A place by name is told to whoever pages through a list: what is not listed has none.
        String sortKey = category.order() == Order.ARRIVAL || !words.listed()
                ? SortKey.byArrival(now, random)
                : SortKey.byName(words.sortAs(), words.name(), random);
        return Signature.pending(
                id, statement, category, words, form.address(), network, sortKey, now, now.plus(timeToConfirm));
    }

    private void store(Signature signed, Instant now) {
        Change change = signatures.add(signed);
        for (int attempt = 1; change instanceof Change.Refused(Optional<Signature> found); attempt++) {
            if (attempt == MAX_ATTEMPTS)
                throw new IllegalStateException("a signature changes faster than it can be written");
            if (found.isEmpty()) {
                change = signatures.add(signed);
                continue;
            }
            Optional<Signature> next = next(found.get(), signed, now);
            if (next.isEmpty()) return;
            change = signatures.replace(found.get(), next.get());
        }
    }

    /** What an earlier signature becomes when its signer signs again; empty when nothing changes. */
    private Optional<Signature> next(Signature earlier, Signature signed, Instant now) {
        return switch (earlier.status()) {
            case PUBLISHED, IN_REVIEW, REJECTED ->
                mailing(earlier, Mailing.Kind.ALREADY_SIGNED, now).map(earlier::mailed);
            case WITHDRAWN -> anew(earlier, signed, now);
            case PENDING -> {
                if (earlier.isExpired(now) || !earlier.says(signed)) yield anew(earlier, signed, now);
                if (isCoolingDown(earlier, now)) yield Optional.empty();
                yield mailing(earlier, Mailing.Kind.CONFIRMATION, now)
                        .map(mailing -> earlier.mailed(mailing, now.plus(timeToConfirm)));
            }
        };
    }

    private static Optional<Signature> anew(Signature earlier, Signature signed, Instant now) {
        return mailing(earlier, Mailing.Kind.CONFIRMATION, now).map(mailing -> signed.inPlaceOf(earlier, mailing));
    }

    private static Optional<Mailing> mailing(Signature earlier, Mailing.Kind kind, Instant now) {
        if (earlier.mailing().isEmpty()) return Optional.of(Mailing.first(now));
        return earlier.mailing().get().next(kind, now);
    }

    private boolean isCoolingDown(Signature earlier, Instant now) {
        return earlier.mailing()
                .filter(mailing -> now.isBefore(mailing.at().plus(coolDown)))
                .isPresent();
    }

    /** What became of a form. */
    public sealed interface Result {
        /** A mail is on its way, if one is due. */
        record Accepted() implements Result {}

        record UnknownStatement() implements Result {}

        record NotOpen(Opening opening) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}
    }
}
