package org.undersigned.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The key of what a form asked for: {@code signer} stands for the address under the statement ({@link KeyedHash}),
 * {@code request} begins with the cool-down window in seconds of the epoch (hexadecimal), so that newer ones sort later.
 */
public record RequestId(String signer, String request) {
    private static final Pattern SIGNING = Pattern.compile("[0-9a-f]{8}-[a-z2-7]{26}");
    private static final String STATUS = "status-";

    /** The same words within a window are the same request. */
    static RequestId signing(String signer, String words, Instant now, Duration coolDown) {
        return new RequestId(signer, window(now, coolDown) + "-" + words);
    }

    /** A request for an email that says where the address's signatures stand. */
    public static RequestId status(String signer, Instant now, Duration coolDown) {
        return new RequestId(signer, STATUS + window(now, coolDown));
    }

    public boolean isStatus() {
        return request.startsWith(STATUS);
    }

    /** Whether a text can be the {@code request} of a signing request. */
    public static boolean isSigning(String request) {
        return SIGNING.matcher(request).matches();
    }

    private static String window(Instant now, Duration coolDown) {
        long seconds = Math.max(1, coolDown.toSeconds());
        return HexFormat.of().toHexDigits((int) (Math.floorDiv(now.getEpochSecond(), seconds) * seconds));
    }
}
