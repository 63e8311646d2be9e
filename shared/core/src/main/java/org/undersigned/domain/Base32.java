package org.undersigned.domain;

import java.util.Optional;

/** Base 32 of RFC 4648 in lower case and without padding. */
public final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    /** Encodes the first {@code length} bytes. */
    public static String encode(byte[] bytes, int length) {
        var text = new StringBuilder((length * 8 + 4) / 5);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < length; i++) {
            buffer = (buffer << 8) | (bytes[i] & 0xFF);
            for (bits += 8; bits >= 5; bits -= 5) text.append(ALPHABET.charAt((buffer >>> (bits - 5)) & 31));
        }
        if (bits > 0) text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
        return text.toString();
    }

    /** Empty when the text holds another character. */
    public static Optional<byte[]> decode(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) return Optional.empty();
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >>> bits);
            }
        }
        return Optional.of(bytes);
    }
}
