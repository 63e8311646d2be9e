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
        Anna Lee él/ella                | Lee
        Anna Lee они/их                 | Lee
        Robert Smith “Bob”              | Smith
        Robert Smith "Big Bob"          | Smith
        Robert Smith 'Bob'              | Smith
        “Bob”                           | “Bob”
        Gerard ’t Hooft                 | Hooft
        Anna Müller geb. Schmidt        | Müller
        Anna Müller née Schmidt         | Müller
        John Smith - Ottawa             | Smith
        John Smith / Rivers Club        | Smith
        Jean - Luc Picard               | Picard
        Ann Lee (李安)                   | Lee
        Ann Lee 李安                     | Lee
        Ann Lee，博士                    | Lee
        田中 John                        | 田中 John
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
        Ann Lee 3rd                     | Lee
        Xiaoping Deng                   | Deng
        Ann Meng                        | Meng
        LI PENG                         | PENG
        Kim Jun                         | Jun
        Max Huber jun.                  | Huber
        Ann Lee Esquire                 | Lee
        ANN LEE ESQ.                    | LEE
        Anna Weber Dr. med.             | Weber
        Anna Weber, Dr.                 | Weber
        Petr Novák CSc.                 | Novák
        Max Huber Dipl.-Ing.            | Huber
        Anna Weber MdL a. D.            | Weber
        Ann Lee BA (Hons)               | Lee
        Ann Lee, B.A. (Hons)            | Lee
        Ann Lee BSc(Hons)               | Lee
        Doris Hons                      | Hons
        Amartya Sen                     | Sen
        Arthur Fils                     | Fils
        Ann Lee PhD/MD                  | Lee
        Tom Lee OFM Cap.                | Lee
        João Silva Filho                | Silva
        Prof. Dr.                       | Dr.
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Dr. Rosa Meier             | Rosa Meier
        Prof. Dr. Rosa Meier, PhD  | Rosa Meier
        Meier, Rosa (she/her)      | Rosa Meier
        Rosa Meier MD              | Rosa Meier
        Dr.                        | Dr.
        """)
    void titlesAndRemarksAreNoPartOfTheNameItself(String name, String core) {
        assertThat(PersonName.core(name)).isEqualTo(core);
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
