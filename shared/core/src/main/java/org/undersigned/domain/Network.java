package org.undersigned.domain;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where on the internet a signer was, told no closer than moderators need: the /24 of an IPv4 address, the /48 of an IPv6 one. */
public record Network(String prefix) {
    /** Neither short forms of IPv4 addresses nor zones, which the JDK would read, too. */
    private static final Pattern FORM =
            Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:]*([0-9]([.][0-9]{1,3}){3})?");

    private static final int IPV4_BYTES = 4;

    /** Of an address as API Gateway gives it; empty when it is none. */
    public static Optional<Network> of(String address) {
        if (!FORM.matcher(address).matches()) return Optional.empty();
        try {
            // An IPv4 address inside an IPv6 one (RFC 4291, 2.5.5.2) comes out as what it is.
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return Optional.of(new Network(bytes.length == IPV4_BYTES ? ipv4(bytes) : ipv6(bytes)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String ipv4(byte[] bytes) {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".0/24";
    }

    private static String ipv6(byte[] bytes) {
        return group(bytes, 0) + ":" + group(bytes, 2) + ":" + group(bytes, 4) + "::/48";
    }

    private static String group(byte[] bytes, int at) {
        return Integer.toHexString((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff));
    }

    /** Does not print where a signer was: it must not reach a log. */
    @Override
    public String toString() {
        return "Network[hidden]";
    }
}
