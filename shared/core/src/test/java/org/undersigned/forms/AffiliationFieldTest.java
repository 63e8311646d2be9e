package org.undersigned.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;

class AffiliationFieldTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> SENATE = Optional.of("Senate");

    @Test
    void whatIsGivenGoesBeforeWhatIsPresent() {
        for (Affiliation rule : List.of(Affiliation.OPTIONAL, Affiliation.REQUIRED)) {
            assertThat(read(form("PEN"), rule, SENATE)).contains("PEN");
            assertThat(read(form(), rule, SENATE)).contains("Senate");
        }
        assertThat(read(form((Object) null), Affiliation.OPTIONAL, SENATE)).isEmpty();
        assertThat(read(form(""), Affiliation.NONE, SENATE)).isEmpty();
    }

    @Test
    void aCategoryMayAskForOne() {
        assertThat(codes(form(), Affiliation.REQUIRED, NONE)).containsExactly("required");
        assertThat(codes(form(" "), Affiliation.REQUIRED, SENATE)).containsExactly("required");
        assertThat(codes(form(1), Affiliation.REQUIRED, NONE)).containsExactly("type");
        assertThat(codes(form("www.b"), Affiliation.REQUIRED, NONE)).containsExactly("link");
    }

    @Test
    void aCategoryMayRuleOneOut() {
        assertThat(codes(form("PEN"), Affiliation.NONE, NONE)).containsExactly("not-allowed");
        assertThat(codes(form(), Affiliation.NONE, SENATE)).containsExactly("not-allowed");
        assertThat(codes(form(), Affiliation.NONE, NONE)).isEmpty();
    }

    @Test
    void underAnUnknownCategoryEitherWillDo() {
        for (Form form : List.of(form(), form("PEN"))) {
            AffiliationField.read(form, Optional.empty(), NONE);
            assertThat(form.isSound()).isTrue();
        }
    }

    private static Optional<String> read(Form form, Affiliation rule, Optional<String> present) {
        Optional<String> affiliation = AffiliationField.read(form, Optional.of(category(rule)), present);
        assertThat(form.errors()).isEmpty();
        return affiliation;
    }

    private static List<String> codes(Form form, Affiliation rule, Optional<String> present) {
        AffiliationField.read(form, Optional.of(category(rule)), present);
        return form.errors().stream()
                .map(error -> {
                    assertThat(error.field()).isEqualTo("affiliation");
                    return error.code();
                })
                .toList();
    }

    private static Form form(Object... affiliation) {
        Map<String, Object> values = new HashMap<>();
        for (Object value : affiliation) values.put("affiliation", value);
        return Form.of(values, Set.of("affiliation"));
    }

    private static Category category(Affiliation affiliation) {
        return new Category(
                "all",
                Map.of("en", "All"),
                Map.of(),
                Signs.PERSON,
                affiliation,
                Admission.AUTOMATIC,
                List.of(),
                Order.NAME);
    }
}
