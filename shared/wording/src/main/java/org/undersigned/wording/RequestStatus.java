package org.undersigned.wording;

import java.time.Instant;

/** An open signing request, where to confirm it, and until when. */
public record RequestStatus(Signing signing, Instant validUntil, String confirmLink) {
    @Override
    public String toString() {
        return "RequestStatus[hidden]";
    }
}
