package org.undersigned.journeys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** An event bus that refuses the entries at some places of a call, as told beforehand, and takes all later ones. */
final class ScriptedBus implements EventBridgeClient {
    private final Deque<Set<Integer>> script = new ArrayDeque<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    /** In the next call that has none said for it yet. */
    ScriptedBus refusing(Set<Integer> places) {
        script.add(places);
        return this;
    }

    /** The ids of the facts, in the order in which they were taken. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** How many entries each call had. */
    List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        Set<Integer> refused = script.isEmpty() ? Set.of() : script.poll();
        List<PutEventsResultEntry> results = new ArrayList<>();
        for (int i = 0; i < request.entries().size(); i++) {
            boolean refusing = refused.contains(i);
            if (!refusing) taken.add(id(request.entries().get(i)));
            results.add(
                    refusing
                            ? PutEventsResultEntry.builder()
                                    .errorCode("ThrottlingException")
                                    .build()
                            : PutEventsResultEntry.builder().eventId("taken").build());
        }
        sizes.add(request.entries().size());
        return PutEventsResponse.builder()
                .failedEntryCount(refused.size())
                .entries(results)
                .build();
    }

    private static String id(PutEventsRequestEntry entry) {
        try {
            return (String) Json.object(entry.detail()).get("id");
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String serviceName() {
        return "events";
    }

    @Override
    public void close() {}
}
