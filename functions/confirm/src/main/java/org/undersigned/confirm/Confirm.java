package org.undersigned.confirm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.undersigned.domain.Category;
import org.undersigned.domain.Change;
import org.undersigned.domain.Details;
import org.undersigned.domain.Order;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Metrics;
import org.undersigned.links.Token;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import org.undersigned.wording.Gone;

/** Makes a signature of a request; admission, watch-list and claims of imported rows are settled here. */
final class Confirm {
    static final int MAX_OTHERS = 20;

    private final Statements statements;
    private final SigningRequests requests;
    private final Signatures signatures;
    private final Tallies tallies;
    private final Claims claims;
    private final Clock clock;
    private final RandomGenerator random;
    private final Metrics metrics;

    Confirm(Env env) {
        statements = new Statements(env);
        requests = new SigningRequests(env);
        signatures = new Signatures(env);
        tallies = new Tallies(env);
        claims = new Claims(env, statements, signatures);
        clock = env.clock();
        random = env.random();
        metrics = env.metrics();
    }

    /** What confirming would meet; changes nothing. */
    Result look(Token.Confirm token) {
        Optional<SigningRequest> asked = requests.find(token.request());
        if (asked.isEmpty()) return missing(token, token.request());
        SigningRequest request = asked.get();
        return Result.of(
                request,
                signatures.find(request.signature()),
                statement(request.statement()),
                token.isExpired(clock.instant()),
                clock.instant());
    }

    /**
     * Confirms the token's request or another one of its address; answers the same however often it is asked. The receipt
     * goes back to {@code call}.
     */
    Result confirm(Token.Confirm token, RequestId id, String call) {
        Optional<SigningRequest> asked = requests.find(id);
        if (asked.isEmpty()) return missing(token, id);
        SigningRequest request = asked.get();
        Statement statement = statement(request.statement());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Read before the signature is there: afterwards it may be among them or not.
        long total = tallies.published(statement.id()).published();
        Result met = signatures.change(request.signature(), before -> switch (Result.of(
                request, before, statement, token.isExpired(now), now)) {
            case Result.Ready _ -> signed(request, before, statement, now, call);
            case Result other -> Change.stays(other);
        });
        if (met instanceof Result.Confirmed confirmed
                && confirmed.signature().signedAt().equals(now)) {
            Metrics counted = request.requestId().map(metrics::of).orElse(metrics);
            counted.count("Confirmations");
            counted.time("TimeToConfirm", Duration.between(request.askedAt(), now));
            return new Result.Confirmed(confirmed.signature(), statement, OptionalLong.of(total + 1));
        }
        return met;
    }

    /** The open requests of the token's address beside its own, newest first, each kind of words once. */
    List<SigningRequest> others(Token.Confirm token) {
        Set<String> signed = signatures.of(token.request().signer()).stream()
                .filter(signature -> signature.status() != Status.WITHDRAWN)
                .map(signature -> signature.id().capacity())
                .collect(Collectors.toSet());
        List<SigningRequest> others = new ArrayList<>();
        requests.open(token.request().signer(), clock.instant()).stream()
                .filter(request -> !signed.contains(request.capacity()))
                .filter(request -> !request.id().equals(token.request()))
                .filter(request -> others.stream().noneMatch(request::says))
                .limit(MAX_OTHERS)
                .forEach(others::add);
        return others;
    }

    private Change<Result> signed(
            SigningRequest request, Optional<Signature> before, Statement statement, Instant now, String call) {
        Details details = request.details();
        Optional<Category> category = claims.lasting(statement, details.category());
        if (category.isEmpty()) return Change.stays(new Result.Ended(Gone.EXPIRED, Optional.of(details), statement));
        Signature signature = Signature.confirmed(
                        request,
                        statement,
                        category.get(),
                        before,
                        claims.row(request, category.get()),
                        sortKey(category.get(), details, now),
                        now)
                .causedBy(call);
        return Change.becomes(signature, new Result.Confirmed(signature, statement));
    }

    /** A place by name is told to whoever pages through a list: what is not listed has none. */
    private String sortKey(Category category, Details details, Instant now) {
        return category.order() == Order.ARRIVAL || !details.listed()
                ? SortKey.byArrival(now, random)
                : SortKey.byName(details.sortAs(), details.name(), random);
    }

    /** A request ends some days after it was confirmed, and at once when it is refused. */
    private Result missing(Token.Confirm token, RequestId id) {
        Optional<Signature> made = signatures.of(id.signer()).stream()
                .filter(signature -> signature.isOf(id))
                .findFirst();
        if (made.isPresent()) return Result.of(made.get(), statement(made.get().statement()));
        if (!id.equals(token.request())) return new Result.Unknown();
        return new Result.Missing(token.isExpired(clock.instant()) ? Gone.EXPIRED : Gone.REFUSED);
    }

    private Statement statement(String id) {
        return statements
                .find(id)
                .orElseThrow(() -> new IllegalStateException("the statement of a request is missing"));
    }
}
