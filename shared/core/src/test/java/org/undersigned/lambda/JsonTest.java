package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.text.Property;
import org.undersigned.text.Texts;

class JsonTest {

    @Test
    void anObjectIsReadAsMapsListsAndValues() throws IOException {
        assertThat(Json.object(" {\"a\": [1, true, null, \"x\", {}], \"b\": 1.5}\n"))
                .isEqualTo(Map.of("a", Arrays.asList(1, true, null, "x", Map.of()), "b", 1.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":tru}",
                "{/* */}",
                "\u0000",
                "{\u0000}",
                "{\"a\":\"\u0000\"}",
                "\u0000{}",
                "<a/>"
            })
    void whatIsNotAnObjectIsMalformed(String text) {
        assertMalformed(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} x", "{}{}", "{},", "{}]", "{}}", "{} null", "{}\u0000", "{} {\"a\":1}", "{} \"", "{}/"})
    void nothingMayFollowTheObject(String text) {
        assertMalformed(text);
    }

    @Test
    void whiteSpaceMayFollowTheObject() throws IOException {
        assertThat(Json.object("{} \r\n\t")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}",
                "{\"x\":[{\"a\":1,\"a\":2}]}"
            })
    void aKeyGivenTwiceIsMalformed(String text) {
        assertThatExceptionOfType(Json.Malformed.class)
                .isThrownBy(() -> Json.object(text))
                .withMessage("the same key stands twice in an object");
    }

    @Test
    void nothingElseIsSaidToBeAKeyGivenTwice() {
        for (String text : List.of("", "{", "{} x", "[", "{\"a\":}"))
            assertThatExceptionOfType(Json.Malformed.class)
                    .isThrownBy(() -> Json.object(text))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("twice"));
    }

    @Test
    void theReasonSaysWhere() {
        assertThatExceptionOfType(Json.Malformed.class)
                .isThrownBy(() -> Json.object("{\n \"a\": x}"))
                .withMessageContaining("line 2");
    }

    @Test
    void whatIsWrittenToAStreamIsTheText() throws IOException {
        var out = new ByteArrayOutputStream();
        Json.write(Map.of("name", "王伟"), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"王伟\"}");
    }

    @Test
    void theReasonHoldsNothingOfTheText() {
        for (String text : List.of("{\"secret\":secret}", "{\"secret\":1,\"secret\":2}", "{} secret", "secret"))
            assertThatExceptionOfType(Json.Malformed.class)
                    .isThrownBy(() -> Json.object(text))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 1_000, 100_000})
    void deepNestingIsMalformed(int depth) {
        assertMalformed("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
        assertMalformed("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
        assertMalformed("{\"a\":" + "[".repeat(depth));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1E2147483648",
                "1e99999999999999999999",
                "0.1e400"
            })
    void aHugeExponentIsAValueOrMalformed(String number) {
        assertMalformedOrRead("{\"a\":" + number + "}");
    }

    @Test
    void aNumberOfTenThousandDigitsIsAValueOrMalformed() {
        assertMalformedOrRead("{\"a\":" + "9".repeat(10_000) + "}");
        assertMalformedOrRead("{\"a\":0." + "9".repeat(10_000) + "}");
        assertMalformedOrRead("{\"a\":1e" + "9".repeat(10_000) + "}");
        assertMalformedOrRead("{\"a\":" + "9".repeat(900) + "}");
    }

    @Test
    void aByteOrderMarkIsMalformedOrDropped() {
        assertMalformedOrRead("\uFEFF{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud83dx", "\ud800"})
    void aLoneSurrogateIsAValueOrMalformedAndCanBeWritten(String text) {
        assertMalformedOrRead("{\"a\":\"" + text + "\"}");
        assertMalformedOrRead("{\"" + text + "\":1}");
    }

    @Property
    void noTextWhateverFailsOtherwise(@Given(JsonLike.class) String text) {
        assertMalformedOrRead(text);
    }

    @Property
    void noBytesWhateverFailOtherwise(@Given(Beginning.class) byte[] beginning, @Given(Bytes.class) byte[] rest) {
        byte[] bytes = Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, bytes, beginning.length, rest.length);
        try {
            assertThat(Json.object(new ByteArrayInputStream(bytes))).isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    @Property
    void whatIsWrittenIsReadBack(@Given(WellFormed.class) String key, @Given(WellFormed.class) String value)
            throws IOException {
        Map<String, Object> json = Map.of(key, value);
        assertThat(Json.object(Json.text(json))).isEqualTo(json);
    }

    static final class JsonLike implements GivenProvider {
        private static final List<String> PARTS = List.of(
                "{", "}", "[", "]", ":", ",", "\"", "\"a\":", "\"b\"", "1", "-", ".5", "e9", "true", "null", " ", "\\",
                "\\u", "d800", "\u0000", "é", "\n");

        @Override
        public Object provide(ElementContext context) {
            return Stream.generate(() -> Texts.one(PARTS, context.random()))
                    .limit(context.random().intRange(0, 12))
                    .collect(Collectors.joining("", "{", ""));
        }
    }

    /** An object's, and those by which a stream says that it is in UTF-16 or UTF-32. */
    static final class Beginning implements GivenProvider {
        private static final List<String> BEGINNINGS =
                List.of("", "{", "{\"", "{\"a\":", "EFBBBF", "FEFF", "FFFE", "0000FEFF", "0000007B", "007B", "7B00");

        @Override
        public Object provide(ElementContext context) {
            String text = Texts.one(BEGINNINGS, context.random());
            return text.matches("[0-9A-F]+") ? HexFormat.of().parseHex(text) : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    static final class Bytes implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            byte[] bytes = new byte[context.random().intRange(0, 40)];
            for (int i = 0; i < bytes.length; i++)
                bytes[i] = context.random().byteRange(Byte.MIN_VALUE, Byte.MAX_VALUE);
            return bytes;
        }
    }

    static final class WellFormed implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            return Texts.any(context.random()).replaceAll("\\p{Cs}", "");
        }
    }

    private static void assertMalformed(String text) {
        assertThatExceptionOfType(Json.Malformed.class).isThrownBy(() -> Json.object(text));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Json.object(new ByteArrayInputStream(bytes)));
    }

    /** And what is read can be written into an answer. */
    private static void assertMalformedOrRead(String text) {
        try {
            Map<String, Object> read = Json.object(text);
            Json.write(Map.of("body", Json.text(read)), new ByteArrayOutputStream());
        } catch (Json.Malformed e) {
            assertThat(e.getMessage()).isNotEmpty();
        } catch (IOException e) {
            throw new AssertionError("neither read nor malformed", e);
        }
    }
}
