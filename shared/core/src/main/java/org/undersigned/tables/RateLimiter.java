package org.undersigned.tables;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.EmailCount;
import org.undersigned.domain.IpAddress;
import org.undersigned.domain.IpRange;
import org.undersigned.lambda.Env;

/** Counts what a network asks for in windows of some minutes; networks may be exempt. */
public final class RateLimiter {
    /** Where no network is exempt. */
    private static final String NONE = "none";

    private final WindowCounter counter;
    private final EmailCounts counts;
    private final List<IpRange> exempt;

    public RateLimiter(Env env) {
        counter = new WindowCounter(env, "network", env.number("NETWORK_REQUESTS"), env.duration("NETWORK_WINDOW"));
        counts = new EmailCounts(env);
        exempt = exempt(env.required("EXEMPT_NETWORKS"));
    }

    /** Counts a request to a statement; answers how long the network has to wait when it has asked too often. */
    public Optional<Duration> count(String statement, Optional<IpAddress> from) {
        if (from.filter(address -> exempt.stream().anyMatch(range -> range.contains(address)))
                .isPresent()) return Optional.empty();
        var excess = counter.count(from.map(IpAddress::subscriber).orElse("unknown"), 1);
        excess.map(WindowCounter.Excess::by)
                .map(RateLimiter::toCount)
                .filter(more -> more > 0)
                .ifPresent(more -> counts.add(statement, EmailCount.Kind.NETWORK, more));
        return excess.map(WindowCounter.Excess::retryAfter);
    }

    /**
     * How many more are counted for moderators at the nth refusal of a window: up to ten each one, up to a hundred each tenth,
     * and so on. A flood causes few writes, and what is counted is right in its first digit, never too many.
     */
    static long toCount(long nth) {
        long step = 1;
        while (step <= nth / 10) step *= 10;
        if (nth % step != 0) return 0;
        return nth == step ? Math.max(1, step / 10) : step;
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
