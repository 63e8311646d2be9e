package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thousands wait for their moderators, who neither wait themselves nor are told a wrong number. */
@OnlyOn(value = EMBEDDED, because = "elsewhere ten thousand signatures take an hour")
class LongQueueTest {
    private static final int WAITING = Full.or(10_000, 1_100);
    private static final Duration PAGE = Duration.ofMillis(300);
    private static Backend backend;
    private static Journey journey;

    @BeforeAll
    static void signAll() {
        backend = Backend.alone();
        journey = Journey.on(backend, Map.of());
        Attack.on(journey, "long.example").in("scholars").sign(WAITING);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void aPageIsQuickAndTheCountIsRight() {
        Admin moderator = Admin.moderator(journey);
        Backend.patiently()
                .atMost(Duration.ofMinutes(5))
                .until(() -> inReview(moderator).equals(Map.of("scholars", WAITING)));
        assertThat(journey.total()).isZero();

        List<Duration> pages = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        String next = "queue?limit=24";
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            Api.Answer page = moderator.get("/" + next);
            pages.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            ((List<?>) page.json().get("signatures")).forEach(one -> seen.add(((Map<?, ?>) one).get("id")));
            next = (String) page.json().get("next");
        }
        assertThat(seen).hasSize(20 * 24);
        pages.sort(null);
        // The quickest: what else the machine does at the time makes the others slower.
        assertThat(pages.getFirst()).as("of %s", pages).isLessThan(PAGE);
    }

    private static Object inReview(Admin moderator) {
        return ((Map<?, ?>) ((List<?>) moderator.get("/queue/count").json().get("queues")).getFirst())
                .get("categories");
    }
}
