package org.undersigned.wording;

import java.util.Optional;

/** A signing request that can still be confirmed; the form sends its id as {@code request}. {@code text} is what it would sign, where that is another. */
public record OpenRequest(String id, Signing signing, Optional<StatementText> text) {
    @Override
    public String toString() {
        return "OpenRequest[hidden]";
    }
}
