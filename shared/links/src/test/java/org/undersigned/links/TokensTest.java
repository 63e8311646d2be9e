package org.undersigned.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.domain.Base32;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.SignatureId;

class TokensTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String SECRET = "{\"current\":\"k1\",\"k1\":\"a long and random text\"}";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.+/ ";
    private static final List<Class<? extends Token>> KINDS =
            List.of(Token.Confirm.class, Token.Refuse.class, Token.Withdraw.class);
    private static final Token PERSON =
            new Token.Withdraw(new SignatureId("a".repeat(51) + "q", SignatureId.PERSON), NOON, NOON);

    private final Tokens tokens = tokens(SECRET);

    /** A thousand of all kinds, with keys and moments drawn by a fixed seed. */
    static Stream<Token> drawn() {
        var random = new Random(1);
        return Stream.<Token>generate(() -> {
                    Instant expiresAt = Instant.ofEpochSecond(random.nextLong(0x1_0000_0000L));
                    String signer = hash(random, 32);
                    String capacity =
                            random.nextBoolean() ? SignatureId.PERSON : SignatureId.ORGANISATION + hash(random, 16);
                    return switch (random.nextInt(3)) {
                        case 0 ->
                            new Token.Confirm(
                                    new RequestId(
                                            signer,
                                            HexFormat.of().toHexDigits(random.nextInt()) + "-" + hash(random, 16)),
                                    expiresAt);
                        case 1 -> new Token.Refuse(signer, hash(random, 32), expiresAt);
                        default ->
                            new Token.Withdraw(
                                    new SignatureId(signer, capacity),
                                    Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)),
                                    expiresAt);
                    };
                })
                .limit(1_000);
    }

    @Test
    void whatIsWrittenIsReadBackAndFitsIntoALink() {
        drawn().forEach(token -> {
            String text = tokens.write(token);
            assertThat(tokens.read(text, Token.class)).contains(token);
            assertThat(tokens.write(token)).isEqualTo(text).matches("k1\\.[A-Za-z0-9_-]{80,150}");
        });
    }

    /** Email programs leave a hyphen or underscore at the end out of a link. */
    @Test
    void aLinkEndsWithALetterOrADigit() {
        assertThat(drawn().map(tokens::write)).allMatch(text -> text.matches(".*[048AEIMQUYcgkosw]"));
    }

    @Test
    void aLinkThatWasMailedBeforeStaysGood() {
        assertThat(tokens.read(
                        "k1.A8V--HQ-iGw6KZ79WzCNlj2uamaalKI7gyoP-12nk0NO4mbAoQAAAa-QGLACdFJs4r-EnlhFvlCohAXACEVeOt4jwF5Ic"
                            + "JfMMc4LB1naPHQoLR42pKW1KclF1GG-",
                        Token.Withdraw.class))
                .hasValueSatisfying(
                        token -> assertThat(token.signature().capacity()).startsWith(SignatureId.ORGANISATION));
    }

    @Test
    void aTokenForOneThingIsNoneForAnother() {
        drawn().forEach(token -> {
            for (Class<? extends Token> kind : KINDS)
                assertThat(tokens.read(tokens.write(token), kind).isPresent()).isEqualTo(kind.isInstance(token));
        });
    }

    @Test
    void noCharacterAndNoBitOfATokenMayDiffer() {
        drawn().limit(60).forEach(token -> {
            String text = tokens.write(token);
            for (int at = 0; at < text.length(); at++)
                for (char other : new char[] {'A', 'b', '.', '_', '='}) {
                    String changed = text.substring(0, at) + other + text.substring(at + 1);
                    if (!changed.equals(text))
                        assertThat(tokens.read(changed, Token.class)).isEmpty();
                }
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(3));
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                assertThat(tokens.read(
                                "k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(flipped), Token.class))
                        .isEmpty();
            }
        });
    }

    @Test
    void noTextWhateverFails() {
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(120); length > 0; length--)
                text.append(
                        random.nextBoolean()
                                ? ALPHABET.charAt(random.nextInt(ALPHABET.length()))
                                : (char) random.nextInt(0x10000));
            assertThat(tokens.read(text.toString(), Token.class)).isEmpty();
            assertThat(tokens.read("k1." + text, Token.class)).isEmpty();
        }
    }

    @Test
    void theLastCharacterOfATokenHasOneSpelling() {
        String text = tokens.write(PERSON);
        for (char last : ALPHABET.toCharArray()) {
            String changed = text.substring(0, text.length() - 1) + last;
            assertThat(tokens.read(changed, Token.class).isPresent()).isEqualTo(changed.equals(text));
        }
        assertThat(tokens.read(text + "==", Token.class)).isEmpty();
    }

    @Test
    void aTokenMayNotBeCutOrLengthened() {
        String text = tokens.write(PERSON);
        for (int length = 0; length < text.length(); length++)
            assertThat(tokens.read(text.substring(0, length), Token.class)).isEmpty();
        for (String more : new String[] {"A", "AA", "AAAA", " ", ".", "\n"})
            assertThat(tokens.read(text + more, Token.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "k1", "k1.", ".k1", "k1..", "current.x", "é", "\uD800", "k1.\u0000", "../../etc"})
    void whatIsNoTokenIsNotRead(String text) {
        assertThat(tokens.read(text, Token.class)).isEmpty();
    }

    @Test
    void aTokenOfFiveThousandCharactersIsNotRead() {
        assertThat(tokens.read("k1." + "A".repeat(5_000), Token.class)).isEmpty();
        assertThat(tokens.read("A".repeat(5_000), Token.class)).isEmpty();
        assertThat(tokens.read(".".repeat(5_000), Token.class)).isEmpty();
    }

    @Test
    void theCurrentKeysNameIsNoKey() {
        String text = tokens.write(PERSON);
        assertThat(tokens.read("current" + text.substring(2), Token.class)).isEmpty();
    }

    @Test
    void anotherKeyWritesNoTokenOfOurs() {
        Tokens others = tokens("{\"current\":\"k1\",\"k1\":\"another text\"}");
        assertThat(tokens.read(others.write(PERSON), Token.class)).isEmpty();
    }

    @Test
    void theSameKeyUnderAnotherIdWritesAnotherToken() {
        Tokens both = tokens("{\"current\":\"k1\",\"k1\":\"same\",\"k2\":\"same\"}");
        String text = both.write(PERSON);
        assertThat(both.read("k2" + text.substring(2), Token.class)).isEmpty();
    }

    @Test
    void theLongestKeyIdStillFitsIntoATokenThatIsRead() {
        String id = "k".repeat(40);
        Tokens longest = tokens("{\"current\":\"" + id + "\",\"" + id + "\":\"text\"}");
        String hash = "a".repeat(51) + "q";
        Token token = new Token.Refuse(hash, hash, NOON);
        assertThat(longest.read(longest.write(token), Token.class)).contains(token);
    }

    @Test
    void anOldKeyIsBelievedAndTheCurrentOneSigns() {
        String old = tokens.write(PERSON);
        Tokens rotated = tokens("{\"current\":\"k2\",\"k2\":\"a newer text\",\"k1\":\"a long and random text\"}");
        assertThat(rotated.read(old, Token.class)).contains(PERSON);
        assertThat(rotated.write(PERSON)).startsWith("k2.");
        assertThat(rotated.read(rotated.write(PERSON), Token.class)).contains(PERSON);
        Tokens retired = tokens("{\"current\":\"k2\",\"k2\":\"a newer text\"}");
        assertThat(retired.read(old, Token.class)).isEmpty();
    }

    @Test
    void anExpiredTokenIsReadAndSaysSo() {
        Token read = tokens.read(tokens.write(PERSON), Token.class).orElseThrow();
        assertThat(read.isExpired(NOON.minusMillis(1))).isFalse();
        assertThat(read.isExpired(NOON)).isTrue();
    }

    private static String hash(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base32.encode(bytes, length);
    }

    private static Tokens tokens(String secret) {
        return new Tokens(new TokenKeys(() -> secret, Clock.fixed(NOON, ZoneOffset.UTC)));
    }
}
