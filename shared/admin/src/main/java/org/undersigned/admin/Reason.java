package org.undersigned.admin;

import java.util.Optional;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Term;
import org.undersigned.forms.Field;
import org.undersigned.text.TextRule;

/** Why a moderator does something: a text that may begin with a reason of the list and a colon. */
public record Reason(RejectionReason code, String text) {
    /** Reads it under the rule for reasons. */
    public static Optional<Reason> read(Field field) {
        return field.text(TextRule.REASON).map(Reason::of);
    }

    private static Reason of(String text) {
        return new Reason(
                Term.read(RejectionReason.values(), text.split(":", 2)[0].strip())
                        .orElse(RejectionReason.OTHER),
                text);
    }
}
