package org.undersigned.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.undersigned.words.Message.Argument;
import org.undersigned.words.Message.Choice;
import org.undersigned.words.Message.Text;
import org.undersigned.words.Message.Type;

/** The messages of pages and emails as Java: constants, joins and comparisons, so that nothing is read or parsed at run time. */
final class JavaCode {
    private static final String HEAD = """
        // Written by the build from words/*.properties.
        package org.undersigned.wording;

        """;

    private final Map<String, String> plurals;

    private JavaCode(Map<String, String> plurals) {
        this.plurals = plurals;
    }

    /** Source by the name of its type. */
    static Map<String, String> of(List<WordsFile> files) {
        var english = files.stream()
                .filter(file -> file.tag().equals(Check.ENGLISH))
                .findFirst()
                .orElseThrow();
        Map<String, String> types = files.stream()
                .collect(Collectors.toMap(
                        file -> className(file.tag()),
                        file -> new JavaCode(PluralRules.of(file.tag()).orElseThrow()).messages(file)));
        types.put("Messages", contract(english, files));
        types.put("Language", languages(files));
        return types;
    }

    private static String contract(WordsFile english, List<WordsFile> files) {
        var methods = new StringBuilder();
        ours(english)
                .forEach((key, message) -> methods.append("\n    String ")
                        .append(method(key, message))
                        .append(";\n"));
        return HEAD + """
            import java.time.LocalDate;
            import java.time.Month;

            /** Every text of our pages and emails in one language. */
            public sealed interface Messages permits %s {
            %s
                default String date(LocalDate date) {
                    return date(date.getDayOfMonth(), date.getMonth(), date.getYear());
                }
            }
            """.formatted(names(files), methods);
    }

    private static String languages(List<WordsFile> files) {
        var constants = new StringJoiner(",\n", "", ";\n");
        var cases = new StringBuilder();
        for (var file : files) {
            var constant = constant(file.tag());
            constants.add("    " + constant + "(\"" + file.tag() + "\", " + file.rightToLeft() + ")");
            cases.append("            case " + constant + " -> " + className(file.tag()) + ".MESSAGES;\n");
        }
        return HEAD + """
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
            """.formatted(constants, cases);
    }

    private String messages(WordsFile file) {
        var name = className(file.tag());
        var methods = new StringBuilder();
        ours(file)
                .forEach((key, message) -> methods.append("\n    @Override\n    public String ")
                        .append(method(key, message))
                        .append(" {\n        return ")
                        .append(join(message))
                        .append(";\n    }\n"));
        return HEAD + """
            import java.time.LocalDate;
            import java.time.Month;

            final class %s implements Messages {
                static final Messages MESSAGES = new %s();

                private %s() {}
            %s}
            """.formatted(name, name, name, methods);
    }

    private static Map<String, Message> ours(WordsFile file) {
        return file.messages().entrySet().stream()
                .filter(message -> !message.getKey().startsWith(Check.FRONT_END))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, java.util.TreeMap::new));
    }

    private static String method(String key, Message message) {
        var parameters = message.arguments().entrySet().stream()
                .map(argument -> type(argument.getKey(), argument.getValue()) + " " + argument.getKey())
                .collect(Collectors.joining(", "));
        var name = camel(key);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "(" + parameters + ")";
    }

    private static String type(String name, Type type) {
        return switch (type) {
            case TEXT -> "String";
            case NUMBER, PLURAL -> "int";
            case DATE -> "LocalDate";
            case SELECT -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        };
    }

    /** An expression of type String. */
    private String join(Message message) {
        var parts = new ArrayList<String>();
        for (var piece : message.pieces()) {
            switch (piece) {
                case Text(var text) -> parts.add(literal(text));
                case Argument(var name, var type) ->
                    parts.add(
                            switch (type) {
                                case TEXT -> "Isolate.of(" + name + ")";
                                case DATE -> "date(" + name + ")";
                                default -> name;
                            });
                case Choice choice -> parts.add(choice.type() == Type.PLURAL ? plural(choice) : select(choice));
            }
        }
        boolean text = !parts.isEmpty() && !message.arguments().containsKey(parts.getFirst());
        return (text ? "" : "\"\"" + (parts.isEmpty() ? "" : " + ")) + String.join(" + ", parts);
    }

    /** A switch would load a class of its own and, with it, the enums of all messages. */
    private String select(Choice choice) {
        var type = type(choice.name(), Type.SELECT);
        var cases = List.copyOf(choice.cases().entrySet());
        var tests = new StringBuilder("(");
        for (var one : cases.subList(0, cases.size() - 1)) {
            tests.append(choice.name() + " == " + type + "." + constant(one.getKey()) + " ? ");
            tests.append(join(one.getValue()) + " : ");
        }
        return tests.append(join(cases.getLast().getValue()) + ")").toString();
    }

    private String plural(Choice choice) {
        var tests = new StringBuilder("(");
        choice.cases().forEach((category, form) -> {
            if (category.startsWith("="))
                tests.append(choice.name() + " == " + category.substring(1) + " ? " + join(form) + " : ");
        });
        plurals.forEach((category, condition) -> {
            var form = choice.cases().get(category);
            if (form != null) tests.append(condition.replaceAll("\\bn\\b", choice.name()) + " ? " + join(form) + " : ");
        });
        return tests.append(join(choice.cases().get("other"))).append(")").toString();
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String names(List<WordsFile> files) {
        return files.stream().map(file -> className(file.tag())).collect(Collectors.joining(", "));
    }

    private static String className(String tag) {
        return camel(tag);
    }

    private static String constant(String name) {
        return name.toUpperCase().replace('-', '_');
    }

    private static String camel(String name) {
        return java.util.stream.Stream.of(name.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }
}
