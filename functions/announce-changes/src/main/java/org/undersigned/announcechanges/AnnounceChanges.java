package org.undersigned.announcechanges;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.StatusChange;
import org.undersigned.domain.Totals;
import org.undersigned.events.Event;
import org.undersigned.events.EventBus;
import org.undersigned.events.Thresholds;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.streams.StreamHandler.Task;
import org.undersigned.streams.StreamHandler.Undone;
import org.undersigned.streams.StreamRecord;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/**
 * Tells what tally has noted with its counts, so that the totals in an event have the signature in them; says the first
 * record that is not told.
 */
final class AnnounceChanges {
    private final Statements statements;
    private final Tallies tallies;
    private final EventBus bus;
    private final Thresholds thresholds;

    AnnounceChanges(Env env) {
        statements = new Statements(env);
        tallies = new Tallies(env);
        bus = new EventBus(env);
        thresholds = new Thresholds(env, bus);
    }

    Optional<Undone> announce(List<Task<StatusChange>> tasks) {
        List<StatusChange> changes = tasks.stream().map(Task::content).toList();
        try {
            Map<String, Totals> totals = totals(changes);
            totals.forEach(
                    (id, counted) -> statements.find(id).ifPresent(statement -> thresholds.tell(statement, counted)));
            return bus.publish(changes.stream()
                            .map(change -> Event.of(change, totals.get(change.statement())))
                            .toList())
                    .map(untold -> new Undone(tasks.get(untold.index()).sequenceNumber(), untold.cause()));
        } catch (RuntimeException e) {
            return Optional.of(new Undone(tasks.getFirst().sequenceNumber(), e));
        }
    }

    /** What tally has noted. */
    static StatusChange read(StreamRecord record) {
        try {
            return StatusChange.read(Json.object(record.after().orElseThrow().required("change")));
        } catch (Json.Malformed e) {
            throw new IllegalStateException("a change is not JSON", e);
        }
    }

    /** Of each statement. */
    private Map<String, Totals> totals(List<StatusChange> changes) {
        Map<String, Totals> totals = new HashMap<>();
        changes.forEach(change -> totals.computeIfAbsent(change.statement(), tallies::published));
        return totals;
    }
}
