package org.undersigned.domain;

import java.util.Optional;

/** Addresses with a common beginning (CIDR, RFC 4632), or a single one. */
public record IpRange(IpAddress first, int bits) {
    /** Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or an address alone; empty when it is none of these. */
    public static Optional<IpRange> of(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> first = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) return first.map(address -> new IpRange(address, address.bits()));
        try {
            int bits = Integer.parseInt(text.substring(slash + 1));
            return first.filter(address -> bits >= 0 && bits <= address.bits())
                    .map(address -> new IpRange(address, bits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public boolean contains(IpAddress address) {
        return address.isWithin(first, bits);
    }
}
