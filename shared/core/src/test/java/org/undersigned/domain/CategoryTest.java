package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Admission.AUTOMATIC;
import static org.undersigned.domain.Admission.REVIEWED;
import static org.undersigned.domain.Admission.TRUSTED_DOMAINS;
import static org.undersigned.domain.Signs.PERSON;
import static org.undersigned.domain.Status.IN_REVIEW;
import static org.undersigned.domain.Status.PUBLISHED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {

    @Test
    void anAutomaticCategoryPublishesEveryone() {
        assertThat(status(Letters.category("all", PERSON, AUTOMATIC), "a@example.org"))
                .isEqualTo(PUBLISHED);
    }

    @Test
    void aReviewedCategoryPublishesNobodyAtOnce() {
        assertThat(status(Letters.category("all", PERSON, REVIEWED, "parl.gc.ca"), "a@parl.gc.ca"))
                .isEqualTo(IN_REVIEW);
    }

    @ParameterizedTest
    @CsvSource({
        "a@parl.gc.ca, PUBLISHED",
        "a@sen.parl.gc.ca, PUBLISHED",
        "a@senate.example, PUBLISHED",
        "a@example.org, IN_REVIEW",
        "a@evilparl.gc.ca, IN_REVIEW"
    })
    void aTrustedDomainPublishesItsOwn(String email, Status expected) {
        Category trusting = Letters.category("all", PERSON, TRUSTED_DOMAINS, "parl.gc.ca", "senate.example");
        assertThat(status(trusting, email)).isEqualTo(expected);
    }

    private static Status status(Category category, String email) {
        return category.statusOnceConfirmed(Address.of(email).orElseThrow());
    }
}
