package org.undersigned.sendemail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.undersigned.domain.Folding;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.domain.Words;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/**
 * What is settled before a signer is asked to confirm, off the signer's way: that the category stays, and whether the
 * name is that of an imported row, which only a moderator may put the signature in the place of.
 */
public final class Claims {
    private final Signatures signatures;
    private final Statements statements;
    private final Tallies tallies;

    /** Categories that stay for good: used ones cannot vanish. */
    private final Set<String> staying = ConcurrentHashMap.newKeySet();

    public Claims(Signatures signatures, Statements statements, Tallies tallies) {
        this.signatures = signatures;
        this.statements = statements;
        this.tallies = tallies;
    }

    /** False when the signer is not to be asked: the category is gone, or the signature is no more what it was. */
    boolean settle(Signature pending) {
        return stays(pending.statement(), pending.words().category())
                && row(pending).map(row -> isClaimed(pending, row)).orElse(true);
    }

    /** Marks first and reads then: whoever takes the category away in between finds it used. */
    private boolean stays(String statement, String category) {
        String key = statement + "#" + category;
        if (staying.contains(key)) return true;
        tallies.use(statement, category);
        boolean stays =
                statements.read(statement).flatMap(s -> s.category(category)).isPresent();
        if (stays) staying.add(key);
        return stays;
    }

    /** The published row of that name; of several the one of the same affiliation, or else any. */
    private Optional<Signature> row(Signature pending) {
        Words words = pending.words();
        String signer = SignatureId.importedSigner(pending.statement(), words.category(), words.name());
        List<Signature> rows = signatures.of(signer).stream()
                .filter(row -> row.status() == Status.PUBLISHED)
                .toList();
        return rows.stream()
                .filter(row -> affiliation(row).equals(affiliation(pending)))
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    private static String affiliation(Signature signature) {
        return Folding.fold(signature.words().affiliation().orElse(""));
    }

    private boolean isClaimed(Signature pending, Signature row) {
        return signatures.claim(pending, row.id()) instanceof Signatures.Change.Made;
    }
}
