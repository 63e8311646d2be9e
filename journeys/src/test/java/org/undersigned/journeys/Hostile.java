package org.undersigned.journeys;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Makes hostile inputs of good ones, the same of the same seed. */
final class Hostile {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "\uDC00\uD83D",
            "\uFFFD",
            "\u202E",
            "\u2028",
            "\u00A0\u200B\u00AD",
            "\uDBFF\uDFFF",
            "\u0336".repeat(400),
            "\u1100".repeat(3_000),
            "👩\u200D".repeat(300),
            "a".repeat(20_000),
            "İıſßﬁΣς",
            "null",
            "true",
            "NaN",
            "-0",
            "1e999",
            "99999999999999999999",
            "\"",
            "\\",
            "\r\n",
            "{\"a\":[",
            "{{x}}",
            "${x}",
            "%00%ff",
            "../..",
            "<b>",
            "=1+1",
            "a@b.ca",
            "@",
            "ß@ß.ß",
            "xn--a",
            "a".repeat(64) + "@" + "b.".repeat(95) + "ca",
            "en-<b>",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "0000-00-00",
            "2026-02-30T25:61:61Z",
            "__proto__");

    private static final List<String> MARKS = List.of(
            "We ask.",
            "# ",
            "###### ",
            "*",
            "**",
            "_",
            "~",
            "`",
            "```",
            "> ",
            "- ",
            "1. ",
            "999999999) ",
            "    ",
            "\t",
            "---",
            "===",
            "|a|b|",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "\\",
            "&lt;",
            "&#0;",
            "&#x1F469;",
            "[a](https://letter.example/?a=b&c=%22 \"<b>\")",
            "[b](mailto:a@b.example)",
            "[c]",
            "[c]: https://letter.example 'c'",
            "<https://letter.example/\">",
            "<b onclick=\"x\">",
            "<!-- ",
            "<script>",
            "👩\u200D💻",
            "\u05D0");
    private static final List<String> UNWANTED = List.of(
            "![a](https://letter.example/a.png)",
            "[a](javascript:alert(1))",
            "[a](java&#10;script:alert(1))",
            "<javascript:alert(1)>",
            "[c]: data:text/html,x",
            "[a](//letter.example)",
            "[a]()");

    private final SplittableRandom random;

    Hostile(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A known trouble, or any characters of Unicode, halves of such among them. */
    String text() {
        if (oneIn(2)) return one(TEXTS);
        return random.ints(random.nextInt(30), 0, Character.MAX_CODE_POINT + 1)
                .map(c -> oneIn(3) ? c : c % 0x500)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text with a few parts cut out, doubled, replaced or put in. */
    String damaged(String good) {
        var text = new StringBuilder(good);
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(oneIn(3) ? text.length() + 1 : 4));
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(from);
                case 1 -> text.delete(from, to);
                case 2 -> text.insert(to, text.substring(from, to));
                case 3 -> text.replace(from, to, text());
                default -> text.insert(from, text());
            }
        }
        return text.toString();
    }

    /** Of a text, mostly in UTF-8, sometimes with flipped bits. */
    byte[] bytes(String text) {
        Charset charset = oneIn(20)
                ? one(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1))
                : StandardCharsets.UTF_8;
        byte[] bytes = text.getBytes(charset);
        for (int i = oneIn(10) ? 1 + random.nextInt(4) : 0; i > 0 && bytes.length > 0; i--)
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return oneIn(30) ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    /** An object like the good one: a few members are of other types, deeper, doubled, unknown, or gone, or none is. */
    String json(Map<String, ?> good) {
        if (oneIn(5)) return damaged(printed(good));
        return printed(mutated(good, Math.max(1, size(good) / (1 + random.nextInt(3)))));
    }

    private static int size(Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                1 + object.values().stream().mapToInt(Hostile::size).sum();
            case List<?> list -> 1 + list.stream().mapToInt(Hostile::size).sum();
            case null, default -> 1;
        };
    }

    /** One in so many of its members, and of those in them, is another. */
    private Map<String, Object> mutated(Map<?, ?> good, int oneIn) {
        Map<String, Object> mutated = new LinkedHashMap<>();
        good.forEach((key, value) -> {
            if (!oneIn(4 * oneIn)) mutated.put((String) key, mutated(value, oneIn));
        });
        if (oneIn(12 * oneIn)) mutated.put(text(), value());
        return mutated;
    }

    private Object mutated(Object value, int oneIn) {
        boolean another = oneIn(oneIn);
        if (another && (!(value instanceof String) || oneIn(3))) return value();
        return switch (value) {
            case Map<?, ?> object -> mutated(object, oneIn);
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                for (Object item : list) items.add(mutated(item, oneIn));
                yield items;
            }
            case String text when another -> damaged(text);
            case null, default -> value;
        };
    }

    /** The fields of a web page's form, as a browser sends them. */
    String form(Map<String, ?> good) {
        String form = good.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(oneIn(6) ? text() : String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
        return oneIn(3) ? damaged(form) : form;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A letter in CommonMark, or what looks like it. */
    String letter() {
        var letter = new StringBuilder();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            String part = oneIn(60) ? text() : one(oneIn(60) ? UNWANTED : MARKS);
            letter.append(part.repeat(oneIn(30) ? random.nextInt(500) : 1)).append(one(List.of("", " ", "\n", "\n\n")));
        }
        return oneIn(9) ? damaged(letter.toString()) : letter.toString();
    }

    private Object value() {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> oneIn(2);
            case 2 -> new Raw(one(List.of("0", "-0.0", "1e308", "1E400", "9".repeat(400), "NaN", "01", "0x1", ".5")));
            case 3 -> List.of(text(), List.of(Map.of()));
            case 4 -> Map.of(text(), text());
            case 5 -> new Raw(nested(1 + random.nextInt(3_000)));
            default -> text();
        };
    }

    private String nested(int depth) {
        boolean list = oneIn(2);
        return (list ? "[" : "{\"a\":").repeat(depth) + "1" + (list ? "]" : "}").repeat(depth);
    }

    private String printed(Object value) {
        return switch (value) {
            case null -> "null";
            case Raw raw -> raw.json();
            case String text -> Fuzz.quoted(text);
            case List<?> list -> list.stream().map(this::printed).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(member -> Fuzz.quoted((String) member.getKey()) + ":" + printed(member.getValue()))
                        .map(member -> oneIn(400) ? member + "," + member : member)
                        .collect(Collectors.joining(",", "{", "}"));
            default -> value.toString();
        };
    }

    /** Printed as it is. */
    private record Raw(String json) {}
}
