package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_800_000_000_000L), ZoneOffset.UTC);

    private final List<String> log = new ArrayList<>();
    private final Metrics metrics = new Metrics(Optional.of("staging"), CLOCK, log::add);

    /** As "Specification: Embedded metric format" of CloudWatch's guide has it. */
    @Test
    void aLineIsInTheEmbeddedMetricFormat() throws IOException {
        metrics.count("Refusals", "Limit", "network");

        assertThat(Json.object(log.getFirst()))
                .isEqualTo(Map.of(
                        "Refusals",
                        1,
                        "Stack",
                        "staging",
                        "Limit",
                        "network",
                        "_aws",
                        Map.of(
                                "Timestamp",
                                1_800_000_000_000L,
                                "CloudWatchMetrics",
                                List.of(Map.of(
                                        "Namespace",
                                        "Undersigned",
                                        "Dimensions",
                                        List.of(List.of("Stack", "Limit")),
                                        "Metrics",
                                        List.of(Map.of("Name", "Refusals", "Unit", "Count")))))));
    }

    @Test
    void timeIsInSeconds() throws IOException {
        metrics.time("TimeToConfirm", Duration.ofMinutes(2));
        assertThat(Json.object(log.getFirst())).containsEntry("TimeToConfirm", 120);
        assertThat(log.getFirst()).contains("\"Unit\":\"Seconds\"");
    }

    @Test
    void nothingIsCountedWhereNoStackIsNamed() {
        new Metrics(Optional.empty(), CLOCK, log::add).count("Requests");
        assertThat(log).isEmpty();
    }
}
