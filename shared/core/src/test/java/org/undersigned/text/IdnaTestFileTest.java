package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Unicode's own cases for UTS 46, version 16.0.0; the file says what its columns are. */
class IdnaTestFileTest {
    private static final List<Case> CASES = Lines.of(IdnaTestFileTest.class, "IdnaTestV2.txt").stream()
            .map(Case::of)
            .toList();

    @Test
    void whatIsTakenIsEncodedAsUnicodeDoes() {
        for (Case each : CASES)
            if (each.isRight())
                DomainName.toAscii(each.source())
                        .ifPresent(ours -> assertThat(ours).as(each.toString()).isEqualTo(each.ascii()));
    }

    /** How long a whole name may be is bounded with the address; hyphens in ASCII are the registry's (RFC 5891, 4.2.3.1). */
    @Test
    void whatIsWrongIsRefused() {
        for (Case each : CASES)
            if (!each.isRight() && !List.of("[A4_1]", "[V2]").contains(each.status()))
                assertThat(DomainName.toAscii(each.source()))
                        .as(each.toString())
                        .isEmpty();
    }

    /** UTS 46 takes more than IDNA2008 does, and drops more than we do. */
    @Test
    void nothingElseIsRefused() {
        assertThat(CASES).filteredOn(Case::isRight).hasSizeGreaterThan(500);
        for (Case each : CASES)
            if (each.isRight() && DomainName.toAscii(each.source()).isEmpty())
                assertThat(each.source() + each.unicode())
                        .as(each.toString())
                        .matches(text -> text.codePoints().anyMatch(IdnaTestFileTest::isBeyondIdna2008));
    }

    /** Neither letter, digit nor mark in use; or a sign that is not seen and not one of those that we drop. */
    private static boolean isBeyondIdna2008(int c) {
        boolean word = Character.isLetter(c) || Character.isDigit(c) || Characters.isMark(c);
        return c >= 0x80 && (!word || Characters.isInvisible(c) || (c >= 0x1100 && c <= 0x11FF));
    }

    /** What a source becomes: itself where a column is empty. */
    private record Case(String source, String unicode, String ascii, String status) {
        private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})|\\\\x\\{(\\p{XDigit}+)}");

        static Case of(String line) {
            String[] columns = line.replaceFirst("#.*", "").split(";", -1);
            for (int i = 0; i < columns.length; i++) columns[i] = read(columns[i].strip());
            String unicode = or(columns[1], columns[0]);
            return new Case(columns[0], unicode, or(columns[3], unicode), or(columns[4], columns[2]));
        }

        boolean isRight() {
            return status.isEmpty() || status.equals("[]");
        }

        private static String or(String column, String other) {
            return column.isEmpty() ? other : column;
        }

        private static String read(String column) {
            return ESCAPE.matcher(column.replace("\"\"", "")).replaceAll(Case::character);
        }

        private static String character(MatchResult escape) {
            String digits = Optional.ofNullable(escape.group(1)).orElseGet(() -> escape.group(2));
            return Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits, 16)));
        }
    }
}
