package org.undersigned.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.RecentlyRead;

/**
 * Public answers that this process remembers for {@code CACHE_SECONDS}, so that a page that is asked for by many costs few
 * reads; caches are told how long is left of that, so none of them keeps an answer for longer. Whoever asks for it anew
 * ({@code Cache-Control: no-cache} or {@code max-age=0}), such as the page of a signer who comes back to it, gets one that is
 * read now; asked anew more often than twice a second, one that is half a second old at most. {@code ?fresh=true} says the
 * same to caches that heed no such header, as those of content delivery networks, and none of them keeps its answer.
 */
public final class RecentAnswers {
    /** The parameter of a query by which the newest answer is asked for. */
    public static final String FRESH = "fresh";

    /** In characters of what is remembered; a page of 500 signatories has about 60,000. */
    private static final long ROOM = 8_000_000;

    /** Of an entry beside its body: so many small answers have room. */
    private static final long OVERHEAD = 1_000;

    private static final Pattern ANEW = Pattern.compile("(?i)\\bno-cache\\b|\\bmax-age=0\\b");
    private static final Duration BETWEEN_ANEW = Duration.ofMillis(500);
    /** A few may come closer to each other, such as those of one reader. */
    private static final Duration ANEW_AHEAD = BETWEEN_ANEW.multipliedBy(9);

    private final Clock clock;
    private final Duration kept;
    private final RecentlyRead<List<?>, Answer> answers;

    public RecentAnswers(Env env) {
        clock = env.clock();
        kept = Duration.ofSeconds(env.number("CACHE_SECONDS"));
        answers = new RecentlyRead<>(clock, kept, ROOM, answer -> OVERHEAD + answer.body.length());
    }

    /** Answers with JSON; {@code about} is all that the body depends on beside what is read for it. */
    public Response answer(Request request, List<?> about, Supplier<?> body) {
        Answer answer = find(about, asksAnew(request)).orElseGet(() -> read(about, body));
        Response response = Cached.json(request, answer.body, secondsLeft(answer));
        return isFresh(request) ? response.with("Cache-Control", "no-store") : response;
    }

    private synchronized Optional<Answer> find(List<?> about, boolean anew) {
        return answers.find(about).filter(known -> !anew || !known.mayBeReadAnew(clock.instant()));
    }

    private synchronized Instant nextAnew(List<?> about, Instant now) {
        return answers.find(about).map(known -> known.nextAnew).orElse(now);
    }

    /** An answer is as old as its reading, which began before. */
    private Answer read(List<?> about, Supplier<?> body) {
        Instant now = clock.instant();
        String text = Json.text(body.get());
        Answer answer = new Answer(text, now, nextAnew(about, now));
        answers.remember(about, answer, now);
        return answer;
    }

    /** A second that has begun counts as a whole one. */
    private int secondsLeft(Answer answer) {
        long left = kept.minus(Duration.between(answer.readAt, clock.instant())).toMillis();
        return Math.ceilDiv((int) Math.clamp(left, 0, kept.toMillis()), 1_000);
    }

    private static boolean asksAnew(Request request) {
        return isFresh(request)
                || request.header("cache-control")
                        .filter(header -> ANEW.matcher(header).find())
                        .isPresent();
    }

    private static boolean isFresh(Request request) {
        return Query.truth(request, FRESH);
    }

    private static final class Answer {
        private final String body;
        private final Instant readAt;
        /** In the future when it was read anew more often than is always possible. */
        private Instant nextAnew;

        private Answer(String body, Instant readAt, Instant nextAnew) {
            this.body = body;
            this.readAt = readAt;
            this.nextAnew = nextAnew;
        }

        private boolean mayBeReadAnew(Instant now) {
            Instant next = nextAnew.isBefore(now) ? now : nextAnew;
            if (next.isAfter(now.plus(ANEW_AHEAD))) return false;
            nextAnew = next.plus(BETWEEN_ANEW);
            return true;
        }
    }
}
