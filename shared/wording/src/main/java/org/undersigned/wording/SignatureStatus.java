package org.undersigned.wording;

import java.time.Instant;
import java.util.Optional;

/** A signature and where it stands; the rejection says why it is not counted. */
public record SignatureStatus(
        Signing signing,
        Instant signedAt,
        Standing standing,
        Optional<Rejection> rejection,
        String editLink,
        String withdrawLink) {
    @Override
    public String toString() {
        return "SignatureStatus[hidden]";
    }
}
