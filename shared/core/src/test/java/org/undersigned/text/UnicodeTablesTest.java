package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnicodeTablesTest {
    @Test
    void theTablesAreThoseThatUnicodesDataMake() {
        assertThat(UnicodeTables.FOLDER.resolve("confusables.txt")).hasContent(UnicodeTables.confusables());
        assertThat(UnicodeTables.FOLDER.resolve("plain-letters.txt")).hasContent(UnicodeTables.plainLetters());
    }

    @Test
    void whiteSpaceIsUnicodes() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .forEach(c -> assertThat(Characters.isWhiteSpace(c))
                        .as(Integer.toHexString(c))
                        .isEqualTo(UCharacter.isUWhiteSpace(c)));
    }

    @Test
    void everythingIgnorableByDefaultIsInvisible() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .forEach(c -> assertThat(Characters.isInvisible(c))
                        .as(Integer.toHexString(c))
                        .isTrue());
    }
}
