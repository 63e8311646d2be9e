package org.undersigned.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.Edit;
import org.undersigned.domain.Letters;
import org.undersigned.domain.Owed;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Signs;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;

class SchemasTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Category LEADERS = Letters.category("leaders", Signs.PERSON);
    private static final Statement LETTER = Letters.letter(Map.of("en", "Letter"), LEADERS);
    private static final SignatureId ROW = new SignatureId("r".repeat(52), "imported-" + "a".repeat(26));

    private static final Edit EDIT =
            new Edit("Anna Lee", Optional.of("Dr."), Optional.empty(), "Lee", Optional.of(ROW));

    /** One in every status, by every rule of the domain, with and without what may be left out. */
    static List<Signature> signatures() {
        List<Signature> all = new ArrayList<>();
        for (Details details : details()) {
            SigningRequest request = Letters.request(LETTER, details, "anna@example.org", NOON);
            for (Optional<SignatureId> claims : List.of(Optional.<SignatureId>empty(), Optional.of(ROW))) {
                Signature signed =
                        Signature.confirmed(request, LETTER, LEADERS, Optional.empty(), claims, "anna", NOON);
                all.add(signed);
                all.add(signed.bounced(Bounce.TRANSIENT));
                all.add(signed.reinstated(NOON));
                all.add(signed.reinstated(NOON).approvedFirst("ann"));
                all.add(signed.reinstated(NOON).approved("anna", NOON));
                all.add(signed.rejected(RejectionReason.NO_MANDATE, true, NOON));
                all.add(signed.withdrawn(NOON));
                all.add(signed.withdrawn(NOON).restored(NOON));
                all.add(signed.withdrawn(NOON).erased(NOON));
                all.add(signed.withoutContact());
                Signature edited = signed.proposed(EDIT, true, "anna", NOON);
                all.add(edited);
                all.add(edited.approved("anna", NOON));
                all.add(edited.editRejected(RejectionReason.OFFENSIVE, NOON));
                all.add(edited.withdrawn(NOON).erased(NOON));
            }
            Signature imported = Signature.imported(
                    ROW,
                    LETTER,
                    details,
                    "anna",
                    LocalDate.of(2020, 8, 1),
                    new Provenance("a list", "ann", NOON),
                    false);
            all.add(imported);
            all.add(imported.claimed(NOON));
        }
        return all;
    }

    static List<Details> details() {
        return List.of(
                Letters.details("Anna"),
                new Details(
                        "leaders",
                        "王伟",
                        Optional.of("Dr."),
                        Optional.of("PEN"),
                        "王伟",
                        Optional.of(new Details.Contact("Jane", "Chair")),
                        "zh-Hant",
                        4,
                        false));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void aSignatureIsReadAsItWasWritten(Signature signature) {
        var item = SignatureSchema.SCHEMA.itemToMap(signature, true);
        assertThat(SignatureSchema.SCHEMA.mapToItem(item)).isEqualTo(signature);
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void onlyWhatIsPublishedStandsInThePublicIndex(Signature signature) {
        var item = SignatureSchema.SCHEMA.itemToMap(signature, true);
        assertThat(item.containsKey("public")).isEqualTo(signature.status() == Status.PUBLISHED);
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void onlyWhatModeratorsLookForStandsInTheReviewIndex(Signature signature) {
        var review = Optional.ofNullable(
                SignatureSchema.SCHEMA.itemToMap(signature, true).get("review"));
        assertThat(review.map(value -> value.s()))
                .isEqualTo(
                        switch (signature.status()) {
                            case IN_REVIEW -> Optional.of("letter#in-review");
                            case REJECTED -> Optional.of("letter#rejected");
                            case PUBLISHED -> signature.edit().map(_ -> "letter#in-review");
                            case WITHDRAWN -> Optional.empty();
                        });
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void whatMustBeErasedOneDayStandsInTheIndexOfRetention(Signature signature) {
        var item = SignatureSchema.SCHEMA.itemToMap(signature, true);
        assertThat(item.containsKey("retained")).isEqualTo(signature.isRetained());
        if (!signature.isRetained() && signature.provenance().isEmpty())
            assertThat(item).doesNotContainKeys("emailAddress", "contactName", "network");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void theStreamSeesTheEmailThatIsOwed(Signature signature) {
        var owed = Optional.ofNullable(
                SignatureSchema.SCHEMA.itemToMap(signature, true).get("owed"));
        assertThat(owed.map(value -> value.s())).isEqualTo(signature.owed().map(Owed::label));
    }

    @Test
    void aRequestIsReadAsItWasWrittenAndIsLookedForOnceItsEmailCameBack() {
        for (Details details : details()) {
            SigningRequest request = Letters.request(LETTER, details, "anna@example.org", NOON);
            var item = SigningRequestSchema.SCHEMA.itemToMap(request, true);
            assertThat(SigningRequestSchema.SCHEMA.mapToItem(item)).isEqualTo(request);
            assertThat(item).doesNotContainKey("review");
            SigningRequest bounced = new SigningRequest(
                    request.id(),
                    request.statement(),
                    request.capacity(),
                    request.details(),
                    request.emailAddress(),
                    request.network(),
                    request.askedAt(),
                    request.expiresAt(),
                    Optional.of(Bounce.PERMANENT),
                    Optional.of(BlockList.DOMAINS),
                    Optional.of("f6f0c8a2-0000-4000-8000-000000000001"));
            var noted = SigningRequestSchema.SCHEMA.itemToMap(bounced, true);
            assertThat(SigningRequestSchema.SCHEMA.mapToItem(noted)).isEqualTo(bounced);
            assertThat(noted.get("review").s()).isEqualTo("letter#pending-problem");
        }
    }

    @Test
    void whatPrimedFunctionsFindCanBeRead() {
        assertThat(PrimingItems.find(Map.of("id", Values.text(PrimingItems.STATEMENT.id()))))
                .isPresent();
        assertThat(PrimingItems.find(Map.of("id", Values.text("letter")))).isEmpty();
    }
}
