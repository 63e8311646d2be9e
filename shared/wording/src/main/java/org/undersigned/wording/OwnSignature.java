package org.undersigned.wording;

import java.util.Optional;

/**
 * A signature as its signer's own page shows it: {@code edit} is as it would be with the words that wait, {@code rejection}
 * why it, or the last such words, were not accepted; {@code affiliation} says whether its category has any.
 */
public record OwnSignature(
        Signing signing,
        Standing standing,
        Optional<Rejection> rejection,
        Optional<Signing> edit,
        boolean editable,
        boolean affiliation,
        int version,
        String withdrawLink) {
    @Override
    public String toString() {
        return "OwnSignature[hidden]";
    }
}
