package org.undersigned.reviewqueue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.Parallel;
import org.undersigned.admin.SignatureJson;
import org.undersigned.admin.SignatureJson.Flag;
import org.undersigned.domain.Address;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.NameQuery;
import org.undersigned.domain.Place;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Totals;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.NameSearch;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.ReviewIndex.Wanted;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;
import org.undersigned.tables.Tallies;

/** Shows moderators signatures with what helps to decide on them; nothing is shown before the audit has it. */
final class ReviewQueue {
    /** How many a filtered page looks through at most; fewer where each is compared with all others. */
    private static final int EXAMINED = 1_000;

    private static final int COMPARED = 200;

    private final Signatures signatures;
    private final SigningRequests requests;
    private final ReviewIndex<Signature> reviews;
    private final ReviewIndex<SigningRequest> problems;
    private final Signatories signatories;
    private final Tallies tallies;
    private final NameLookUp names;
    private final Audit audit;
    private final KeyedHash hash;

    ReviewQueue(Env env) {
        signatures = new Signatures(env);
        requests = new SigningRequests(env);
        reviews = ReviewIndex.ofSignatures(env);
        problems = ReviewIndex.ofRequests(env);
        signatories = new Signatories(env);
        tallies = new Tallies(env);
        names = new NameLookUp(new NameSearch(env), signatures, reviews);
        audit = new Audit(env);
        hash = env.keyedHash();
    }

    Page page(Statement statement, QueueQuery query, Act act) {
        if (query.queue() == Queue.PENDING_PROBLEM) {
            var wanted = new Wanted<SigningRequest>(
                    request -> query.isOf(request.details().category()) && query.hasOneOf(SignatureJson.flags(request)),
                    EXAMINED);
            var page =
                    problems.page(statement.id(), query.queue(), query.order(), query.after(), query.limit(), wanted);
            note(
                    statement,
                    act,
                    "read-queue",
                    Optional.empty(),
                    query.told(page.found().size()));
            return new Page(List.of(), page.found(), page.next());
        }
        Flags flags = new Flags(statement, reviews, signatories);
        var wanted = new Wanted<Signature>(
                signature -> query.isOf(signature.details().category())
                        && (query.hasOneOf(SignatureJson.flags(signature)) || query.hasOneOf(flags.on(signature))),
                query.flag().isPresent() ? COMPARED : EXAMINED);
        var page = reviews.page(statement.id(), query.queue(), query.order(), query.after(), query.limit(), wanted);
        note(
                statement,
                act,
                "read-queue",
                Optional.empty(),
                query.told(page.found().size()));
        return new Page(flagged(flags, page.found()), List.of(), page.next());
    }

    /** How many are in each queue, by category. Shows nobody, so the audit has nothing of it. */
    Map<Queue, Map<String, Long>> counts(Statement statement) {
        Totals totals = tallies.all(statement.id());
        Map<Queue, Map<String, Long>> counts = new EnumMap<>(Queue.class);
        for (Queue queue : List.of(Queue.IN_REVIEW, Queue.REJECTED)) counts.put(queue, totals.in(queue));
        counts.put(Queue.PENDING_PROBLEM, problems.categories(statement.id(), Queue.PENDING_PROBLEM));
        return counts;
    }

    /** All of an address, and what was asked for with it and can still be confirmed; the audit has its keyed hash alone. */
    Page ofAddress(Statement statement, Address address, Act act) {
        String signer = hash.signer(statement.id(), address);
        List<Signature> found = signatures.of(signer).stream()
                .filter(signature -> !signature.isErased())
                .toList();
        List<SigningRequest> asked = requests.newest(signer).stream()
                .filter(request -> !request.isExpired(act.at()))
                .filter(request -> found.stream().noneMatch(signature -> signature.isOf(request.id())))
                .toList();
        note(
                statement,
                act,
                "look-up",
                Optional.of(signer),
                Map.of("signatures", found.size(), "requests", asked.size()));
        return new Page(flagged(statement, found), asked, Optional.empty());
    }

    /** Those whose name or family name begins so, published, waiting and rejected; the audit has how many. */
    Page ofName(Statement statement, NameQuery name, Place from, int limit, Act act) {
        NameLookUp.Found found = names.find(statement, name, from, limit);
        int number = found.signatures().size();
        note(statement, act, "look-up", Optional.empty(), Map.of("by", "name", "signatures", number));
        return new Page(
                flagged(statement, found.signatures()), List.of(), found.next().map(Place::text));
    }

    /** The audit has it, too, when somebody asks for what is not there: the answer tells that. */
    Optional<Flagged> one(Statement statement, SignatureId id, Act act) {
        List<Signature> found =
                signatures.find(id).filter(s -> s.statement().equals(statement.id()) && !s.isErased()).stream()
                        .toList();
        note(statement, act, "read-signature", Optional.of(id.text()), Map.of("signatures", found.size()));
        return flagged(statement, found).stream().findFirst();
    }

    private void note(
            Statement statement, Act act, String action, Optional<String> subject, Map<String, Object> found) {
        audit.append(
                statement.id(), act.entry(1, action, subject, Optional.empty(), Optional.empty(), Optional.of(found)));
    }

    private List<Flagged> flagged(Statement statement, List<Signature> found) {
        return found.isEmpty() ? List.of() : flagged(new Flags(statement, reviews, signatories), found);
    }

    private static List<Flagged> flagged(Flags flags, List<Signature> found) {
        return Parallel.map(found, signature -> new Flagged(signature, flags.on(signature.asEdited())));
    }

    /** A signature with the flags that comparing it with others has raised. */
    record Flagged(Signature signature, List<Flag> flags) {}

    /** {@code next} is where the next page begins: a moment in a queue, a place in a look-up by name. */
    record Page(List<Flagged> signatures, List<SigningRequest> requests, Optional<String> next) {}
}
