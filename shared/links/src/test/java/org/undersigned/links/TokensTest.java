package org.undersigned.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.links.Token.Purpose.CONFIRM;
import static org.undersigned.links.Token.Purpose.WITHDRAW;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.domain.Base32;
import org.undersigned.domain.SignatureId;

class TokensTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String SECRET = "{\"current\":\"k1\",\"k1\":\"a long and random text\"}";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.+/ ";
    private static final Token PERSON =
            new Token(CONFIRM, new SignatureId("a".repeat(51) + "q", SignatureId.PERSON), 1, NOON);

    private final Tokens tokens = tokens(SECRET);

    @Property
    void whatIsWrittenIsReadBack(@ForAll("tokens") Token token) {
        String text = tokens.write(token);
        assertThat(tokens.read(text, token.purpose())).contains(token);
        assertThat(tokens.write(token)).isEqualTo(text);
    }

    @Property
    void aTokenFitsIntoALinkAsItIs(@ForAll("tokens") Token token) {
        assertThat(tokens.write(token)).matches("k1\\.[A-Za-z0-9_-]{80,130}");
    }

    @Property
    void aTokenForOnePurposeIsNoneForAnother(@ForAll("tokens") Token token) {
        assertThat(tokens.read(tokens.write(token), token.purpose() == CONFIRM ? WITHDRAW : CONFIRM))
                .isEmpty();
    }

    @Property
    void noCharacterOfATokenMayDiffer(
            @ForAll("tokens") Token token, @ForAll @IntRange(max = 200) int at, @ForAll("characters") char other) {
        String text = tokens.write(token);
        int place = at % text.length();
        String changed = text.substring(0, place) + other + text.substring(place + 1);
        if (!changed.equals(text))
            assertThat(tokens.read(changed, token.purpose())).isEmpty();
    }

    @Property
    void noBitOfATokenMayDiffer(@ForAll("tokens") Token token, @ForAll @IntRange(max = 2_000) int at) {
        String text = tokens.write(token);
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(3));
        int bit = at % (bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        String changed = "k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(tokens.read(changed, token.purpose())).isEmpty();
    }

    @Test
    void theLastCharacterOfATokenHasOneSpelling() {
        String text = tokens.write(PERSON);
        for (char last : ALPHABET.toCharArray()) {
            String changed = text.substring(0, text.length() - 1) + last;
            assertThat(tokens.read(changed, CONFIRM).isPresent()).isEqualTo(changed.equals(text));
        }
        assertThat(tokens.read(text + "==", CONFIRM)).isEmpty();
    }

    @Test
    void aTokenMayNotBeCutOrLengthened() {
        String text = tokens.write(PERSON);
        for (int length = 0; length < text.length(); length++)
            assertThat(tokens.read(text.substring(0, length), CONFIRM)).isEmpty();
        for (String more : new String[] {"A", "AA", "AAAA", " ", ".", "\n"})
            assertThat(tokens.read(text + more, CONFIRM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "k1", "k1.", ".k1", "k1..", "current.x", "é", "\uD800", "k1.\u0000", "../../etc"})
    void whatIsNoTokenIsNotRead(String text) {
        assertThat(tokens.read(text, CONFIRM)).isEmpty();
    }

    @Test
    void aTokenOfFiveThousandCharactersIsNotRead() {
        assertThat(tokens.read("k1." + "A".repeat(5_000), CONFIRM)).isEmpty();
        assertThat(tokens.read("A".repeat(5_000), CONFIRM)).isEmpty();
        assertThat(tokens.read(".".repeat(5_000), CONFIRM)).isEmpty();
    }

    @Property
    void noTextWhateverFails(@ForAll String text) {
        assertThat(tokens.read(text, CONFIRM)).isEmpty();
        assertThat(tokens.read("k1." + text, WITHDRAW)).isEmpty();
    }

    @Test
    void theCurrentKeysNameIsNoKey() {
        String text = tokens.write(PERSON);
        assertThat(tokens.read("current" + text.substring(2), CONFIRM)).isEmpty();
    }

    @Test
    void anotherKeyWritesNoTokenOfOurs() {
        Tokens others = tokens("{\"current\":\"k1\",\"k1\":\"another text\"}");
        assertThat(tokens.read(others.write(PERSON), CONFIRM)).isEmpty();
    }

    @Test
    void theSameKeyUnderAnotherIdWritesAnotherToken() {
        Tokens both = tokens("{\"current\":\"k1\",\"k1\":\"same\",\"k2\":\"same\"}");
        String text = both.write(PERSON);
        assertThat(both.read("k2" + text.substring(2), CONFIRM)).isEmpty();
    }

    @Test
    void theLongestKeyIdStillFitsIntoATokenThatIsRead() {
        String id = "k".repeat(40);
        Tokens longest = tokens("{\"current\":\"" + id + "\",\"" + id + "\":\"text\"}");
        var society = new SignatureId(PERSON.signature().signer(), SignatureId.ORGANISATION + "a".repeat(26));
        Token token = new Token(WITHDRAW, society, Integer.MAX_VALUE, NOON);
        assertThat(longest.read(longest.write(token), WITHDRAW)).contains(token);
    }

    @Test
    void anOldKeyIsBelievedAndTheCurrentOneSigns() {
        String old = tokens.write(PERSON);
        Tokens rotated = tokens("{\"current\":\"k2\",\"k2\":\"a newer text\",\"k1\":\"a long and random text\"}");
        assertThat(rotated.read(old, CONFIRM)).contains(PERSON);
        assertThat(rotated.write(PERSON)).startsWith("k2.");
        assertThat(rotated.read(rotated.write(PERSON), CONFIRM)).contains(PERSON);
        Tokens retired = tokens("{\"current\":\"k2\",\"k2\":\"a newer text\"}");
        assertThat(retired.read(old, CONFIRM)).isEmpty();
    }

    @Test
    void anExpiredTokenIsReadAndSaysSo() {
        Token read = tokens.read(tokens.write(PERSON), CONFIRM).orElseThrow();
        assertThat(read.isExpired(NOON.minusMillis(1))).isFalse();
        assertThat(read.isExpired(NOON)).isTrue();
    }

    @Provide
    Arbitrary<Token> tokens() {
        var capacities = hashes(16).map(hash -> SignatureId.ORGANISATION + hash);
        return Combinators.combine(
                        Arbitraries.of(Token.Purpose.values()),
                        hashes(32),
                        Arbitraries.oneOf(Arbitraries.just(SignatureId.PERSON), capacities),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        Arbitraries.longs().between(0, 0xFFFF_FFFFL))
                .as((purpose, signer, capacity, revision, expiry) ->
                        new Token(purpose, new SignatureId(signer, capacity), revision, Instant.ofEpochSecond(expiry)));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with(ALPHABET);
    }

    private static Arbitrary<String> hashes(int bytes) {
        return Arbitraries.bytes().array(byte[].class).ofSize(bytes).map(hash -> Base32.encode(hash, bytes));
    }

    private static Tokens tokens(String secret) {
        return new Tokens(new TokenKeys(() -> secret, Clock.fixed(NOON, ZoneOffset.UTC)));
    }
}
