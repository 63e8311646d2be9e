package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant EXPIRY = NOON.plusSeconds(600);
    private static final Category LEADERS =
            Letters.category("leaders", Signs.PERSON, Admission.TRUSTED_DOMAINS, "parl.gc.ca");

    @Test
    void aNewSignatureWaitsForItsConfirmation() {
        Signature signature = pending("Anna", "Anna@parl.gc.ca");
        assertThat(signature.status()).isEqualTo(Status.PENDING);
        assertThat(signature.revision()).isEqualTo(1);
        assertThat(signature.email()).contains("Anna@parl.gc.ca");
        assertThat(signature.admittedAs()).isEqualTo(Status.PUBLISHED);
        assertThat(signature.listing()).isEqualTo("letter#leaders");
        assertThat(signature.signedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(signature.mailing().orElseThrow().label()).isEqualTo("confirmation#1");
        assertThat(signature.confirmedRevision()).isEmpty();
    }

    @Test
    void anAddressThatIsNotTrustedLeadsToReview() {
        assertThat(pending("Anna", "anna@example.org").admittedAs()).isEqualTo(Status.IN_REVIEW);
    }

    @Test
    void whereASignerWasIsKeptOnlyWhereAModeratorWillDecide() {
        assertThat(pending("Anna", "anna@example.org").review().network()).contains(new Network("203.0.113.0/24"));
        assertThat(pending("Anna", "anna@parl.gc.ca").review()).isEqualTo(Review.NONE);
    }

    @Test
    void aWatchedNameWaitsEvenFromATrustedDomain() {
        Statement watching = Letters.letter(Map.of("en", "Letter"), LEADERS);
        Statement watched = new Statement(
                watching.id(),
                watching.title(),
                watching.text(),
                1,
                Optional.empty(),
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                watching.categories(),
                new Moderation(new WatchList(List.of("Anna Lee")), false),
                1);
        Address trusted = Address.of("anna@parl.gc.ca").orElseThrow();
        assertThat(watched.statusOnceConfirmed(LEADERS, "Ánna  Leé", trusted)).isEqualTo(Status.IN_REVIEW);
        assertThat(watched.statusOnceConfirmed(LEADERS, "Bob Lee", trusted)).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void aDecisionLeadsFromReviewAndBack() {
        Signature waiting = pending("Anna", "anna@example.org").reinstated(NOON);
        Signature approved = waiting.approvedFirst("ann").approved(NOON.plusSeconds(1));
        assertThat(approved.status()).isEqualTo(Status.PUBLISHED);
        assertThat(approved.review().decision()).contains(Decision.APPROVE);
        assertThat(approved.review().network()).isEmpty();
        Signature rejected = waiting.approvedFirst("ann").rejected(RejectionReason.FORGED, NOON);
        assertThat(rejected.review().firstApprover()).isEmpty();
        assertThat(rejected.review().rejectedFor()).contains(RejectionReason.FORGED);
        assertThat(rejected.reinstated(NOON)).isEqualTo(waiting);
    }

    @Test
    void anotherNameNeedsItsApprovalsAnew() {
        Signature half = pending("Anna", "anna@example.org").reinstated(NOON).approvedFirst("ann");
        Signature corrected = half.corrected(Letters.words("Anna Lee"), "lee");
        assertThat(corrected.revision()).isEqualTo(half.revision() + 1);
        assertThat(corrected.review().firstApprover()).isEmpty();
        assertThat(half.corrected(Letters.words("Anna"), "anna").review().firstApprover())
                .contains("ann");
    }

    @Test
    void anUnlistedSignatureHasAnotherListing() {
        Words said = Letters.words("Anna");
        Words unlisted = new Words(
                said.category(),
                said.name(),
                said.honorific(),
                said.affiliation(),
                said.sortAs(),
                said.contact(),
                said.language(),
                said.textVersion(),
                false);
        assertThat(pending(unlisted, "anna@example.org").listing()).isEqualTo("unlisted#letter#leaders");
    }

    @Test
    void anImportedSignatureIsPublishedAndHasNoMail() {
        Signature imported = Signature.imported(
                new SignatureId("s", "person"),
                letter(),
                Letters.words("Anna"),
                "anna",
                LocalDate.of(2020, 8, 1),
                new Provenance("paper list", "ann", NOON));
        assertThat(imported.status()).isEqualTo(Status.PUBLISHED);
        assertThat(imported.mailing()).isEmpty();
        assertThat(imported.email()).isEmpty();
        assertThat(imported.expiresAt()).isEmpty();
        assertThat(imported.provenance()).contains(new Provenance("paper list", "ann", NOON));
        assertThat(imported.since()).isEqualTo(NOON);
        assertThat(imported.signedOn()).isEqualTo(LocalDate.of(2020, 8, 1));
    }

    @Test
    void theSameWordsToTheSameAddressSayTheSame() {
        Signature signature = pending("Anna", "anna@example.org");
        assertThat(signature.says(pending("Anna", "anna@example.org"))).isTrue();
        assertThat(signature.says(pending("Anna Lee", "anna@example.org"))).isFalse();
        assertThat(signature.says(pending("Anna", "Anna@example.org"))).isFalse();
    }

    @Test
    void changedWordsAreTheNextRevision() {
        Signature earlier = pending("Anna", "anna@example.org");
        Mailing mailing = earlier.mailing()
                .orElseThrow()
                .next(Mailing.Kind.CONFIRMATION, NOON)
                .orElseThrow();
        Signature changed = pending("Anna Lee", "Anna@parl.gc.ca").inPlaceOf(earlier, mailing);
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.words().name()).isEqualTo("Anna Lee");
        assertThat(changed.email()).contains("Anna@parl.gc.ca");
        assertThat(changed.admittedAs()).isEqualTo(Status.PUBLISHED);
        assertThat(changed.mailing()).contains(mailing);
        assertThat(changed.status()).isEqualTo(Status.PENDING);
        assertThat(pending("Anna", "anna@example.org")
                        .inPlaceOf(changed, mailing)
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void anotherMailChangesNothingElse() {
        Signature earlier = pending("Anna", "anna@example.org");
        Mailing mailing = earlier.mailing()
                .orElseThrow()
                .next(Mailing.Kind.CONFIRMATION, NOON)
                .orElseThrow();
        Signature mailed = earlier.mailed(mailing, EXPIRY.plusSeconds(60));
        assertThat(mailed.mailing()).contains(mailing);
        assertThat(mailed.expiresAt()).contains(EXPIRY.plusSeconds(60));
        assertThat(mailed.mailed(earlier.mailing().orElseThrow(), EXPIRY)).isEqualTo(earlier);
        assertThat(earlier.mailed(mailing).expiresAt()).contains(EXPIRY);
    }

    @Test
    void aSignatureExpiresAtItsMoment() {
        Signature signature = pending("Anna", "anna@example.org");
        assertThat(signature.isExpired(EXPIRY.minusMillis(1))).isFalse();
        assertThat(signature.isExpired(EXPIRY)).isTrue();
    }

    @Test
    void neitherNameNorAddressIsPrinted() {
        assertThat(pending("Anna", "anna@example.org").toString()).doesNotContainIgnoringCase("anna");
        assertThat(Letters.words("Anna").toString()).doesNotContain("Anna");
        assertThat(new Words.Contact("Anna", "chair").toString()).doesNotContain("Anna");
    }

    private static Statement letter() {
        return Letters.letter(Map.of("en", "Letter"), LEADERS);
    }

    private static Signature pending(String name, String email) {
        return pending(Letters.words(name), email);
    }

    private static Signature pending(Words words, String email) {
        Address address = Address.of(email).orElseThrow();
        return Signature.pending(
                new SignatureId("s", "person"),
                letter(),
                LEADERS,
                words,
                address,
                Network.of("203.0.113.9"),
                "anna",
                NOON,
                EXPIRY);
    }
}
