package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Totals;
import org.undersigned.local.Invocation;
import org.undersigned.tables.Tallies;

@OnlyOn(
        value = {EMBEDDED, TESTCONTAINERS},
        because = "it replays events to a handler in this process")
class TallyReplayTest {
    private final Invocation tally = new Invocation("Tally", Backend.get().run().handler("Tally"));
    private final String statement = "replayed-" + UUID.randomUUID();

    @Test
    void aBatchDeliveredTwiceCountsOnce() {
        List<StreamChange> batch = published(20);
        assertThat(deliver(batch)).isEmpty();
        assertThat(deliver(batch)).isEmpty();
        assertCounted(20);
    }

    @Test
    void theSameEventTwiceInOneBatchCountsOnce() {
        List<StreamChange> batch = new ArrayList<>(published(5));
        batch.addAll(2, batch.subList(0, 3));
        batch.addAll(batch.subList(0, 5));
        assertThat(deliver(batch)).isEmpty();
        assertCounted(5);
    }

    @Test
    void batchesThatAreCutOtherwiseWhenTheyComeAgainCountOnce() {
        List<StreamChange> changes = published(30);
        for (int size : List.of(10, 7, 30, 1, 4))
            for (int from = 0; from < changes.size(); from += size)
                assertThat(deliver(changes.subList(from, Math.min(changes.size(), from + size))))
                        .isEmpty();
        assertCounted(30);
    }

    @Test
    void signersMayComeInAnyOrder() {
        var random = new Random(7);
        List<StreamChange> changes = new ArrayList<>(published(20));
        List<StreamChange> withdrawn = changes.subList(0, 8).stream()
                .map(change -> change.then("WITHDRAWN", "people"))
                .toList();
        changes.addAll(withdrawn);
        Collections.shuffle(changes, random);
        for (int from = 0; from < changes.size(); from += 5)
            assertThat(deliver(changes.subList(from, Math.min(changes.size(), from + 5))))
                    .isEmpty();
        Collections.shuffle(changes, random);
        assertThat(deliver(changes)).isEmpty();
        assertCounted(12);
    }

    @Test
    void theSameBatchDeliveredByEightAtOnceCountsOnce() {
        List<StreamChange> batch = published(40);
        AtOnce.times(8, i -> {
            deliverUntilDone(batch);
            return i;
        });
        assertCounted(40);
    }

    @Test
    void batchesOfOneCategoryDeliveredByEightAtOnceAreAllCounted() {
        List<StreamChange> changes = published(80);
        AtOnce.times(8, i -> {
            deliverUntilDone(changes.subList(10 * i, 10 * i + 10));
            return i;
        });
        assertCounted(80);
    }

    @Test
    void aRecordThatCannotBeReadIsPutAsideAndAllOthersAreCountedOnce() {
        List<StreamChange> batch = published(9);
        for (String missing : List.of("statement", "category", "signedOn")) {
            List<StreamChange> torn = new ArrayList<>(batch);
            torn.set(4, batch.get(4).without(missing));
            assertThat(deliver(torn)).as(missing).isEmpty();
            assertCounted(8);
            assertThat(putAside(batch.get(4).id()))
                    .contains(batch.get(4).number())
                    .doesNotContain(batch.get(3).number(), batch.get(5).number());
        }
        assertThat(deliver(batch.subList(4, 9))).isEmpty();
        assertCounted(9);
    }

    @Test
    void aRecordThatIsNoneIsPutAsideAndAllOthersAreCounted() {
        List<Map<String, Object>> records =
                new ArrayList<>(published(3).stream().map(StreamChange::event).toList());
        records.add(2, Map.of("eventID", statement, "dynamodb", "nothing"));
        assertThat(deliverEvents(records)).isEmpty();
        assertCounted(3);
        assertThat(putAside(statement)).contains("nothing");
    }

    private static String putAside(String eventId) {
        return Backend.get().run().failedBatches().all().get("unreadable/Tally/" + eventId + ".json");
    }

    @Test
    void moreEventsThanATransactionTakesAreAllCounted() {
        assertThat(deliver(published(250))).isEmpty();
        assertCounted(250);
    }

    @Test
    void moreCategoriesThanATransactionTakesAreAllCounted() {
        List<StreamChange> changes = IntStream.range(0, 120)
                .mapToObj(i -> StreamChange.signed(statement).then("PUBLISHED", "category-" + i))
                .toList();
        assertThat(deliver(changes)).isEmpty();
        Counted counted = Counted.of(statement);
        assertThat(counted.categories())
                .hasSize(120)
                .allSatisfy((category, total) -> assertThat(total).isEqualTo(1));
        assertThat(counted.overAllDays()).isEqualTo(120);
    }

