package org.undersigned.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The messages of pages and emails as Java: constants, joins and comparisons, so that nothing is read or parsed at run time. */
final class JavaCode {
    private static final String HEAD = """
        // Written by the build from words/*.properties.
        package org.undersigned.wording;

        """;

    private JavaCode() {}

    /** Source by the name of its type. */
    static Map<String, String> of(List<WordsFile> files) {
        var english = files.stream()
                .filter(file -> file.tag().equals(Check.ENGLISH))
                .findFirst()
                .orElseThrow();
        Map<String, String> types =
                files.stream().collect(Collectors.toMap(file -> Names.className(file.tag()), file -> messages(file)));
        types.put("Messages", contract(english, files));
        types.put("Language", languages(files));
        types.put("Plurals", plurals(files));
        return types;
    }

    private static String contract(WordsFile english, List<WordsFile> files) {
        var methods = new StringBuilder();
        ours(english)
                .forEach((key, message) -> methods.append("\n    String ")
                        .append(method(key, message))
                        .append(";\n"));
        return HEAD + String.format(Locale.ROOT, """
            import java.time.LocalDate;
            import java.time.Month;

            /** Every text of our pages and emails in one language. */
            public sealed interface Messages permits %s {
            %s
                default String date(LocalDate date) {
                    return date(date.getDayOfMonth(), date.getMonth(), date.getYear());
                }
            }
            """, names(files), methods);
    }

    private static String languages(List<WordsFile> files) {
        var constants = new StringJoiner(",\n", "", ";\n");
        var cases = new StringBuilder();
        for (var file : files) {
            var constant = Names.constant(file.tag());
            constants.add("    " + constant + "(\"" + file.tag() + "\", " + file.rightToLeft() + ")");
            cases.append("            case " + constant + " -> " + Names.className(file.tag()) + ".MESSAGES;\n");
        }
        return HEAD + String.format(Locale.ROOT, """
            /** A language of our pages and emails, by its BCP 47 tag. */
            public enum Language {
            %s
                private final String tag;
                private final boolean rightToLeft;

                Language(String tag, boolean rightToLeft) {
                    this.tag = tag;
                    this.rightToLeft = rightToLeft;
                }

                public String tag() {
                    return tag;
                }

                /** As HTML's {@code dir}. */
                public String direction() {
                    return rightToLeft ? "rtl" : "ltr";
                }

                /** Its texts, loaded only for the language that is used. */
                public Messages messages() {
                    return switch (this) {
            %s        };
                }
            }
            """, constants, cases);
    }

    private static String plurals(List<WordsFile> files) {
        var cases = new StringBuilder();
        for (var file : files) {
            cases.append("            case \"").append(file.tag()).append("\" -> ");
            PluralRules.of(file.tag())
                    .orElseThrow()
                    .forEach((category, condition) -> cases.append(condition)
                            .append(" ? \"")
                            .append(category)
                            .append("\" : "));
            cases.append("\"other\";\n");
        }
        return HEAD + """
            /** CLDR's plural categories of whole numbers, in the languages of our words. */
            public final class Plurals {
                private Plurals() {}

                /** Throws {@link IllegalArgumentException} when there are no words in the language. */
                public static String category(String tag, long n) {
                    return switch (tag) {
            %s            default -> throw new IllegalArgumentException("no words in " + tag);
                    };
                }
            }
            """.formatted(cases);
    }

    private static String messages(WordsFile file) {
        var expression = new Expression(PluralRules.of(file.tag()).orElseThrow());
        var name = Names.className(file.tag());
        var methods = new StringBuilder();
        ours(file)
                .forEach((key, message) -> methods.append("\n    @Override\n    public String ")
                        .append(method(key, message))
                        .append(" {\n        return ")
                        .append(expression.join(message))
                        .append(";\n    }\n"));
        return HEAD + String.format(Locale.ROOT, """
            import java.time.LocalDate;
            import java.time.Month;

            final class %s implements Messages {
                static final Messages MESSAGES = new %s();

                private %s() {}
            %s}
            """, name, name, name, methods);
    }

    private static Map<String, Message> ours(WordsFile file) {
        return file.messages().entrySet().stream()
                .filter(message -> !message.getKey().startsWith(Check.FRONT_END))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    private static String method(String key, Message message) {
        var parameters = message.arguments().entrySet().stream()
                .map(argument -> Names.type(argument.getKey(), argument.getValue()) + " " + argument.getKey())
                .collect(Collectors.joining(", "));
        return Names.method(key) + "(" + parameters + ")";
    }

    private static String names(List<WordsFile> files) {
        return files.stream().map(file -> Names.className(file.tag())).collect(Collectors.joining(", "));
    }
}
