package org.undersigned.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.Count;
import org.undersigned.domain.CountPlace;
import org.undersigned.domain.Listing;
import org.undersigned.domain.Queue;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.domain.StatusChange;
import org.undersigned.lambda.Env;
import org.undersigned.streams.StreamHandler.Task;
import org.undersigned.streams.StreamHandler.Undone;
import org.undersigned.streams.StreamRecord;
import org.undersigned.streams.StreamRecord.Image;
import org.undersigned.tables.Tallies;

/**
 * Turns changes of signatures into steps of tallies, and into what others are told; says the first record that is not
 * counted.
 */
final class Tally {
    private final Tallies tallies;

    Tally(Env env) {
        tallies = new Tallies(env);
    }

    Optional<Undone> count(List<Task<Count>> tasks) {
        List<Count> counts = tasks.stream().map(Task::content).toList();
        int done = 0;
        while (done < counts.size()) {
            try {
                done += tallies.count(counts.subList(done, counts.size()));
            } catch (RuntimeException e) {
                return Optional.of(new Undone(tasks.get(done).sequenceNumber(), e));
            }
        }
        return Optional.empty();
    }

    static Optional<Count> read(StreamRecord record) {
        return Optional.of(count(record)).filter(count -> !count.isEmpty());
    }

    /** Of a replayed record others are told, but reconcile may have counted it since, and will. */
    private static Count count(StreamRecord record) {
        Optional<CountPlace> before = record.before().flatMap(Tally::counted);
        Optional<CountPlace> after = record.after().flatMap(Tally::counted);
        List<Count.Step> steps = new ArrayList<>();
        if (!before.equals(after) && !record.replayed()) {
            before.ifPresent(place -> steps.addAll(place.steps(-1)));
            after.ifPresent(place -> steps.addAll(place.steps(1)));
        }
        return new Count(record.eventId(), steps, change(record));
    }

    /** Of one that is gone from the table nobody is told: nothing but time takes it away, long after it counted. */
    private static Optional<StatusChange> change(StreamRecord record) {
        return record.after()
                .filter(after -> isNews(record.before(), after))
                .map(after -> new StatusChange(
                        record.eventId(),
                        new SignatureId(after.required("signer"), after.required("capacity")).text(),
                        after.required("statement"),
                        after.required("category"),
                        Status.valueOf(after.required("status")),
                        after.number("version"),
                        LocalDate.parse(after.required("signedOn")),
                        Instant.parse(after.required("since"))));
    }

    private static boolean isNews(Optional<Image> before, Image after) {
        return !after.text("status").equals(before.flatMap(image -> image.text("status")))
                || (isPublished(after)
                        && !after.text("category").equals(before.flatMap(image -> image.text("category"))));
    }

    private static boolean isPublished(Image signature) {
        return signature.text("status").equals(Optional.of(Status.PUBLISHED.name()));
    }

    private static Optional<CountPlace> counted(Image signature) {
        return switch (signature.text("status").orElse("")) {
            case "PUBLISHED" ->
                Optional.of(CountPlace.published(
                        signature.required("statement"),
                        signature.required("category"),
                        LocalDate.parse(signature.required("signedOn")),
                        signature.text("public").map(Listing::isListed).orElse(true)));
            case "IN_REVIEW" -> Optional.of(waiting(Queue.IN_REVIEW, signature));
            case "REJECTED" -> Optional.of(waiting(Queue.REJECTED, signature));
            default -> Optional.empty();
        };
    }

    private static CountPlace waiting(Queue queue, Image signature) {
        return CountPlace.in(queue, signature.required("statement"), signature.required("category"));
    }
}
