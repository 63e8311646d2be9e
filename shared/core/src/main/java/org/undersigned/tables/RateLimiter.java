package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.IpAddress;
import org.undersigned.domain.IpRange;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Counts what a network asks for in windows of some minutes; networks may be exempt. */
public final class RateLimiter {
    /** Where no network is exempt. */
    private static final String NONE = "none";

    private final DynamoDbClient client;
    private final String table;
    private final int most;
    private final Duration window;
    private final List<IpRange> exempt;
    private final Clock clock;

    public RateLimiter(Env env) {
        client = env.dynamoDb();
        table = env.required("LIMITS_TABLE");
        most = env.number("NETWORK_REQUESTS");
        window = env.duration("NETWORK_WINDOW");
        exempt = exempt(env.required("EXEMPT_NETWORKS"));
        clock = env.clock();
    }

    /** Counts a request; answers how long the network has to wait when it has asked too often. */
    public Optional<Duration> count(Optional<IpAddress> from) {
        if (from.filter(address -> exempt.stream().anyMatch(range -> range.contains(address)))
                .isPresent()) return Optional.empty();
        Instant now = clock.instant();
        long seconds = window.toSeconds();
        Instant end = Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
        String key = "network#" + from.map(IpAddress::subscriber).orElse("unknown") + "#" + end.getEpochSecond();
        var counted = client.updateItem(r -> r.tableName(table)
                .key(Map.of("limit", text(key)))
                .updateExpression("ADD requests :one SET expiresAt = :end")
                .expressionAttributeValues(Map.of(":one", number(1), ":end", number(end.getEpochSecond())))
                .returnValues(ReturnValue.UPDATED_NEW));
        long requests = Long.parseLong(counted.attributes().get("requests").n());
        return requests > most ? Optional.of(Duration.between(now, end)) : Optional.empty();
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
