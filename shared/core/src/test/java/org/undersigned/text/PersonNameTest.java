package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.instancio.junit.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Elizabeth May                   | May
        José Álvarez                    | Álvarez
        Nguyễn Văn Anh                  | Anh
        Cher                            | Cher
        Anna Smith !                    | Smith
        Anna Smith (♥)                  | Smith
        Nathaniel Erskine-Smith         | Erskine-Smith
        Conan O’Brien                   | O’Brien
        Anna Lee (PhD)                  | Lee
        Anna Lee (she/her)              | Lee
        Anna Lee she/her                | Lee
        Anna Lee [they/them], PhD       | Lee
        Jane Doe, PhD                   | Doe
        Jane Doe PhD                    | Doe
        Jane Doe Ph.D.                  | Doe
        Jane Doe Ph. D.                 | Doe
        Jane Doe, M.A., LL.B. QC        | Doe
        Amy Zed, M.D.                   | Zed
        Amy Zed M.D.                    | Zed
        Amy Zed MD PhD                  | Zed
        John Smith Jr.                  | Smith
        John Smith, Jr.                 | Smith
        John Smith jr                   | Smith
        JOHN SMITH JR.                  | SMITH
        Martin King III                 | King
        Henry Ford II                   | Ford
        Ann Lee, Minister for Water     | Lee
        Ann Lee KBE MP                  | Lee
        Ann Lee, Esq.                   | Lee
        Smith-Jones, A.                 | Smith-Jones, A.
        van der Berg, Anna              | van der Berg, Anna
        O’Brien, Conan                  | O’Brien, Conan
        Doe, Jane, PhD                  | Doe, Jane, PhD
        Doe, PhD                        | Doe
        Jack Ma                         | Ma
        Jack MA                         | MA
        JACK MA                         | MA
        Minh DO                         | DO
        Malcolm X                       | X
        Eve\u00A0Zimmer                 | Zimmer
        Eve\u2007Lynn\u202FZimmer       | Zimmer
        Anna Iv\u0430nov                | Iv\u0430nov
        Anna (Annie Lee                 | Anna
        Anna Lee（she/her）               | Lee
        Anna Lee［PhD］ ｛x｝ 〔y〕 【z】     | Lee
        ! ♥                             | ! ♥
        (she/her)                       | (she/her)
        PhD                             | PhD
        王伟                             | 王伟
        陳 大文                          | 陳 大文
        Анна Иванова                    | Анна Иванова
        王 Wei                           | 王 Wei
        """)
    void aNameIsSortedByTheFamilyName(String name, String sortAs) {
        assertThat(PersonName.sortAs(name)).isEqualTo(sortAs);
    }

    @ParameterizedTest
    @CsvSource({
        "May, Elizabeth May",
        "elizabeth, Elizabeth May",
        "May Elizabeth, Elizabeth May",
        "alvarez, José Álvarez",
        "OBrien, Conan O’Brien",
        "Smith, Nathaniel Erskine-Smith",
        "van der Berg, Anna van der Berg",
        "王伟, 王伟",
        "陳, 陳 大文",
        "大文 陳, 陳 大文",
        "♥, ♥"
    })
    void aWishedSortingMayUseTheNamesOwnWords(String sortAs, String name) {
        assertThat(PersonName.isMadeOf(sortAs, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Aaa, Elizabeth May",
        "Ma, Elizabeth May",
        "May Aaa, Elizabeth May",
        "王, 王伟",
        "!, Elizabeth May",
        "May, ♥"
    })
    void aWishedSortingMayUseNoOtherWord(String sortAs, String name) {
        assertThat(PersonName.isMadeOf(sortAs, name)).isFalse();
    }

    @Test
    void anApostropheAloneIsNoWordToSortBy() {
        assertThat(PersonName.sortAs("Ann Lee ʼ")).isEqualTo("Lee");
    }

    @Property
    void theDefaultSortingIsMadeOfTheName(@Given(Texts.Name.class) String name) {
        String sortAs = PersonName.sortAs(name);
        assertThat(name).contains(sortAs);
        assertThat(PersonName.isMadeOf(sortAs, name)).isTrue();
    }
}
