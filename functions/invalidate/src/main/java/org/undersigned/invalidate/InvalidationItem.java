package org.undersigned.invalidate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undersigned.domain.Network;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.SignatureId;
import org.undersigned.invalidate.Invalidation.Asked;
import org.undersigned.invalidate.Invalidation.State;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an invalidation lies in its table. */
final class InvalidationItem {
    private static final String BETWEEN_IDS = ",";

    private InvalidationItem() {}

    static Map<String, AttributeValue> of(Invalidation one, Duration kept) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("statement", text(one.statement()));
        item.put("id", text(one.id()));
        item.put("version", number(one.version()));
        item.put("state", text(one.state().name()));
        Selection selection = one.selection();
        selection.network().ifPresent(network -> item.put("network", text(network.prefix())));
        selection.domain().ifPresent(domain -> item.put("domain", text(domain)));
        selection.from().ifPresent(from -> item.put("from", text(from.toString())));
        item.put("until", text(selection.until().toString()));
        selection.flag().ifPresent(flag -> item.put("flag", text(flag.name())));
        item.put("reason", text(one.reason().name()));
        put(item, "asked", one.asked());
        one.started().ifPresent(start -> put(item, "started", start));
        item.put("expiresAt", number(one.asked().at().plus(kept).getEpochSecond()));
        put(item, one.progress());
        return item;
    }

    private static void put(Map<String, AttributeValue> item, String what, Asked asked) {
        item.put(what + "By", text(asked.by()));
        item.put(what + "At", text(asked.at().toString()));
    }

    private static void put(Map<String, AttributeValue> item, Progress progress) {
        item.put("found", number(progress.found()));
        item.put("rejected", number(progress.rejected()));
        item.put("restored", number(progress.restored()));
        item.put("place", text(progress.place()));
        item.put("pending", ids(progress.pending()));
        item.put("examples", ids(progress.examples()));
    }

    static Invalidation read(Map<String, AttributeValue> item) {
        return new Invalidation(
                item.get("statement").s(),
                item.get("id").s(),
                count(item, "version"),
                State.valueOf(item.get("state").s()),
                new Selection(
                        optional(item, "network").map(Network::new),
                        optional(item, "domain"),
                        optional(item, "from").map(Instant::parse),
                        Instant.parse(item.get("until").s()),
                        optional(item, "flag").map(Selection.Flag::valueOf)),
                RejectionReason.valueOf(item.get("reason").s()),
                asked(item, "asked").orElseThrow(),
                asked(item, "started"),
                new Progress(
                        count(item, "found"),
                        count(item, "rejected"),
                        count(item, "restored"),
                        item.get("place").s(),
                        ids(item.get("pending")),
                        ids(item.get("examples"))));
    }

    private static Optional<Asked> asked(Map<String, AttributeValue> item, String what) {
        return optional(item, what + "By")
                .map(by -> new Asked(by, Instant.parse(item.get(what + "At").s())));
    }

    private static AttributeValue ids(List<SignatureId> ids) {
        return text(ids.stream().map(SignatureId::text).collect(Collectors.joining(BETWEEN_IDS)));
    }

    private static List<SignatureId> ids(AttributeValue value) {
        return Arrays.stream(value.s().split(BETWEEN_IDS))
                .flatMap(id -> SignatureId.read(id).stream())
                .toList();
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static int count(Map<String, AttributeValue> item, String name) {
        return Integer.parseInt(item.get(name).n());
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
