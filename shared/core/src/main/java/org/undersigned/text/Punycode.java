package org.undersigned.text;

import java.util.Optional;

/** Unicode in ASCII, as domain names are sent (RFC 3492). */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    /** More than any label of 63 characters has. */
    private static final int MAX_DELTA = 64 * (Character.MAX_CODE_POINT + 1);

    private Punycode() {}

    /** Of a label of at most 63 characters, without the {@code xn--}. */
    static String encode(String label) {
        int[] input = label.codePoints().toArray();
        var output = new StringBuilder();
        for (int c : input) if (c < INITIAL_N) output.append((char) c);
        int basic = output.length();
        int handled = basic;
        if (basic > 0) output.append('-');
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        while (handled < input.length) {
            int next = Integer.MAX_VALUE;
            for (int c : input) if (c >= n && c < next) next = c;
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : input) {
                if (c < n) delta++;
                if (c != n) continue;
                appendVariableLength(delta, bias, output);
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }
            delta++;
            n++;
        }
        return output.toString();
    }

    /** The label of which {@code encoded}, in lower case and without the {@code xn--}, is the encoding; empty when it is none. */
    static Optional<String> decode(String encoded) {
        int basic = encoded.lastIndexOf('-');
        var output = new StringBuilder(encoded.substring(0, Math.max(basic, 0)));
        int points = output.length();
        int n = INITIAL_N;
        int index = 0;
        int bias = INITIAL_BIAS;
        for (int at = basic + 1; at < encoded.length(); ) {
            int before = index;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < encoded.length() ? value(encoded.charAt(at++)) : -1;
                long sum = index + digit * weight;
                if (digit < 0 || sum > MAX_DELTA) return Optional.empty();
                index = (int) sum;
                int t = Math.clamp(k - bias, T_MIN, T_MAX);
                if (digit < t) break;
                weight *= BASE - t;
                if (weight > MAX_DELTA) return Optional.empty();
            }
            points++;
            bias = adapted(index - before, points, before == 0);
            n += index / points;
            index %= points;
            if (n > Character.MAX_CODE_POINT) return Optional.empty();
            output.insert(output.offsetByCodePoints(0, index++), Character.toChars(n));
        }
        String label = output.toString();
        return Optional.of(label).filter(found -> encode(found).equals(encoded));
    }

    private static void appendVariableLength(int delta, int bias, StringBuilder output) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = Math.clamp(k - bias, T_MIN, T_MAX);
            if (q < t) break;
            output.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
        output.append(digit(q));
    }

    private static int adapted(int delta, int points, boolean first) {
        int left = first ? delta / DAMP : delta / 2;
        left += left / points;
        int k = 0;
        while (left > (BASE - T_MIN) * T_MAX / 2) {
            left /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * left / (left + SKEW);
    }

    private static int value(char digit) {
        if (digit >= 'a' && digit <= 'z') return digit - 'a';
        return digit >= '0' && digit <= '9' ? digit - '0' + 26 : -1;
    }

    private static char digit(int d) {
        return (char) (d < 26 ? 'a' + d : '0' + d - 26);
    }
}
