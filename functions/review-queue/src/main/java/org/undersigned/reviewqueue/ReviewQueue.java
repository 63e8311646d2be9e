package org.undersigned.reviewqueue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.Parallel;
import org.undersigned.admin.SignatureJson.Flag;
import org.undersigned.domain.Address;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Reviews;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Signatures;

/** Shows moderators signatures with what helps to decide on them; nothing is shown before the audit has it. */
public final class ReviewQueue {
    private final Signatures signatures;
    private final Reviews reviews;
    private final Signatories signatories;
    private final Audit audit;

    public ReviewQueue(Signatures signatures, Reviews reviews, Signatories signatories, Audit audit) {
        this.signatures = signatures;
        this.reviews = reviews;
        this.signatories = signatories;
        this.audit = audit;
    }

    /** Those that came to wait after that moment, oldest first. */
    Page page(Statement statement, Queue queue, Optional<Instant> after, int limit, Act act) {
        Reviews.Page page = reviews.page(statement.id(), queue, after.map(Instant::toString), limit);
        note(
                statement,
                act,
                "read-queue",
                Optional.empty(),
                Map.of("status", Term.of(queue), "signatures", page.signatures().size()));
        return new Page(flagged(statement, page.signatures()), page.next());
    }

    /** All of an address; the audit has the address's hash alone. */
    List<Flagged> ofAddress(Statement statement, Address address, Act act) {
        String signer = SignatureId.signer(statement.id(), address);
        List<Signature> found = signatures.of(signer);
        note(statement, act, "look-up", Optional.of(signer), Map.of("signatures", found.size()));
        return flagged(statement, found);
    }

    /** The audit has it, too, when somebody asks for what is not there: the answer tells that. */
    Optional<Flagged> one(Statement statement, SignatureId id, Act act) {
        List<Signature> found = signatures.find(id).filter(s -> s.statement().equals(statement.id())).stream()
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
        if (found.isEmpty()) return List.of();
        var flags = new Flags(statement, reviews, signatories);
        return Parallel.map(found, signature -> new Flagged(signature, flags.on(signature)));
    }

    /** A signature with the flags that comparing it with others has raised. */
    record Flagged(Signature signature, List<Flag> flags) {}

    /** {@code next} is the moment after which the next page begins. */
    record Page(List<Flagged> signatures, Optional<String> next) {}
}
