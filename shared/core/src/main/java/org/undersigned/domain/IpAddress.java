package org.undersigned.domain;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where on the internet a request came from, as its 4 or 16 bytes. */
public final class IpAddress {
    /** Neither short forms of IPv4 addresses nor zones, which the JDK would read, too. */
    private static final Pattern FORM =
            Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:]*([0-9]([.][0-9]{1,3}){3})?");

    private static final int IPV4_BYTES = 4;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of an address as API Gateway gives it; empty when it is none. */
    public static Optional<IpAddress> of(String text) {
        if (!FORM.matcher(text).matches()) return Optional.empty();
        try {
            // An IPv4 address inside an IPv6 one (RFC 4291, 2.5.5.2) comes out as what it is.
            return Optional.of(new IpAddress(InetAddress.ofLiteral(text).getAddress()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Told no closer than moderators need: the /24 of an IPv4 address, the /48 of an IPv6 one. */
    public Network network() {
        return new Network(isIpv4() ? dotted(3) + ".0/24" : groups(3) + "::/48");
    }

    /** What one subscriber has, whose requests are counted together: an IPv4 address, the /64 of an IPv6 one. */
    public String subscriber() {
        return isIpv4() ? dotted(4) : groups(4) + "::/64";
    }

    /** Whether the first {@code bits} are those of another address of the same kind. */
    boolean isWithin(IpAddress other, int bits) {
        if (bytes.length != other.bytes.length) return false;
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if (((bytes[i / 8] ^ other.bytes[i / 8]) & mask) != 0) return false;
        }
        return true;
    }

    /** Its first {@code bits}, all others being zero, as an address is written. */
    String prefix(int bits) {
        byte[] kept = new byte[bytes.length];
        for (int i = 0; i < bits; i++) kept[i / 8] |= (byte) (bytes[i / 8] & 0x80 >> i % 8);
        var first = new IpAddress(kept);
        int groups = Math.ceilDiv(bits, 16);
        return isIpv4() ? first.dotted(IPV4_BYTES) : groups == 8 ? first.groups(8) : first.groups(groups) + "::";
    }

    int bits() {
        return bytes.length * 8;
    }

    private boolean isIpv4() {
        return bytes.length == IPV4_BYTES;
    }

    private String dotted(int parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts; i++) text.append(i == 0 ? "" : ".").append(bytes[i] & 0xff);
        return text.toString();
    }

    private String groups(int parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts; i++)
            text.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff)));
        return text.toString();
    }

    /** Does not print where somebody was: it must not reach a log. */
    @Override
    public String toString() {
        return "IpAddress[hidden]";
    }
}
