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
    private static final Category LEADERS =
            Letters.category("leaders", Signs.PERSON, Admission.TRUSTED_DOMAINS, "parl.gc.ca");
    private static final Statement LETTER = Letters.letter(Map.of("en", "Letter"), LEADERS);
    private static final SignatureId ROW = new SignatureId("r".repeat(52), "imported-" + "a".repeat(26));

    @Test
    void aConfirmedRequestBecomesASignatureWithAllThatItSaid() {
        SigningRequest request = request("Anna", "Anna@parl.gc.ca");

        Signature signature = confirmed(request, Optional.empty(), Optional.empty());

        assertThat(signature.id()).isEqualTo(request.signature());
        assertThat(signature.status()).isEqualTo(Status.PUBLISHED);
        assertThat(signature.version()).isEqualTo(1);
        assertThat(signature.details()).isEqualTo(request.details());
        assertThat(signature.emailAddress()).contains("Anna@parl.gc.ca");
        assertThat(signature.signedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(signature.isOf(request.id())).isTrue();
        assertThat(signature.owed()).contains(new Owed(Owed.Kind.RECEIPT, 1));
        assertThat(signature.listing()).contains("letter#leaders");
        assertThat(signature.queue()).isEmpty();
        assertThat(signature.isRetained()).isTrue();
    }

    @Test
    void anAddressThatIsNotTrustedLeadsToReview() {
        Signature signature = waiting();
        assertThat(signature.status()).isEqualTo(Status.IN_REVIEW);
        assertThat(signature.listing()).isEmpty();
        assertThat(signature.queue()).contains(Queue.IN_REVIEW);
    }

    @Test
    void aClaimOfAnImportedRowLeadsToReviewEvenFromATrustedDomain() {
        Signature signature = confirmed(request("Anna", "anna@parl.gc.ca"), Optional.empty(), Optional.of(ROW));
        assertThat(signature.status()).isEqualTo(Status.IN_REVIEW);
        assertThat(signature.review().claims()).contains(ROW);
    }

    @Test
    void whereASignerWasIsKeptForTheTimeBeing() {
        for (Signature signature : List.of(waiting(), published(), waiting().approved("anna", NOON))) {
            assertThat(signature.review().network()).contains(new Network("203.0.113.0/24"));
            assertThat(signature.withoutNetwork().review().network()).isEmpty();
        }
    }

    @Test
    void whatIsInvalidatedStandsAgainAsItStoodOnceThatIsUndone() {
        Edit words = new Edit("Annie", Optional.empty(), Optional.empty(), "Annie", Optional.of(ROW));
        for (Signature before : List.of(
                waiting().approvedFirst("ann").bounced(Bounce.PERMANENT),
                published(),
                published().proposed(words, true, "anna", NOON.plusSeconds(1)),
                published().proposed(words, true, "anna", NOON).editRejected(RejectionReason.FORGED, NOON))) {
            Signature rejected = before.invalidated("job", RejectionReason.NOT_GENUINE, NOON.plusSeconds(9));
            assertThat(rejected.queue()).contains(Queue.REJECTED);
            assertThat(rejected.listing()).isEmpty();
            assertThat(rejected.review().rejectedFor()).contains(RejectionReason.NOT_GENUINE);
            assertThat(rejected.owed()).isEqualTo(before.owed());
            assertThat(rejected.isInvalidatedBy("job")).isTrue();
            assertThat(rejected.isInvalidatedBy("another")).isFalse();

            Signature again = rejected.revalidated();
            assertThat(again.isInvalidatedBy("job")).isFalse();
            assertThat(again.wasInvalidatedBy("job")).isTrue();
            assertThat(again)
                    .usingRecursiveComparison()
                    .ignoringFields("version", "review.invalidated")
                    .isEqualTo(before);
        }
    }

    @Test
    void aDecisionOfItsOwnForgetsAnInvalidation() {
        Signature rejected = published().invalidated("job", RejectionReason.FORGED, NOON);
        assertThat(rejected.reinstated(NOON).wasInvalidatedBy("job")).isFalse();
        assertThat(rejected.revalidated()
                        .rejected(RejectionReason.OTHER, true, NOON)
                        .wasInvalidatedBy("job"))
                .isFalse();
        assertThat(rejected.withdrawn(NOON).isInvalidatedBy("job")).isFalse();
        assertThat(rejected.withdrawn(NOON).restored(NOON).isInvalidatedBy("job"))
                .isTrue();
    }

    @Test
    void theMarkOfAnInvalidationIsReadAsItWasWritten() {
        for (Signature signature : List.of(
                published().invalidated("1-a", RejectionReason.FORGED, NOON),
                waiting().invalidated("2-b", RejectionReason.OTHER, NOON).revalidated(),
                published()
                        .proposed(
                                new Edit("A", Optional.empty(), Optional.empty(), "A", Optional.empty()),
                                true,
                                "a",
                                NOON)
                        .editRejected(RejectionReason.NO_MANDATE, NOON)
                        .invalidated("3-c", RejectionReason.OTHER, NOON))) {
            Invalidated mark = signature.review().invalidated().orElseThrow();
            assertThat(Invalidated.read(mark.label())).contains(mark);
        }
        for (String text :
                List.of("", "job", "job published", "job published yesterday - -", "job ugly " + NOON + " - -"))
            assertThat(Invalidated.read(text)).isEmpty();
    }

    @Test
    void aWatchedNameWaitsEvenFromATrustedDomain() {
        Statement watched = new Statement(
                LETTER.id(),
                LETTER.title(),
                LETTER.text(),
                1,
                Campaign.NONE,
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LETTER.categories(),
                new Moderation(new WatchList(List.of("Anna Lee")), false),
                1);
        Address trusted = Address.of("anna@parl.gc.ca").orElseThrow();
        for (String shown : List.of("Ánna  Leé", "Prof. Anna Lee", "A\u00ADnna Lee", "\u0410nna Lee", "Anna M. Lee"))
            assertThat(watched.statusOnceConfirmed(LEADERS, shown, trusted))
                    .as(shown)
                    .isEqualTo(Status.IN_REVIEW);
        assertThat(watched.statusOnceConfirmed(LEADERS, "Bob Lee", trusted)).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void whoSignsAnewAfterWithdrawingMakesTheNextVersionOfTheKeyAndAnotherSignature() {
        Signature withdrawn = published().withdrawn(NOON.plusSeconds(1));

        Signature anew = Signature.confirmed(
                request("Anna", "anna@parl.gc.ca"),
                LETTER,
                LEADERS,
                Optional.of(withdrawn),
                Optional.empty(),
                "anna",
                NOON.plusSeconds(2));

        assertThat(anew.version()).isEqualTo(3);
        assertThat(anew.signedAt()).isAfter(withdrawn.signedAt());
        assertThat(anew.owed()).contains(new Owed(Owed.Kind.RECEIPT, 3));
        assertThat(anew.withdrawnFrom()).isEmpty();
    }

    @Test
    void aWithdrawnSignatureIsNowhereUntilItsSignerTakesThatBack() {
        Signature withdrawn = waiting().withdrawn(NOON.plusSeconds(1));
        assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(withdrawn.listing()).isEmpty();
        assertThat(withdrawn.queue()).isEmpty();
        assertThat(withdrawn.isRetained()).isTrue();
        assertThat(withdrawn.signedAt()).isEqualTo(waiting().signedAt());

        Signature restored = withdrawn.restored(NOON.plusSeconds(2));
        assertThat(restored.status()).isEqualTo(Status.IN_REVIEW);
        assertThat(restored.since()).isEqualTo(NOON.plusSeconds(2));
        assertThat(restored.review()).isEqualTo(waiting().review());
        assertThat(restored.details()).isEqualTo(waiting().details());
        assertThat(restored.withdrawnFrom()).isEmpty();
        assertThat(restored.owed().map(Owed::label)).contains("changed#3");
    }

    @Test
    void anErasedSignatureKeepsItsKeyAndNothingOfItsSigner() {
        for (Signature signature : List.of(
                published(), waiting().bounced(Bounce.PERMANENT), waiting().withdrawn(NOON))) {
            Signature erased = signature.erased(NOON.plusSeconds(9));
            assertThat(erased.id()).isEqualTo(signature.id());
            assertThat(erased.status()).isEqualTo(Status.WITHDRAWN);
            assertThat(erased.isErased()).isTrue();
            assertThat(erased.isRetained()).isFalse();
            assertThat(erased.emailAddress()).isEmpty();
            assertThat(erased.owed()).isEmpty();
            assertThat(erased.review()).isEqualTo(Review.NONE);
            assertThat(erased.details().shown() + erased.details().sortAs() + erased.sortKey())
                    .doesNotContainIgnoringCase("anna");
        }
    }

    @Test
    void withoutContactASignatureStandsInTheListAsBefore() {
        Signature without = published().withoutContact();
        assertThat(without.listing()).isEqualTo(published().listing());
        assertThat(without.details().shown()).isEqualTo(published().details().shown());
        assertThat(without.emailAddress()).isEmpty();
        assertThat(without.isRetained()).isFalse();
        assertThat(without.withdrawn(NOON).isRetained()).isTrue();
    }

    @Test
    void everyChangeIsAnotherVersionAndOwesWhatItSays() {
        Signature waiting = waiting();
        Signature approved = waiting.approvedFirst("ann").approved("anna", NOON.plusSeconds(1));
        assertThat(approved.version()).isEqualTo(3);
        assertThat(approved.status()).isEqualTo(Status.PUBLISHED);
        assertThat(approved.review().decision()).contains(Decision.APPROVE);
        assertThat(approved.owed().map(Owed::label)).contains("approved#3");

        Signature rejected = waiting.approvedFirst("ann").rejected(RejectionReason.FORGED, true, NOON);
        assertThat(rejected.review().firstApprover()).isEmpty();
        assertThat(rejected.review().rejectedFor()).contains(RejectionReason.FORGED);
        assertThat(rejected.queue()).contains(Queue.REJECTED);
        assertThat(rejected.owed().map(Owed::label)).contains("rejected#3");
        assertThat(rejected.reinstated(NOON).status()).isEqualTo(Status.IN_REVIEW);
        assertThat(rejected.review().network()).isEmpty();
        assertThat(rejected.reinstated(NOON).review()).isEqualTo(Review.NONE);
    }

    @Test
    void onlyTheCallThatBringsAnEmailAboutIsNamedWithIt() {
        Signature approved = waiting().approved("anna", NOON).causedBy("a-call");
        assertThat(approved.owed().flatMap(Owed::requestId)).contains("a-call");
        assertThat(approved.version())
                .isEqualTo(waiting().approved("anna", NOON).version());
        Signature withdrawn = approved.withdrawn(NOON).causedBy("another-call");
        assertThat(withdrawn.owed().flatMap(Owed::requestId)).contains("a-call");
        assertThat(withdrawn.restored(NOON).owed().flatMap(Owed::requestId)).isEmpty();
    }

    @Test
    void whoIsNotToBeToldOfARejectionIsOwedWhatWasOwedBefore() {
        assertThat(waiting().rejected(RejectionReason.OTHER, false, NOON).owed())
                .isEqualTo(waiting().owed());
    }

    @Test
    void anotherNameNeedsItsApprovalsAnew() {
        Signature half = waiting().approvedFirst("ann");
        Signature corrected = half.corrected(Letters.details("Anna Lee"), "lee");
        assertThat(corrected.version()).isEqualTo(half.version() + 1);
        assertThat(corrected.review().firstApprover()).isEmpty();
        assertThat(half.corrected(half.details(), "anna").review().firstApprover())
                .contains("ann");
    }

    @Test
    void anUnlistedSignatureHasAnotherListing() {
        Details said = Letters.details("Anna");
        Details unlisted = new Details(
                said.category(),
                said.name(),
                said.honorific(),
                said.affiliation(),
                said.sortAs(),
                said.contact(),
                said.language(),
                said.textVersion(),
                false);
        Signature signature = confirmed(
                Letters.request(LETTER, unlisted, "anna@parl.gc.ca", NOON), Optional.empty(), Optional.empty());
        assertThat(signature.listing()).contains("unlisted#letter#leaders");
    }

    @Test
    void anImportedSignatureIsPublishedAndOwesNothing() {
        Signature imported = Signature.imported(
                ROW,
                LETTER,
                Letters.details("Anna"),
                "anna",
                LocalDate.of(2020, 8, 1),
                new Provenance("paper list", "ann", NOON),
                false);
        assertThat(imported.status()).isEqualTo(Status.PUBLISHED);
        assertThat(imported.owed()).isEmpty();
        assertThat(imported.emailAddress()).isEmpty();
        assertThat(imported.isRetained()).isFalse();
        assertThat(imported.since()).isEqualTo(NOON);
        assertThat(imported.signedOn()).isEqualTo(LocalDate.of(2020, 8, 1));
        assertThat(imported.reinstated(NOON).approved("anna", NOON).owed()).isEmpty();
        assertThat(imported.claimed(NOON).isRetained()).isFalse();
        assertThat(imported.claimed(NOON).erased(NOON).provenance()).isEmpty();
    }

    @Test
    void aBounceIsNotedAndNothingElseChanges() {
        Signature bounced = published().bounced(Bounce.PERMANENT);
        assertThat(bounced.review().bounce()).contains(Bounce.PERMANENT);
        assertThat(bounced.version()).isEqualTo(2);
        assertThat(bounced.owed()).isEqualTo(published().owed());
    }

    @Test
    void neitherNameNorAddressIsPrinted() {
        assertThat(published().toString()).doesNotContainIgnoringCase("anna");
        assertThat(request("Anna", "anna@example.org").toString()).doesNotContainIgnoringCase("anna");
        assertThat(Letters.details("Anna").toString()).doesNotContain("Anna");
        assertThat(new Details.Contact("Anna", "chair").toString()).doesNotContain("Anna");
    }

    private static Signature published() {
        return confirmed(request("Anna", "anna@parl.gc.ca"), Optional.empty(), Optional.empty());
    }

    private static Signature waiting() {
        return confirmed(request("Anna", "anna@example.org"), Optional.empty(), Optional.empty());
    }

    private static Signature confirmed(
            SigningRequest request, Optional<Signature> earlier, Optional<SignatureId> claims) {
        return Signature.confirmed(request, LETTER, LEADERS, earlier, claims, "anna", NOON);
    }

    private static SigningRequest request(String name, String email) {
        return Letters.request(LETTER, Letters.details(name), email, NOON);
    }
}
