package org.undersigned.domain;

import java.util.Optional;

/** Where on the internet a signer was, told no closer than moderators need: the /24 of an IPv4 address, the /48 of an IPv6 one. */
public record Network(String prefix) {
    private static final int IPV6_GROUPS = 8;
    private static final int KEPT_GROUPS = 3;

    /** Of an address as API Gateway gives it; empty when it is none. */
    public static Optional<Network> of(String address) {
        return address.contains(":") ? ipv6(address) : ipv4(address);
    }

    private static Optional<Network> ipv4(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) return Optional.empty();
        for (String part : parts) if (!part.matches("[0-9]{1,3}")) return Optional.empty();
        return Optional.of(new Network(parts[0] + "." + parts[1] + "." + parts[2] + ".0/24"));
    }

    private static Optional<Network> ipv6(String address) {
        String[] halves = address.split("::", -1);
        if (halves.length > 2) return Optional.empty();
        String[] groups = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
        if (groups.length > IPV6_GROUPS) return Optional.empty();
        var prefix = new StringBuilder();
        for (int i = 0; i < KEPT_GROUPS; i++) {
            String group = i < groups.length ? groups[i] : "0";
            if (!group.matches("[0-9A-Fa-f]{1,4}")) return Optional.empty();
            prefix.append(Integer.toHexString(Integer.parseInt(group, 16))).append(':');
        }
        return Optional.of(new Network(prefix + ":/48"));
    }

    /** Does not print where a signer was: it must not reach a log. */
    @Override
    public String toString() {
        return "Network[hidden]";
    }
}
