package org.undersigned.domain;

import java.util.Optional;

/**
 * What moderators know and did about a signature: the network it came from, whether its mail came back, the imported row
 * of the same name, who approved it first where two are needed, and what was decided.
 */
public record Review(
        Optional<Network> network,
        Optional<Bounce> bounce,
        Optional<SignatureId> claims,
        Optional<String> firstApprover,
        Optional<Decision> decision,
        Optional<RejectionReason> rejectedFor) {

    public static final Review NONE = new Review(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a signature that came from there, waits for a moderator, and may be that of an imported row. */
    static Review of(Optional<Network> network, Optional<SignatureId> claims) {
        return new Review(network, Optional.empty(), claims, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Review bounced(Bounce what) {
        return new Review(network, Optional.of(what), claims, firstApprover, decision, rejectedFor);
    }

    Review withoutNetwork() {
        return new Review(Optional.empty(), bounce, claims, firstApprover, decision, rejectedFor);
    }

    /** Other words, which nobody has approved yet. */
    Review edited() {
        return new Review(network, bounce, claims, Optional.empty(), decision, Optional.empty());
    }

    /** The words that stand are kept; why others were not accepted is for their signer. */
    Review editRejected(RejectionReason reason) {
        return new Review(network, bounce, claims, Optional.empty(), decision, Optional.of(reason));
    }

    Review claiming(Optional<SignatureId> row) {
        return new Review(network, bounce, row, firstApprover, decision, rejectedFor);
    }

    /** The first of two approvals. */
    Review approvedFirst(String approver) {
        return decided(Optional.of(approver), decision, Optional.empty());
    }

    /** Where the signer was is forgotten. */
    Review approved() {
        return new Review(
                Optional.empty(), bounce, claims, firstApprover, Optional.of(Decision.APPROVE), Optional.empty());
    }

    /** Where the signer was is forgotten. */
    Review rejected(RejectionReason reason) {
        return withoutNetwork().decided(Optional.empty(), Optional.of(Decision.REJECT), Optional.of(reason));
    }

    /** As if nothing had been decided. */
    Review reinstated() {
        return decided(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Review decided(Optional<String> approver, Optional<Decision> made, Optional<RejectionReason> reason) {
        return new Review(network, bounce, claims, approver, made, reason);
    }

    /** Does not print who decided or where a signer was: it must not reach a log. */
    @Override
    public String toString() {
        return "Review" + decision.map(d -> "[" + d + "]").orElse("[none]");
    }
}
