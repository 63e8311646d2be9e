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

/** The most that a call may ask for is done in the time that is promised for it; nothing else runs meanwhile. */
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
        Api.Answer answer = within(
                Duration.ofSeconds(20), () -> Admin.administrator(journey).importing("a list", rows(5_000)));

        assertThat(answer.json()).containsEntry("imported", 5_000).containsEntry("rejected", List.of());
    }

    @Test
    void emailsDoNotWaitBehindAnImport() throws Exception {
        String csv = rows(5_000);
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
        assertThat(imported.get().json()).containsEntry("imported", 5_000);
    }

    @Test
    void fiveHundredAreDecidedOn() {
        Admin.administrator(journey).importing("a list", rows(500));
        List<SignatureId> ids = IntStream.range(0, 500)
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

        Api.Answer answer =
                within(Duration.ofSeconds(20), () -> Admin.moderator(journey).decide(approval));

        assertThat(Admin.outcomes(answer)).hasSize(500).containsOnly("approved");
        journey.awaitTotal(500);
        var entries = new Audit(BACKEND.env())
                .page(journey.statement(), Optional.empty(), 1_000)
                .written();
        assertThat(entries)
                .filteredOn(entry -> entry.json().contains("\"approve\""))
                .hasSize(500);
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
