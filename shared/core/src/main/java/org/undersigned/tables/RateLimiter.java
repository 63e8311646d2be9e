package org.undersigned.tables;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.IpAddress;
import org.undersigned.domain.IpRange;
import org.undersigned.lambda.Env;

/** Counts what a network asks for in windows of some minutes; networks may be exempt. */
public final class RateLimiter {
    /** Where no network is exempt. */
    private static final String NONE = "none";

    private final WindowCounter counter;
    private final List<IpRange> exempt;

    public RateLimiter(Env env) {
        counter = new WindowCounter(env, "network", env.number("NETWORK_REQUESTS"), env.duration("NETWORK_WINDOW"));
        exempt = exempt(env.required("EXEMPT_NETWORKS"));
    }

    /** Counts a request; answers how long the network has to wait when it has asked too often. */
    public Optional<Duration> count(Optional<IpAddress> from) {
        return from.filter(address -> exempt.stream().anyMatch(range -> range.contains(address)))
                        .isPresent()
                ? Optional.empty()
                : counter.count(from.map(IpAddress::subscriber).orElse("unknown"), 1);
    }

    /** Throws {@link IllegalStateException} naming what is no network. */
    private static List<IpRange> exempt(String networks) {
        if (networks.equals(NONE)) return List.of();
        return Arrays.stream(networks.split(","))
                .map(text -> IpRange.of(text.strip())
                        .orElseThrow(() -> new IllegalStateException("The environment variable EXEMPT_NETWORKS must be"
                                + " none, or networks such as 192.0.2.0/24 with commas between, not " + text)))
                .toList();
    }
}
