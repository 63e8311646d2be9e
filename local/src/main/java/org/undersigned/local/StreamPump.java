package org.undersigned.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.event.ruler.Machine;

/**
 * One function's event source on a table's stream, as Lambda's: filtered, in order within a shard, repeated from the
 * first record that is not done, halved when it throws, given up whole after the template's number of retries.
 */
final class StreamPump implements Runnable {
    // What is written at once is read at once.
    private static final Duration GATHER = Duration.ofMillis(15);
    private static final Duration NEW_SHARDS = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final DynamoDbStreamsClient streams;
    private final Writes writes;
    private final String streamArn;
    private final Template.StreamSource source;
    private final Invocation invocation;
    private final Checkpoint checkpoint;
    private final FailedBatches failedBatches;
    private final Machine filter;
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private final Map<String, String> iterators = new HashMap<>();
    private long shardsReadAt = Long.MIN_VALUE;

    StreamPump(
            DynamoDbStreamsClient streams,
            Writes writes,
            String streamArn,
            Template.StreamSource source,
            Invocation invocation,
            Checkpoint checkpoint,
            FailedBatches failedBatches) {
        this.streams = streams;
        this.writes = writes;
        this.streamArn = streamArn;
        this.source = source;
        this.invocation = invocation;
        this.checkpoint = checkpoint;
        this.failedBatches = failedBatches;
        filter = filter(source.patterns());
    }

    /** The sequence numbers of the records that were tried for the last time. */
    List<String> givenUp() {
        return List.copyOf(givenUp);
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                long written = writes.number(source.table());
                findShards();
                boolean idle = true;
                for (String shard : List.copyOf(iterators.keySet())) idle &= !advance(shard);
                checkpoint.save();
                if (idle) {
                    writes.awaitMoreThan(written, source.table());
                    Thread.sleep(GATHER);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) return;
                System.err.println("Reading the stream for " + source.function() + " failed: " + Failure.describe(e));
                pause(RETRY);
            }
        }
    }

    /** A child is read when its parent is at its end: until then the parent's iterator is here. */
    private void findShards() {
        if (System.nanoTime() - shardsReadAt < NEW_SHARDS.toNanos() && !iterators.isEmpty()) return;
        shardsReadAt = System.nanoTime();
        for (Shard shard : streams.describeStream(r -> r.streamArn(streamArn))
                .streamDescription()
                .shards()) {
            boolean open = iterators.containsKey(shard.shardId()) || checkpoint.isFinished(shard.shardId());
            if (!open && !iterators.containsKey(String.valueOf(shard.parentShardId())))
                iterators.put(shard.shardId(), iterator(shard.shardId()));
        }
    }

    /** Where a shard is to be read on: after the last record done, or from the beginning when that is gone by now. */
    private String iterator(String shard) {
        return checkpoint
                .after(shard)
                .filter(last -> isThere(shard, last))
                .map(last -> iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, last.sequenceNumber()))
                .orElseGet(() -> beginning(shard));
    }

    private boolean isThere(String shard, Checkpoint.Position position) {
        try {
            String at = iterator(shard, ShardIteratorType.AT_SEQUENCE_NUMBER, position.sequenceNumber());
            return streams.getRecords(r -> r.shardIterator(at).limit(1)).records().stream()
                    .anyMatch(record -> record.eventID().equals(position.eventId()));
        } catch (TrimmedDataAccessException e) {
            return false;
        }
    }

    private String iterator(String shard, ShardIteratorType type, String number) {
        return streams.getShardIterator(r -> r.streamArn(streamArn)
                        .shardId(shard)
                        .shardIteratorType(type)
                        .sequenceNumber(number))
                .shardIterator();
    }

    private String beginning(String shard) {
        return streams.getShardIterator(
                        r -> r.streamArn(streamArn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    private boolean advance(String shard) throws InterruptedException {
        GetRecordsResponse read;
        try {
            read = streams.getRecords(r -> r.shardIterator(iterators.get(shard)).limit(source.batchSize()));
        } catch (TrimmedDataAccessException | ExpiredIteratorException e) {
            // DynamoDB Local forgets an iterator that was drawn before a shard's first record: draw another.
            iterators.put(shard, iterator(shard));
            Thread.sleep(GATHER);
            return true;
        }
        List<Map<String, Object>> events = read.records().stream()
                .map(record -> StreamEvents.event(record, streamArn))
                .filter(this::isWanted)
                .toList();
        if (!events.isEmpty()) deliver(events);
        if (!read.records().isEmpty()) {
            Record last = read.records().getLast();
            checkpoint.reached(shard, new Checkpoint.Position(last.dynamodb().sequenceNumber(), last.eventID()));
        }
        if (read.nextShardIterator() == null) {
            iterators.remove(shard);
            checkpoint.finished(shard);
            shardsReadAt = Long.MIN_VALUE;
        } else {
            iterators.put(shard, read.nextShardIterator());
        }
        return !read.records().isEmpty();
    }

    private boolean isWanted(Map<String, Object> event) {
        if (source.patterns().isEmpty()) return true;
        try {
            return !filter.rulesForJSONEvent(Json.text(event)).isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException("an event cannot be compared with the filters of the template", e);
        }
    }

    private static Machine filter(List<String> patterns) {
        var filter = Machine.builder().build();
        for (String pattern : patterns) {
            try {
                filter.addRule(pattern, pattern);
            } catch (IOException e) {
                throw new IllegalArgumentException("an event filter of the template cannot be read: " + pattern, e);
            }
        }
        return filter;
    }

    private void deliver(List<Map<String, Object>> events) throws InterruptedException {
        List<Map<String, Object>> rest = events;
        for (int retry = 0; !rest.isEmpty(); retry++) {
            if (retry > source.retries()) {
                giveUp(rest);
                return;
            }
            if (retry > 0) Thread.sleep(patience(retry));
            int done = attempt(rest);
            if (done == 0 && rest.size() > 1) {
                deliver(rest.subList(0, rest.size() / 2));
                rest = rest.subList(rest.size() / 2, rest.size());
                retry = -1;
            } else if (done > 0) {
                rest = rest.subList(done, rest.size());
                retry = -1;
            }
        }
    }

    private static Duration patience(int retry) {
        Duration wait = RETRY.multipliedBy(1L << Math.min(retry - 1, 10));
        return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
    }

    /** How many of the events, from the front, are done. */
    private int attempt(List<Map<String, Object>> events) {
        try {
            Set<String> failures = invocation.callBatch(Map.of("Records", events));
            for (int i = 0; i < events.size(); i++)
                if (failures.contains(StreamEvents.sequenceNumber(events.get(i)))) return i;
            return failures.isEmpty() ? events.size() : 0;
        } catch (IOException | RuntimeException e) {
            System.err.println(source.function() + " failed: " + Failure.describe(e));
            return 0;
        }
    }

    private void giveUp(List<Map<String, Object>> events) {
        List<String> numbers = new ArrayList<>();
        events.forEach(event -> numbers.add(StreamEvents.sequenceNumber(event)));
        failedBatches.giveUp(invocation, events);
        givenUp.addAll(numbers);
        System.err.println(source.function() + " was given " + numbers.size() + " records for the last time");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
