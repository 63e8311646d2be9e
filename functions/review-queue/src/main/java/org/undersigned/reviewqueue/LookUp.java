package org.undersigned.reviewqueue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.domain.Address;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.NameQuery;
import org.undersigned.domain.Place;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.NameSearch;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;

/** Shows moderators the signatures of somebody, published ones too, with the same flags as in the queue. */
final class LookUp {
    private final Signatures signatures;
    private final SigningRequests requests;
    private final ReviewIndex<Signature> reviews;
    private final Signatories signatories;
    private final NameLookUp names;
    private final Readings readings;
    private final KeyedHash hash;

    LookUp(Env env) {
        signatures = new Signatures(env);
        requests = new SigningRequests(env);
        reviews = ReviewIndex.ofSignatures(env);
        signatories = new Signatories(env);
        names = new NameLookUp(new NameSearch(env), signatures, reviews);
        readings = new Readings(new Audit(env));
        hash = env.keyedHash();
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
        var told = Map.<String, Object>of("signatures", found.size(), "requests", asked.size());
        readings.note(statement, act, "look-up", Optional.of(signer), told);
        return new Page(flagged(statement, found), asked, Optional.empty());
    }

    /** Those whose name or family name begins so, published, waiting and rejected; the audit has how many. */
    Page ofName(Statement statement, NameQuery name, Place from, int limit, Act act) {
        NameLookUp.Found found = names.find(statement, name, from, limit);
        var told = Map.<String, Object>of(
                "by", "name", "signatures", found.signatures().size());
        readings.note(statement, act, "look-up", Optional.empty(), told);
        return new Page(
                flagged(statement, found.signatures()), List.of(), found.next().map(Place::text));
    }

    /** The audit has it, too, when somebody asks for what is not there: the answer tells that. */
    Optional<Flagged> one(Statement statement, SignatureId id, Act act) {
        List<Signature> found =
                signatures.find(id).filter(s -> s.statement().equals(statement.id()) && !s.isErased()).stream()
                        .toList();
        readings.note(statement, act, "read-signature", Optional.of(id.text()), Map.of("signatures", found.size()));
        return flagged(statement, found).stream().findFirst();
    }

    private List<Flagged> flagged(Statement statement, List<Signature> found) {
        return found.isEmpty() ? List.of() : Flagged.all(new Flags(statement, reviews, signatories), found);
    }
}
