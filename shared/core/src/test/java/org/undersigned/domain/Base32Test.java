package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.text.Property;

class Base32Test {

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, my", "fo, mzxq", "foo, mzxw6", "foob, mzxw6yq", "fooba, mzxw6ytb", "foobar, mzxw6ytboi"})
    void textIsEncodedAsTheStandardSays(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes, bytes.length)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MY", "m1", "m8", "my======", "m y", "é", "m\u0000"})
    void anotherCharacterIsNotDecoded(String text) {
        assertThat(Base32.decode(text)).isEmpty();
    }

    @Property
    void whatWasEncodedIsDecoded(@Given(Bytes.class) byte[] bytes) {
        assertThat(Base32.decode(Base32.encode(bytes, bytes.length))).contains(bytes);
    }

    @Property
    void onlyTheFirstBytesAreEncoded(@Given(Bytes.class) byte[] bytes) {
        int length = bytes.length / 2;
        assertThat(Base32.encode(bytes, length)).isEqualTo(Base32.encode(Arrays.copyOf(bytes, length), length));
    }

    @Property
    void fiveBytesAreEightDigitsOfOneNumber(@Given int high, @Given byte low) {
        var number = BigInteger.valueOf(high)
                .and(BigInteger.valueOf(0xFFFF_FFFFL))
                .shiftLeft(8)
                .add(BigInteger.valueOf(low & 0xFF));
        byte[] bytes = {(byte) (high >>> 24), (byte) (high >>> 16), (byte) (high >>> 8), (byte) high, low};
        var digits = new StringBuilder();
        for (char c : Base32.encode(bytes, 5).toCharArray())
            digits.append(Character.forDigit("abcdefghijklmnopqrstuvwxyz234567".indexOf(c), 32));
        assertThat(new BigInteger(digits.toString(), 32)).isEqualTo(number);
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
}
