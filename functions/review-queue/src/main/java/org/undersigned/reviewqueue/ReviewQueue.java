package org.undersigned.reviewqueue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.SignatureJson;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Totals;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.ReviewIndex.Wanted;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Tallies;

/** Shows moderators what waits, with what helps to decide on it. */
final class ReviewQueue {
    /** How many a filtered page looks through at most; fewer where each is compared with all others. */
    private static final int EXAMINED = 1_000;

    private static final int COMPARED = 200;

    private final ReviewIndex<Signature> reviews;
    private final ReviewIndex<SigningRequest> problems;
    private final Signatories signatories;
    private final Tallies tallies;
    private final Readings readings;

    ReviewQueue(Env env) {
        reviews = ReviewIndex.ofSignatures(env);
        problems = ReviewIndex.ofRequests(env);
        signatories = new Signatories(env);
        tallies = new Tallies(env);
        readings = new Readings(new Audit(env));
    }

    Page page(Statement statement, QueueQuery query, Act act) {
        Page page = query.queue() == Queue.PENDING_PROBLEM ? problems(statement, query) : signatures(statement, query);
        int found = page.signatures().size() + page.requests().size();
        readings.note(statement, act, "read-queue", Optional.empty(), query.told(found));
        return page;
    }

    private Page problems(Statement statement, QueueQuery query) {
        var wanted = new Wanted<SigningRequest>(
                request -> query.isOf(request.details().category()) && query.hasOneOf(SignatureJson.flags(request)),
                EXAMINED);
        var page = problems.page(statement.id(), query.queue(), query.order(), query.after(), query.limit(), wanted);
        return new Page(List.of(), page.found(), page.next());
    }

    private Page signatures(Statement statement, QueueQuery query) {
        Flags flags = new Flags(statement, reviews, signatories);
        var wanted = new Wanted<Signature>(
                signature -> query.isOf(signature.details().category())
                        && (query.hasOneOf(SignatureJson.flags(signature)) || query.hasOneOf(flags.on(signature))),
                query.flag().isPresent() ? COMPARED : EXAMINED);
        var page = reviews.page(statement.id(), query.queue(), query.order(), query.after(), query.limit(), wanted);
        return new Page(Flagged.all(flags, page.found()), List.of(), page.next());
    }

    /** How many are in each queue, by category. Shows nobody, so the audit has nothing of it. */
    Map<Queue, Map<String, Long>> counts(Statement statement) {
        Totals totals = tallies.all(statement.id());
        Map<Queue, Map<String, Long>> counts = new EnumMap<>(Queue.class);
        for (Queue queue : List.of(Queue.IN_REVIEW, Queue.REJECTED)) counts.put(queue, totals.in(queue));
        counts.put(Queue.PENDING_PROBLEM, problems.categories(statement.id(), Queue.PENDING_PROBLEM));
        return counts;
    }
}
