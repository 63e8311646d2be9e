package org.undersigned.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses with a common beginning (CIDR, RFC 4632), or a single one. */
public record IpRange(IpAddress first, int bits) {
    private static final int IPV4_BITS = 32;
    private static final int IPV4_LEAST = 8;
    private static final int IPV6_LEAST = 16;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

    /** Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or an address alone; empty when it is none of these. */
    public static Optional<IpRange> of(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> first = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) return first.map(address -> new IpRange(address, address.bits()));
        String length = text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches()) return Optional.empty();
        int bits = Integer.parseInt(length);
        return first.filter(address -> bits <= address.bits()).map(address -> new IpRange(address, bits));
    }

    /** Whether all of that network lies within. */
    public boolean covers(Network network) {
        return of(network.prefix())
                .filter(other -> other.bits >= bits && contains(other.first))
                .isPresent();
    }

    /** Whether it is as wide as a {@link Network}, which is all that is kept of where a signer was. */
    public boolean isWide() {
        return covers(first.network());
    }

    /** The one way to write it: whatever stood behind the common beginning is zero. */
    public String text() {
        return first.prefix(bits) + "/" + bits;
    }

    /** Whether it is so wide that whole countries are in it: less than a /8 of IPv4 addresses, a /16 of IPv6 ones. */
    public boolean isVast() {
        return bits < (first.bits() == IPV4_BITS ? IPV4_LEAST : IPV6_LEAST);
    }

    public boolean contains(IpAddress address) {
        return address.isWithin(first, bits);
    }
}
