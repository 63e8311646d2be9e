package org.undersigned.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The stack's own event bus, on Amazon EventBridge. */
public final class EventBus {
    /** The most events that it takes at once; so many of ours are far below the 256 KB that it takes at once, too. */
    static final int BATCH = 10;

    private static final int MAX_ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String SOURCE = "undersigned";

    private final EventBridgeClient client;
    private final String name;

    public EventBus(Env env) {
        client = env.client(EventBridgeClient.builder());
        name = env.required("EVENT_BUS");
    }

    /** Puts the events in their order, each at least once; says the first that the bus did not take, if any. */
    public Optional<Untold> publish(List<Event> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            int first = from;
            Optional<Untold> untold = put(events.subList(from, Math.min(events.size(), from + BATCH)));
            if (untold.isPresent()) return untold.map(one -> new Untold(first + one.index(), one.cause()));
        }
        return Optional.empty();
    }

    /** The same of one event; throws {@link RuntimeException} when the bus did not take it. */
    public void publish(Event event) {
        publish(List.of(event)).ifPresent(untold -> {
            throw untold.cause();
        });
    }

    /** What the bus refuses of a batch is put again, without what it took. */
    private Optional<Untold> put(List<Event> batch) {
        List<Integer> left = IntStream.range(0, batch.size()).boxed().toList();
        for (int attempt = 1; ; attempt++) {
            List<PutEventsResultEntry> results;
            try {
                List<PutEventsRequestEntry> entries =
                        left.stream().map(batch::get).map(this::entry).toList();
                results = client.putEvents(r -> r.entries(entries)).entries();
            } catch (RuntimeException e) {
                return Optional.of(new Untold(left.getFirst(), e));
            }
            List<Integer> put = left;
            List<Integer> refused = IntStream.range(0, put.size())
                    .filter(i -> results.get(i).errorCode() != null)
                    .boxed()
                    .toList();
            if (refused.isEmpty()) return Optional.empty();
            left = refused.stream().map(put::get).toList();
            if (attempt == MAX_ATTEMPTS)
                return Optional.of(new Untold(
                        left.getFirst(),
                        new IllegalStateException("the event bus refused events: "
                                + results.get(refused.getFirst()).errorCode())));
            pause(attempt);
        }
    }

    private PutEventsRequestEntry entry(Event event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(name)
                .source(SOURCE)
                .detailType(event.type())
                .time(event.at())
                .detail(Json.text(event.detail()))
                .build();
    }

    /** Twice as long after every attempt. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(1L << (attempt - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to put events again", e);
        }
    }

    /** The first event that the bus did not take, by its place in the list, and why. */
    public record Untold(int index, RuntimeException cause) {}
}
