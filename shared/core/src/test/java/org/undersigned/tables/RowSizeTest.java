package org.undersigned.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Details;
import org.undersigned.domain.Owed;
import org.undersigned.domain.Review;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Status;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RowSizeTest {
    @Test
    void theLongestThatIsAcceptedFitsIntoFourKilobytes() {
        String name = "名".repeat(200);
        var details = new Details(
                "a".repeat(64),
                name,
                Optional.of("名".repeat(22)),
                Optional.of("名".repeat(22)),
                name,
                Optional.of(new Details.Contact("名".repeat(111), "名".repeat(111))),
                "zh-Hant",
                4,
                true);
        assertThat(details.fits()).isTrue();
        Instant now = Instant.parse("2026-11-23T12:00:00.123Z");
        var signature = new Signature(
                new SignatureId("a".repeat(52), "organisation-" + "a".repeat(26)),
                "a".repeat(64),
                Status.PUBLISHED,
                1_000,
                details,
                Optional.of("a".repeat(254)),
                SortKey.byName(name, name, new java.util.Random(1)),
                now,
                LocalDate.of(2026, 11, 23),
                now,
                Optional.of("a".repeat(40)),
                Optional.of(new Owed(Owed.Kind.RECEIPT, 1).causedBy("a".repeat(36))),
                Optional.empty(),
                Optional.empty(),
                Review.NONE,
                Optional.empty());
        int size = SignatureSchema.SCHEMA.itemToMap(signature, true).entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + bytes(entry.getValue()))
                .sum();
        assertThat(size).isLessThanOrEqualTo(4_096);
    }

    private static int bytes(AttributeValue value) {
        return value.s() == null ? 21 : value.s().getBytes(StandardCharsets.UTF_8).length;
    }
}
