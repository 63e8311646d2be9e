package org.undersigned.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.undersigned.lambda.Json;
import org.undersigned.text.LanguageTag;
import org.undersigned.wording.Language;
import org.undersigned.wording.Plurals;

/** The words of the interface, as {@code web/languages.js} reads them. */
record Words(String language, Map<?, ?> messages) {
    private static final String ELSE = "en";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Those of the best language that the folder has, else English. */
    static Words read(Path folder, String wished) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
            String language = LanguageTag.lookUp(wished, there).orElse(ELSE);
            String json = Files.readString(folder.resolve(language + ".json"));
            return new Words(language, (Map<?, ?>) Json.object(json).get("words"));
        }
    }

    /** How to sign, for readers whose browser runs no script. */
    String withoutScript() {
        return Stream.of(Language.values())
                .filter(one -> one.tag().equals(language))
                .findFirst()
                .orElseThrow()
                .messages()
                .withoutScript();
    }

    String direction() {
        return LanguageTag.isRightToLeft(language) ? "rtl" : "ltr";
    }

    /** A message with {@code {placeholders}} filled in; {@code count}, a number, chooses among plural forms. */
    String text(String key, Map<String, ?> values) {
        return PLACEHOLDER
                .matcher(pattern(key, values))
                .replaceAll(found -> Matcher.quoteReplacement(shown(values.get(found.group(1)))));
    }

    String text(String key) {
        return text(key, Map.of());
    }

    /** What comes before and after the one placeholder of a message. */
    String[] around(String key, Map<String, ?> values) {
        return PLACEHOLDER.split(pattern(key, values) + " ", 2);
    }

    String number(long number) {
        return NumberFormat.getInstance(Locale.forLanguageTag(language)).format(number);
    }

    private String pattern(String key, Map<String, ?> values) {
        Object message = messages.get(key);
        if (message instanceof String text) return text;
        if (!(message instanceof Map<?, ?> forms))
            throw new IllegalStateException("words/" + language + ".json lacks " + key);
        String form = Plurals.category(language, ((Number) values.get("count")).longValue());
        return (String) (forms.containsKey(form) ? forms.get(form) : forms.get("other"));
    }

    private String shown(Object value) {
        return value instanceof Number number ? number(number.longValue()) : String.valueOf(value);
    }
}
