package org.undersigned.editsignature;

import java.util.Set;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Status;
import org.undersigned.links.Shown;
import org.undersigned.wording.OwnSignature;
import org.undersigned.wording.Pages;

/** The page on which a signer sees the signature, and edits it. */
final class OwnPage {
    private OwnPage() {}

    /** {@code withdrawal} is the link that withdraws it; {@code flawed} are the fields that the signer has to mend. */
    static String of(Result.Standing standing, String withdrawal, Set<String> flawed) {
        Signature signature = standing.signature();
        boolean isRejected = signature.status() == Status.REJECTED;
        Shown shown = Shown.of(standing.statement(), signature.details());
        var own = new OwnSignature(
                shown.signing(),
                Shown.standing(signature),
                Shown.rejection(signature),
                signature
                        .edit()
                        .filter(_ -> !isRejected)
                        .map(_ -> Shown.of(standing.statement(), signature.editedDetails())
                                .signing()),
                !isRejected,
                hasAffiliation(standing),
                signature.version(),
                withdrawal);
        return Pages.own(shown.language(), own, flawed);
    }

    /** Of one that is withdrawn, which can be taken back behind that link. */
    static String withdrawn(Shown shown, String withdrawal) {
        return Pages.ownWithdrawn(shown.language(), shown.signing().about(), withdrawal);
    }

    private static boolean hasAffiliation(Result.Standing standing) {
        return standing.statement()
                .category(standing.signature().details().category())
                .filter(category -> category.affiliation() != Affiliation.NONE)
                .isPresent();
    }
}
