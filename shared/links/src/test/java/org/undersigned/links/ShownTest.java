package org.undersigned.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.wording.Language;

class ShownTest {
    @Test
    void aSignerIsAddressedInTheLanguageSigned() {
        Shown shown = Shown.of(letter("en", "Letter", "fr", "Lettre"), details("fr", "societies"));
        assertThat(shown.language()).isEqualTo(Language.FR);
        assertThat(shown.signing().title()).isEqualTo("Lettre");
        assertThat(shown.signing().category()).isEqualTo("societies in fr");
        assertThat(shown.signing().contact()).contains("Anna Lee, chair");
        assertThat(shown.signing().organisation()).isTrue();
    }

    @Test
    void aLanguageThatTheStatementLostFallsBackToItsFirst() {
        Shown shown = Shown.of(letter("zh-Hant", "信", "en", "Letter"), details("fr", "societies"));
        assertThat(shown.language()).isEqualTo(Language.ZH_HANT);
        assertThat(shown.signing().title()).isEqualTo("信");
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsEnglishAroundTheStatementsWords() {
        Shown shown = Shown.of(letter("pt", "Carta"), details("pt", "societies"));
        assertThat(shown.language()).isEqualTo(Language.EN);
        assertThat(shown.signing().title()).isEqualTo("Carta");
    }

    @Test
    void aCategoryThatTheStatementLostIsShownByItsId() {
        Shown shown = Shown.of(letter("en", "Letter"), details("en", "gone"));
        assertThat(shown.signing().category()).isEqualTo("gone");
    }

    private static Statement letter(String... titles) {
        Map<String, String> title = new LinkedHashMap<>();
        Map<String, String> name = new LinkedHashMap<>();
        for (int i = 0; i < titles.length; i += 2) {
            title.put(titles[i], titles[i + 1]);
            name.put(titles[i], "societies in " + titles[i]);
        }
        return new Statement(
                "letter",
                title,
                title,
                1,
                Campaign.NONE,
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(category(name)),
                Moderation.NONE,
                1);
    }

    private static Details details(String language, String category) {
        var contact = Optional.of(new Details.Contact("Anna Lee", "chair"));
        return new Details(
                category, "PEN Canada", Optional.empty(), Optional.empty(), "PEN Canada", contact, language, 1, true);
    }

    private static Category category(Map<String, String> name) {
        return new Category(
                "societies",
                name,
                Map.of(),
                Signs.ORGANISATION,
                Affiliation.NONE,
                Admission.REVIEWED,
                List.of(),
                Order.NAME);
    }
}
