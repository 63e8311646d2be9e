package org.undersigned.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What moderators know and did about a signature: the network it came from, whether its mail came back, the imported row
 * of the same name, which rows have left the list for it, who approved it first where two are needed, what was decided, and
 * by which invalidation it was rejected.
 */
public record Review(
        Optional<Network> network,
        Optional<Bounce> bounce,
        Optional<SignatureId> claims,
        List<SignatureId> inPlaceOf,
        Optional<String> firstApprover,
        Optional<Decision> decision,
        Optional<RejectionReason> rejectedFor,
        Optional<Invalidated> invalidated) {

    public static final Review NONE = of(Optional.empty(), Optional.empty());

    /** Of a signature that came from there, and may be that of an imported row. */
    static Review of(Optional<Network> network, Optional<SignatureId> claims) {
        return new Review(
                network,
                Optional.empty(),
                claims,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Review bounced(Bounce what) {
        return new Review(
                network, Optional.of(what), claims, inPlaceOf, firstApprover, decision, rejectedFor, invalidated);
    }

    Review withoutNetwork() {
        return new Review(
                Optional.empty(), bounce, claims, inPlaceOf, firstApprover, decision, rejectedFor, invalidated);
    }

    /** Other words, which nobody has approved yet. */
    Review edited() {
        return new Review(
                network, bounce, claims, inPlaceOf, Optional.empty(), decision, Optional.empty(), invalidated);
    }

    /** The words that stand are kept; why others were not accepted is for their signer. */
    Review editRejected(RejectionReason reason) {
        return new Review(
                network, bounce, claims, inPlaceOf, Optional.empty(), decision, Optional.of(reason), invalidated);
    }

    Review claiming(Optional<SignatureId> row) {
        return new Review(network, bounce, row, inPlaceOf, firstApprover, decision, rejectedFor, invalidated);
    }

    /** An imported row has left the list for it. */
    Review inPlaceOf(SignatureId row) {
        List<SignatureId> rows = new ArrayList<>(inPlaceOf);
        rows.add(row);
        return new Review(
                network, bounce, claims, List.copyOf(rows), firstApprover, decision, rejectedFor, invalidated);
    }

    /** The first of two approvals. */
    Review approvedFirst(String approver) {
        return decided(Optional.of(approver), decision, Optional.empty());
    }

    Review approved() {
        return decided(firstApprover, Optional.of(Decision.APPROVE), Optional.empty());
    }

    /** Where the signer was is forgotten. */
    Review rejected(RejectionReason reason) {
        return withoutNetwork().decided(Optional.empty(), Optional.of(Decision.REJECT), Optional.of(reason));
    }

    /** As if nothing had been decided. */
    Review reinstated() {
        return decided(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** All that was known is kept for undoing it. */
    Review invalidated(Invalidated mark, RejectionReason reason) {
        return new Review(
                network, bounce, claims, inPlaceOf, firstApprover, decision, Optional.of(reason), Optional.of(mark));
    }

    /** As before it was invalidated; the mark tells that this is undone. */
    Review revalidated(Invalidated mark) {
        return new Review(
                network,
                bounce,
                claims,
                inPlaceOf,
                firstApprover,
                decision,
                mark.rejectedFor(),
                Optional.of(mark.ofUndone()));
    }

    private Review decided(Optional<String> approver, Optional<Decision> made, Optional<RejectionReason> reason) {
        return new Review(network, bounce, claims, inPlaceOf, approver, made, reason, Optional.empty());
    }

    /** Does not print who decided or where a signer was: it must not reach a log. */
    @Override
    public String toString() {
        return "Review" + decision.map(d -> "[" + d + "]").orElse("[none]");
    }
}
