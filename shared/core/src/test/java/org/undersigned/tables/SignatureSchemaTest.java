package org.undersigned.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Decision;
import org.undersigned.domain.Mailing;
import org.undersigned.domain.Network;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Review;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.domain.Texts;
import org.undersigned.domain.Words;

class SignatureSchemaTest {

    @Property(tries = 300)
    void whatIsStoredIsReadBack(@ForAll("signatures") Signature signature) {
        var item = SignatureSchema.SCHEMA.itemToMap(signature, true);
        assertThat(SignatureSchema.SCHEMA.mapToItem(item)).isEqualTo(signature);
    }

    @Property(tries = 300)
    void onlyWhatIsPublishedStandsInThePublicIndex(@ForAll("signatures") Signature signature) {
        var item = SignatureSchema.SCHEMA.itemToMap(signature, true);
        assertThat(item.containsKey("public")).isEqualTo(signature.status() == Status.PUBLISHED);
        if (item.containsKey("public")) assertThat(item.get("public").s()).isEqualTo(signature.listing());
    }

    @Property(tries = 300)
    void onlyWhatModeratorsLookForStandsInTheReviewIndex(@ForAll("signatures") Signature signature) {
        var item = SignatureSchema.SCHEMA.itemToMap(signature, true);
        switch (signature.status()) {
            case IN_REVIEW -> assertThat(item.get("review").s()).isEqualTo("letter#in-review");
            case REJECTED -> assertThat(item.get("review").s()).isEqualTo("letter#rejected");
            case PENDING -> {
                if (signature.review().bounce().isEmpty()) assertThat(item).doesNotContainKey("review");
                else assertThat(item.get("review").s()).isEqualTo("letter#pending-problem");
            }
            case PUBLISHED, WITHDRAWN -> assertThat(item).doesNotContainKey("review");
        }
    }

    @Property(tries = 300)
    void theOutboxHoldsTheNewestMail(@ForAll("signatures") Signature signature) {
        var item = SignatureSchema.SCHEMA.itemToMap(signature, true);
        assertThat(Optional.ofNullable(item.get("mail")).map(mail -> mail.s()))
                .isEqualTo(signature.mailing().map(Mailing::label));
    }

    @Provide
    Arbitrary<Signature> signatures() {
        Arbitrary<Optional<String>> texts = Texts.names().optional();
        Arbitrary<Words> words = Combinators.combine(
                        Texts.names(),
                        texts,
                        texts,
                        texts,
                        Combinators.combine(Texts.names(), Texts.names())
                                .as(Words.Contact::new)
                                .optional(),
                        Arbitraries.of(true, false))
                .as((name, honorific, affiliation, sortAs, contact, listed) -> new Words(
                        "leaders", name, honorific, affiliation, sortAs.orElse(name), contact, "en", 4, listed));
        Arbitrary<Instant> moments =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Arbitrary<Mailing> mailings = Combinators.combine(
                        Arbitraries.of(Mailing.Kind.values()),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        moments,
                        Arbitraries.integers().between(0, 3))
                .as((kind, number, at, sent) ->
                        new Mailing(kind, number, at, LocalDate.of(2026, 11, 23), sent, 3 - sent));
        // The table keeps the expiry in seconds.
        Arbitrary<Optional<Instant>> expiries = Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(Instant::ofEpochSecond)
                .optional();
        return Combinators.combine(
                        words,
                        Arbitraries.of(Status.values()),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        moments,
                        mailings.optional(),
                        expiries,
                        texts,
                        Combinators.combine(Arbitraries.integers().between(1, 9).optional(), reviews())
                                .as(Map::entry))
                .as((said, status, revision, since, mailing, expiresAt, source, confirmedAndReview) -> new Signature(
                        new SignatureId("signer", "person"),
                        "letter",
                        status,
                        revision,
                        said,
                        source.map(_ -> "anna@example.org"),
                        Status.IN_REVIEW,
                        "letter#leaders",
                        "anna",
                        since,
                        LocalDate.of(2026, 11, 23),
                        mailing,
                        confirmedAndReview.getKey(),
                        expiresAt,
                        source.map(from -> new Provenance(from, "ann", since)),
                        confirmedAndReview.getValue()));
    }

    private static Arbitrary<Review> reviews() {
        return Combinators.combine(
                        Arbitraries.of(new Network("203.0.113.0/24"), new Network("2001:db8:1::/48"))
                                .optional(),
                        Arbitraries.of(Bounce.values()).optional(),
                        Arbitraries.of(SignatureId.imported("letter", "leaders", "Anna", ""))
                                .optional(),
                        Arbitraries.of("ann", "bob").optional(),
                        Arbitraries.of(Decision.values()).optional(),
                        Arbitraries.of(RejectionReason.values()).optional())
                .as(Review::new);
    }
}
