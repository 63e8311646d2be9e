package org.undersigned.links;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.undersigned.domain.Base32;
import org.undersigned.domain.SignatureId;

/**
 * Writes and reads tokens: {@code <key id>.<base64url of content and HMAC-SHA-256>}. The content is one byte purpose,
 * 32 bytes signer, 4 bytes revision, 4 bytes expiry (seconds of the epoch) and, for an organisation, 16 bytes of its hash.
 */
public final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int SIGNER_BYTES = 32;
    private static final int ORGANISATION_BYTES = 16;
    private static final int PERSON_CONTENT = 1 + SIGNER_BYTES + 4 + 4;
    private static final int ORGANISATION_CONTENT = PERSON_CONTENT + ORGANISATION_BYTES;

    /** The longest token is shorter; anything longer is not read at all. */
    private static final int MAX_LENGTH = 200;

    private final TokenKeys keys;

    public Tokens(TokenKeys keys) {
        this.keys = keys;
    }

    /** The same token always comes from the same values and key, so a mail that is sent again holds the same links. */
    public String write(Token token) {
        boolean person = token.signature().capacity().equals(SignatureId.PERSON);
        ByteBuffer content = ByteBuffer.allocate(person ? PERSON_CONTENT : ORGANISATION_CONTENT)
                .put((byte) token.purpose().ordinal())
                .put(decode(token.signature().signer()))
                .putInt(token.revision())
                .putInt((int) token.expiresAt().getEpochSecond());
        if (!person) content.put(decode(token.signature().capacity().substring(SignatureId.ORGANISATION.length())));
        String keyId = keys.current();
        byte[] key = keys.find(keyId).orElseThrow(() -> new IllegalStateException("the current token key is missing"));
        byte[] signed = Arrays.copyOf(content.array(), content.capacity() + MAC_BYTES);
        System.arraycopy(mac(key, keyId, content.array()), 0, signed, content.capacity(), MAC_BYTES);
        return keyId + "." + encode(signed);
    }

    /** Empty when it is not a token of ours for this purpose; an expired one is read. */
    public Optional<Token> read(String text, Token.Purpose purpose) {
        int dot = text.indexOf('.');
        if (dot < 1 || text.length() > MAX_LENGTH) return Optional.empty();
        String keyId = text.substring(0, dot);
        return bytes(text.substring(dot + 1))
                .flatMap(signed -> keys.find(keyId).flatMap(key -> content(signed, key, keyId)))
                .flatMap(content -> token(content, purpose));
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            int content = bytes.length - MAC_BYTES;
            boolean ours = content == PERSON_CONTENT || content == ORGANISATION_CONTENT;
            // The decoder takes padding and stray bits at the end: the same token would have several spellings.
            return ours && encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> content(byte[] signed, byte[] key, String keyId) {
        byte[] content = Arrays.copyOf(signed, signed.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(signed, content.length, signed.length);
        return MessageDigest.isEqual(mac, mac(key, keyId, content)) ? Optional.of(content) : Optional.empty();
    }

    private static Optional<Token> token(byte[] bytes, Token.Purpose purpose) {
        ByteBuffer content = ByteBuffer.wrap(bytes);
        if (content.get() != purpose.ordinal()) return Optional.empty();
        byte[] signer = new byte[SIGNER_BYTES];
        content.get(signer);
        int revision = content.getInt();
        Instant expiresAt = Instant.ofEpochSecond(Integer.toUnsignedLong(content.getInt()));
        byte[] organisation = new byte[content.remaining()];
        content.get(organisation);
        String capacity = organisation.length == 0
                ? SignatureId.PERSON
                : SignatureId.ORGANISATION + Base32.encode(organisation, ORGANISATION_BYTES);
        return Optional.of(new Token(
                purpose, new SignatureId(Base32.encode(signer, SIGNER_BYTES), capacity), revision, expiresAt));
    }

    private static byte[] decode(String base32) {
        return Base32.decode(base32).orElseThrow(() -> new IllegalArgumentException("not a signature's id"));
    }

    private static byte[] mac(byte[] key, String keyId, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(keyId.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
