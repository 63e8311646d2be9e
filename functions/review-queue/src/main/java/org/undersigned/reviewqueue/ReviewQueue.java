package org.undersigned.reviewqueue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.Parallel;
import org.undersigned.admin.SignatureJson.Flag;
import org.undersigned.domain.Address;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;

/** Shows moderators signatures with what helps to decide on them; nothing is shown before the audit has it. */
final class ReviewQueue {
    private final Signatures signatures;
    private final SigningRequests requests;
    private final ReviewIndex<Signature> reviews;
    private final ReviewIndex<SigningRequest> problems;
    private final Signatories signatories;
    private final Audit audit;
    private final KeyedHash hash;

    ReviewQueue(Env env) {
        signatures = new Signatures(env);
        requests = new SigningRequests(env);
        reviews = ReviewIndex.ofSignatures(env);
        problems = ReviewIndex.ofRequests(env);
        signatories = new Signatories(env);
        audit = new Audit(env);
        hash = new KeyedHash(env.secret(env.required("SIGNER_SECRET")));
    }

    /** Those that came to wait after that moment, oldest first. */
    Page page(Statement statement, Queue queue, Optional<Instant> after, int limit, Act act) {
        Optional<String> from = after.map(Instant::toString);
        if (queue == Queue.PENDING_PROBLEM) {
            var page = problems.page(statement.id(), queue, from, limit);
            note(statement, queue, page.found().size(), act);
            return new Page(List.of(), page.found(), page.next());
        }
        var page = reviews.page(statement.id(), queue, from, limit);
        note(statement, queue, page.found().size(), act);
        return new Page(flagged(statement, page.found()), List.of(), page.next());
    }

    /** All of an address, and what was asked for with it and can still be confirmed; the audit has its keyed hash alone. */
    Page ofAddress(Statement statement, Address address, Act act) {
        String signer = hash.signer(statement.id(), address);
        List<Signature> found = signatures.of(signer);
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

    /** The audit has it, too, when somebody asks for what is not there: the answer tells that. */
    Optional<Flagged> one(Statement statement, SignatureId id, Act act) {
        List<Signature> found = signatures.find(id).filter(s -> s.statement().equals(statement.id())).stream()
                .toList();
        note(statement, act, "read-signature", Optional.of(id.text()), Map.of("signatures", found.size()));
        return flagged(statement, found).stream().findFirst();
    }

    private void note(Statement statement, Queue queue, int found, Act act) {
        note(statement, act, "read-queue", Optional.empty(), Map.of("status", Term.of(queue), "found", found));
    }

    private void note(
            Statement statement, Act act, String action, Optional<String> subject, Map<String, Object> found) {
        audit.append(
                statement.id(), act.entry(1, action, subject, Optional.empty(), Optional.empty(), Optional.of(found)));
    }

    private List<Flagged> flagged(Statement statement, List<Signature> found) {
        if (found.isEmpty()) return List.of();
        var flags = new Flags(statement, reviews, signatories);
        return Parallel.map(found, signature -> new Flagged(signature, flags.on(signature)));
    }

    /** A signature with the flags that comparing it with others has raised. */
    record Flagged(Signature signature, List<Flag> flags) {}

    /** {@code next} is the moment after which the next page begins. */
    record Page(List<Flagged> signatures, List<SigningRequest> requests, Optional<String> next) {}
}
