package org.undersigned.editsignature;

import java.util.List;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;

/** What a link meets. */
sealed interface Result {
    /** The signature stands so, with the words that wait, if any. */
    record Standing(Signature signature, Statement statement) implements Result {}

    /** One that the organisers did not accept, or whose category is gone, cannot be edited. */
    record Fixed(Standing standing) implements Result {}

    /** The page showed another version. */
    record Stale(Standing standing) implements Result {}

    record Invalid(Standing standing, List<FieldError> errors) implements Result {}

    record Withdrawn(Signature signature, Statement statement) implements Result {}

    /** There is no such signature any more, or another one in its place. */
    record Ended() implements Result {}
}
