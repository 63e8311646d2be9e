package org.undersigned.links;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.undersigned.domain.Base32;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.SignatureId;

/**
 * Writes and reads tokens: {@code <key id>.<base64url of content and HMAC-SHA-256>}. The content is one byte purpose, 4
 * bytes expiry (seconds of the epoch), 32 bytes signer, and then: of a request its window and hash (4 and 16 bytes), of a
 * refusal the mailbox (32), of a signature when it was made (8, milliseconds) and an organisation's hash (16) and a zero.
 * No length is a multiple of three: such a token could end with a hyphen, which email programs leave out of a link.
 */
public final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int HASH_BYTES = 32;
    private static final int SHORT_HASH_BYTES = 16;
    private static final int WINDOW_DIGITS = 8;
    private static final int BASE = 1 + 4 + HASH_BYTES;
    private static final byte CONFIRM = 1;
    private static final byte REFUSE = 2;
    private static final byte WITHDRAW = 3;
    private static final byte EDIT = 4;

    /** The longest token is shorter; anything longer is not read at all. */
    private static final int MAX_LENGTH = 200;

    private final TokenKeys keys;

    public Tokens(TokenKeys keys) {
        this.keys = keys;
    }

    /** The same token always comes from the same values and key, so an email that is sent again holds the same links. */
    public String write(Token token) {
        byte[] content = content(token);
        String keyId = keys.current();
        byte[] key = keys.find(keyId).orElseThrow(() -> new IllegalStateException("the current token key is missing"));
        byte[] signed = Arrays.copyOf(content, content.length + MAC_BYTES);
        System.arraycopy(mac(key, keyId, content), 0, signed, content.length, MAC_BYTES);
        return keyId + "." + encode(signed);
    }

    /** Empty when it is not a token of ours of this kind; an expired one is read. */
    public <T extends Token> Optional<T> read(String text, Class<T> kind) {
        int dot = text.indexOf('.');
        if (dot < 1 || text.length() > MAX_LENGTH) return Optional.empty();
        String keyId = text.substring(0, dot);
        return bytes(text.substring(dot + 1))
                .flatMap(signed -> keys.find(keyId).flatMap(key -> verified(signed, key, keyId)))
                .flatMap(Tokens::token)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static byte[] content(Token token) {
        return switch (token) {
            case Token.Confirm(RequestId request, Instant expiresAt) ->
                start(CONFIRM, expiresAt, request.signer(), 4 + SHORT_HASH_BYTES)
                        .put(HexFormat.of().parseHex(request.request(), 0, WINDOW_DIGITS))
                        .put(decode(request.request().substring(WINDOW_DIGITS + 1)))
                        .array();
            case Token.Refuse(String signer, String mailbox, Instant expiresAt) ->
                start(REFUSE, expiresAt, signer, HASH_BYTES)
                        .put(decode(mailbox))
                        .array();
            case Token.Withdraw(SignatureId signature, Instant signedAt, Instant expiresAt) ->
                ofSignature(WITHDRAW, expiresAt, signature, signedAt);
            case Token.Edit(SignatureId signature, Instant signedAt, Instant expiresAt) ->
                ofSignature(EDIT, expiresAt, signature, signedAt);
        };
    }

    private static byte[] ofSignature(byte purpose, Instant expiresAt, SignatureId signature, Instant signedAt) {
        byte[] organisation = signature.capacity().equals(SignatureId.PERSON)
                ? new byte[0]
                : Arrays.copyOf(
                        decode(signature.capacity().substring(SignatureId.ORGANISATION.length())),
                        SHORT_HASH_BYTES + 1);
        return start(purpose, expiresAt, signature.signer(), Long.BYTES + organisation.length)
                .putLong(signedAt.toEpochMilli())
                .put(organisation)
                .array();
    }

    private static ByteBuffer start(byte purpose, Instant expiresAt, String signer, int more) {
        return ByteBuffer.allocate(BASE + more)
                .put(purpose)
                .putInt((int) expiresAt.getEpochSecond())
                .put(decode(signer));
    }

    private static Optional<Token> token(byte[] bytes) {
        if (bytes.length < BASE) return Optional.empty();
        ByteBuffer content = ByteBuffer.wrap(bytes);
        byte purpose = content.get();
        Instant expiresAt = Instant.ofEpochSecond(Integer.toUnsignedLong(content.getInt()));
        String signer = hash(content, HASH_BYTES);
        try {
            Optional<Token> token = switch (purpose) {
                case CONFIRM -> Optional.of(new Token.Confirm(request(signer, content), expiresAt));
                case REFUSE -> Optional.of(new Token.Refuse(signer, hash(content, HASH_BYTES), expiresAt));
                case WITHDRAW, EDIT -> {
                    Instant signedAt = Instant.ofEpochMilli(content.getLong());
                    SignatureId signature = new SignatureId(signer, capacity(content));
                    yield Optional.of(
                            purpose == WITHDRAW
                                    ? new Token.Withdraw(signature, signedAt, expiresAt)
                                    : new Token.Edit(signature, signedAt, expiresAt));
                }
                default -> Optional.empty();
            };
            return content.hasRemaining() ? Optional.empty() : token;
        } catch (BufferUnderflowException tooShort) {
            return Optional.empty();
        }
    }

    private static RequestId request(String signer, ByteBuffer content) {
        String window = HexFormat.of().toHexDigits(content.getInt());
        return new RequestId(signer, window + "-" + hash(content, SHORT_HASH_BYTES));
    }

    private static String capacity(ByteBuffer content) {
        if (!content.hasRemaining()) return SignatureId.PERSON;
        String organisation = hash(content, SHORT_HASH_BYTES);
        // Earlier links have no zero.
        if (content.hasRemaining()) content.get();
        return SignatureId.ORGANISATION + organisation;
    }

    private static String hash(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return Base32.encode(bytes, length);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            // The decoder takes padding and stray bits at the end: the same token would have several spellings.
            return bytes.length > MAC_BYTES && encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> verified(byte[] signed, byte[] key, String keyId) {
        byte[] content = Arrays.copyOf(signed, signed.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(signed, content.length, signed.length);
        return MessageDigest.isEqual(mac, mac(key, keyId, content)) ? Optional.of(content) : Optional.empty();
    }

    private static byte[] decode(String base32) {
        return Base32.decode(base32).orElseThrow(() -> new IllegalArgumentException("not a key of ours"));
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
