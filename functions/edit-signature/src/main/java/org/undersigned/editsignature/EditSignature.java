package org.undersigned.editsignature;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.undersigned.domain.Address;
import org.undersigned.domain.Category;
import org.undersigned.domain.Change;
import org.undersigned.domain.Details;
import org.undersigned.domain.Edit;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.links.Token;
import org.undersigned.tables.ImportedRows;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/** Shows a signature to its signer, and edits it under the rules by which a new one would be admitted. */
final class EditSignature {
    private final Statements statements;
    private final Signatures signatures;
    private final ImportedRows rows;
    private final KeyedHash hash;
    private final Clock clock;
    private final RandomGenerator random;

    EditSignature(Env env) {
        statements = new Statements(env);
        signatures = new Signatures(env);
        hash = env.keyedHash();
        rows = new ImportedRows(signatures, new Published(env), hash);
        clock = env.clock();
        random = env.random();
    }

    /** What the link stands for; changes nothing. */
    Result look(Token.Edit token) {
        return meet(token, signatures.find(token.signature()));
    }

    /** {@code seen} is the version that the signer's page showed, if that is said; the email goes back to {@code call}. */
    Result edit(Token.Edit token, Map<String, Object> json, Optional<Integer> seen, String call) {
        return signatures.change(token.signature(), before -> switch (meet(token, before)) {
            case Result.Standing standing -> edit(standing, json, seen, call);
            case Result met -> Change.stays(met);
        });
    }

    private Change<Result> edit(
            Result.Standing standing, Map<String, Object> json, Optional<Integer> seen, String call) {
        Signature before = standing.signature();
        Statement statement = standing.statement();
        Optional<Category> category = statement.category(before.details().category());
        if (before.status() == Status.REJECTED || category.isEmpty()) return Change.stays(new Result.Fixed(standing));
        if (seen.filter(version -> version != before.version()).isPresent())
            return Change.stays(new Result.Stale(standing));
        return switch (EditForm.read(json, before, category.get(), hash)) {
            case EditForm.Flawed(var errors) -> Change.stays(new Result.Invalid(standing, errors));
            case EditForm.Filled(Details details) -> edited(before, details, statement, category.get(), call);
        };
    }

    private Change<Result> edited(
            Signature before, Details details, Statement statement, Category category, String call) {
        if (details.equals(before.editedDetails())) return Change.stays(new Result.Standing(before, statement));
        Details standing = before.details();
        boolean sameWords = details.equals(standing.withListed(details.listed()));
        Optional<SignatureId> claims = claims(before, details, statement, category);
        Signature after = sameWords || (claims.isEmpty() && isAdmitted(before, details, statement, category))
                ? before.edited(details, SortKey.moved(before, details, category, random))
                        .causedBy(call)
                : before.proposed(
                        Edit.of(details, claims),
                        details.listed(),
                        SortKey.moved(before, standing.withListed(details.listed()), category, random),
                        clock.instant());
        return Change.becomes(after, new Result.Standing(after, statement));
    }

    /** What was decided on the name that stands is not asked again; what nobody has decided on yet is still to be decided. */
    private Optional<SignatureId> claims(Signature before, Details details, Statement statement, Category category) {
        if (!details.shown().equals(before.details().shown())) return rows.like(statement.id(), category, details);
        return before.status() == Status.IN_REVIEW ? before.review().claims() : Optional.empty();
    }

    /** As a new signature would be; where no address is kept any more, a moderator has to look. */
    private static boolean isAdmitted(Signature before, Details details, Statement statement, Category category) {
        return before.status() == Status.PUBLISHED
                && before.emailAddress()
                        .flatMap(Address::of)
                        .filter(address ->
                                statement.statusOnceConfirmed(category, details.shown(), address) == Status.PUBLISHED)
                        .isPresent();
    }

    private Result meet(Token.Edit token, Optional<Signature> found) {
        Instant now = clock.instant();
        if (token.isExpired(now)
                || found.filter(s -> s.isSignedAt(token.signedAt())).isEmpty()) return new Result.Ended();
        Signature signature = found.get();
        Statement statement = statements
                .find(signature.statement())
                .orElseThrow(() -> new IllegalStateException("a signature's statement is missing"));
        return signature.status() == Status.WITHDRAWN
                ? new Result.Withdrawn(signature, statement)
                : new Result.Standing(signature, statement);
    }
}
