package org.undersigned.erase;

import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.Reason;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Change;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Erasure;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;

/** Erases a signature at once, and what was asked for with its address under the statement. */
final class Erase {
    private final Signatures signatures;
    private final SigningRequests requests;
    private final Erasure erasure;

    Erase(Env env) {
        signatures = new Signatures(env, new Audit(env));
        requests = new SigningRequests(env);
        erasure = new Erasure(signatures);
    }

    /** False when the statement has no such signature; true, and nothing more, when it is erased already. */
    boolean erase(Statement statement, SignatureId id, Reason reason, Act act) {
        Optional<Signature> seen = signatures.find(id).filter(signature -> isOf(statement, signature));
        if (seen.isEmpty()) return false;
        // First, and each time: whoever asks again after a failure has all of it erased.
        requests.forget(id.signer(), Optional.empty(), act.at());
        return signatures.change(
                id,
                seen,
                found -> found.filter(signature -> isOf(statement, signature))
                        .map(before -> before.isErased()
                                ? Change.stays(true)
                                : erasure.of(before, true, Optional.of(entry(before, reason, act)), act.at()))
                        .orElseGet(() -> Change.stays(false)));
    }

    private static boolean isOf(Statement statement, Signature signature) {
        return signature.statement().equals(statement.id());
    }

    private static AuditEntry entry(Signature before, Reason reason, Act act) {
        return act.entry(
                1,
                "erase",
                Optional.of(before.id().text()),
                Optional.of(Term.of(reason.code())),
                Optional.of(Map.of("status", Term.of(before.status()), "version", before.version())),
                Optional.of(Map.of("status", Term.of(Status.WITHDRAWN), "version", before.version() + 1)));
    }
}