    @Test
    void whatIsWithdrawnRejectedOrRemovedCountsNoMore() {
        List<StreamChange> batch = published(6);
        List<StreamChange> ended = List.of(
                batch.get(0).then("WITHDRAWN", "people"),
                batch.get(1).then("REJECTED", "people"),
                batch.get(2).removed());
        assertThat(deliver(batch)).isEmpty();
        assertThat(deliver(ended)).isEmpty();
        assertThat(deliver(ended)).isEmpty();
        assertThat(deliver(List.of(ended.getFirst().removed()))).isEmpty();
        assertCounted(3);
    }

    @Test
    void publishedAndWithdrawnInOneBatchLeavesNothing() {
        StreamChange published = published(1).getFirst();
        StreamChange withdrawn = published.then("WITHDRAWN", "people");
        assertThat(deliver(List.of(published, withdrawn))).isEmpty();
        assertThat(deliver(List.of(published, withdrawn))).isEmpty();
        assertCounted(0);
    }

    @Test
    void aPublishedSignatureThatMovesIsCountedWhereItIsNow() {
        List<StreamChange> batch = published(4);
        StreamChange moved = batch.getFirst().then("PUBLISHED", "groups");
        assertThat(deliver(batch)).isEmpty();
        assertThat(deliver(List.of(moved, moved))).isEmpty();
        Counted counted = Counted.of(statement);
        assertThat(counted.categories()).isEqualTo(Map.of("people", 3L, "groups", 1L));
        assertThat(counted.days()).isEqualTo(Map.of(StreamChange.DAY, 4L));
    }

    @Test
    void whatChangesNothingThatCountsIsNotCounted() {
        List<StreamChange> batch = published(2);
        assertThat(deliver(batch)).isEmpty();
        assertThat(deliver(List.of(
                        batch.getFirst().then("PUBLISHED", "people"),
                        StreamChange.signed(statement),
                        StreamChange.signed(statement).then("IN_REVIEW", "people"))))
                .isEmpty();
        assertCounted(2);
    }

    @Test
    void whatWaitsOrIsRejectedIsCountedApart() {
        List<StreamChange> waiting = IntStream.range(0, 7)
                .mapToObj(i -> StreamChange.signed(statement))
                .toList();
        assertThat(deliver(waiting)).isEmpty();
        assertThat(deliver(List.of(
                        waiting.get(0).then("REJECTED", "people"),
                        waiting.get(1).then("REJECTED", "people"),
                        waiting.get(2).then("PUBLISHED", "people"),
                        waiting.get(3).then("WITHDRAWN", "people"))))
                .isEmpty();
        assertThat(deliver(waiting)).isEmpty();
        Totals totals = new Tallies(Backend.get().env()).all(statement);
        assertThat(totals.in(Queue.IN_REVIEW)).isEqualTo(Map.of("people", 3L));
        assertThat(totals.in(Queue.REJECTED)).isEqualTo(Map.of("people", 2L));
        assertCounted(1);
    }

    @Test
    void theUnlistedOfThePublishedAreCountedApart() {
        assertThat(deliver(List.of(
                        StreamChange.signed(statement).listed("unlisted#" + statement + "#people"),
                        StreamChange.signed(statement).listed(statement + "#people"))))
                .isEmpty();
        assertCounted(2);
        assertThat(new Tallies(Backend.get().env()).published(statement).unlisted("people"))
                .isEqualTo(1);
    }

    private List<StreamChange> published(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> StreamChange.signed(statement).then("PUBLISHED", "people"))
                .toList();
    }

    /** As the stream does: what is not done comes again. */
    private void deliverUntilDone(List<StreamChange> changes) {
        List<StreamChange> rest = changes;
        for (int round = 0; !rest.isEmpty(); round++) {
            assertThat(round).as("rounds").isLessThan(20);
            Set<String> failures = deliver(rest);
            if (failures.isEmpty()) return;
            List<String> numbers = rest.stream().map(StreamChange::number).toList();
            rest = rest.subList(numbers.indexOf(failures.iterator().next()), rest.size());
        }
    }

    private Set<String> deliver(List<StreamChange> changes) {
        return deliverEvents(changes.stream().map(StreamChange::event).toList());
    }

    private Set<String> deliverEvents(List<Map<String, Object>> records) {
        try {
            return tally.callBatch(Map.of("Records", records));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertCounted(long people) {
        assertThat(Counted.of(statement))
                .isEqualTo(
                        people == 0
                                ? new Counted(Map.of(), Map.of())
                                : new Counted(Map.of("people", people), Map.of(StreamChange.DAY, people)));
    }
}
