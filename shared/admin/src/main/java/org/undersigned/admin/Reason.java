package org.undersigned.admin;

import java.util.Optional;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Term;
import org.undersigned.domain.Wording;

/** Why a moderator does something: a text that may begin with a reason of the list and a colon. */
public record Reason(RejectionReason code, String text) {
    /** In characters. */
    public static final int MAX_LENGTH = 500;

    /** Empty when the text is blank, too long, or has control characters other than line breaks. */
    public static Optional<Reason> read(String given) {
        String text = Wording.tidy(given.replace("\r\n", "\n"));
        boolean broken = text.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && c != '\n')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (text.isEmpty() || broken || text.codePointCount(0, text.length()) > MAX_LENGTH) return Optional.empty();
        return Optional.of(new Reason(
                Term.read(RejectionReason.values(), text.split(":", 2)[0].strip())
                        .orElse(RejectionReason.OTHER),
                text));
    }
}
