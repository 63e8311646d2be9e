package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.undersigned.domain.Change;
import org.undersigned.domain.SignatureId;
import org.undersigned.tables.Audit;

/**
 * The most that a call may ask for is done in the time that is promised for it; nothing else runs meanwhile. Unless
 * {@link Full} is chosen, less is asked for in less time.
 */
@OnlyOn(value = EMBEDDED, because = "the times are promised for DynamoDB Local")
@Isolated
class LimitsTest {
    private static final Backend BACKEND = Backend.alone();

    private final Journey journey = Journey.on(BACKEND, Map.of());

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void fiveThousandRowsAreImported() {
        int rows = Full.or(5_000, 1_000);

        Api.Answer answer = within(
                Duration.ofSeconds(Full.or(20, 8)),
                () -> Admin.administrator(journey).importing("a list", rows(rows)));

        assertThat(answer.json()).containsEntry("imported", rows).containsEntry("rejected", List.of());
    }

    @Test
    void emailsDoNotWaitBehindAnImport() throws Exception {
        int rows = Full.or(5_000, 2_000);
        String csv = rows(rows);
        var imported =
                CompletableFuture.supplyAsync(() -> Admin.administrator(journey).importing("a list", csv));
        Awaitility.await().until(() -> !journey.names("scholars").isEmpty());
        Signer zoe = Signer.person("Zoe Quint");

        var asked = within(Duration.ofSeconds(5), () -> journey.sign(zoe, 1));
        within(Duration.ofSeconds(5), () -> {
            journey.confirm(asked);
            return BACKEND.mail(zoe.email(), 2);
        });

        assertThat(imported).isNotDone();
        assertThat(imported.get().json()).containsEntry("imported", rows);
    }

    @Test
    void fiveHundredAreDecidedOn() {
        int most = Full.or(500, 100);
        Admin.administrator(journey).importing("a list", rows(most));
        List<SignatureId> ids = IntStream.range(0, most)
                .mapToObj(i -> journey.imported("scholars", "Ann Lee " + i, "PEN"))
                .toList();
        for (SignatureId id : ids)
            BACKEND.signatures()
                    .change(
                            id,
                            row -> Change.becomes(row.get().reinstated(row.get().since()), true));
        journey.awaitTotal(0);
        var approval = Map.<String, Object>of(
                "decision",
                "approve",
                "signatures",
                ids.stream().map(SignatureId::text).toList());

        Api.Answer answer = within(
                Duration.ofSeconds(Full.or(20, 8)),
                () -> Admin.moderator(journey).decide(approval));

        assertThat(Admin.outcomes(answer)).hasSize(most).containsOnly("approved");
        journey.awaitTotal(most);
        var entries = new Audit(BACKEND.env())
                .page(journey.statement(), Optional.empty(), 1_000)
                .written();
        assertThat(entries)
                .filteredOn(entry -> entry.json().contains("\"approve\""))
                .hasSize(most);
    }

    private static <T> T within(Duration limit, Supplier<T> call) {
        long start = System.nanoTime();
        T answer = call.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isLessThan(limit);
        return answer;
    }

    private static String rows(int number) {
        StringBuilder rows = new StringBuilder("category,name,affiliation\n");
        for (int i = 0; i < number; i++)
            rows.append("scholars,Ann Lee ").append(i).append(",PEN\n");
        return rows.toString();
    }
}
