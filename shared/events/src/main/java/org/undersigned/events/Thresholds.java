package org.undersigned.events;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Totals;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Told;

/** Tells each threshold of a statement that its total has reached, once: noted when told, it is told again only after a crash. */
public final class Thresholds {
    private final EventBus bus;
    private final Told told;
    private final Clock clock;

    public Thresholds(Env env, EventBus bus) {
        this.bus = bus;
        told = new Told(env);
        clock = env.clock();
    }

    /** Throws {@link RuntimeException} when one cannot be told. */
    public void tell(Statement statement, Totals totals) {
        long total = totals.published();
        List<Integer> reached = statement.campaign().thresholds().stream()
                .filter(threshold -> threshold <= total)
                .sorted()
                .toList();
        if (reached.isEmpty()) return;
        Set<Integer> known = told.thresholds(statement.id());
        for (int threshold : reached) {
            if (known.contains(threshold)) continue;
            bus.publish(Event.thresholdReached(statement.id(), threshold, total, clock.instant()));
            told.noteThreshold(statement.id(), threshold);
        }
    }
}
