package org.undersigned.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.words.Message.Choice;
import org.undersigned.words.Message.Text;
import org.undersigned.words.Message.Type;

/** Compares each language with English and with the plural rules of its own, and says what a translator has to change. */
final class Check {
    static final String ENGLISH = "en";
    static final String FRONT_END = "web.";
    private static final String KEY = "[a-z]+(-[a-z]+)*|web(\\.[a-z]+(-[a-z]+)*)+";

    private final List<String> problems = new ArrayList<>();
    private final WordsFile file;

    private Check(WordsFile file) {
        this.file = file;
    }

    /** What is wrong, one sentence each; nothing when the files are good. */
    static List<String> problems(List<WordsFile> files) {
        Optional<WordsFile> english =
                files.stream().filter(file -> file.tag().equals(ENGLISH)).findFirst();
        if (english.isEmpty()) return List.of("words/en.properties is missing");
        return files.stream()
                .flatMap(file -> new Check(file).against(english.get().messages()).stream())
                .toList();
    }

    private List<String> against(Map<String, Message> english) {
        file.problems().forEach(this::wrong);
        about();
        for (var key : english.keySet()) if (!file.messages().containsKey(key)) wrong(key + ": is missing");
        file.messages().forEach((key, message) -> {
            if (!english.containsKey(key)) wrong(key + ": English has no such key");
            else if (!message.pieces().isEmpty()) message(key, message, english.get(key));
            else if (file.problems().stream().noneMatch(said -> said.startsWith(key + ":"))) wrong(key + ": is empty");
        });
        return problems;
    }

    private void about() {
        var about = file.about();
        if (!file.tag().equals(about.get("language"))) wrong("language: must be " + file.tag());
        oneOf("direction", "ltr", "rtl");
        oneOf("reviewed-by-native-speaker", "yes", "no");
        if (PluralRules.of(file.tag()).isEmpty()) wrong("its plural rules are to be added to PluralRules.java");
    }

    private void oneOf(String key, String... values) {
        if (!List.of(values).contains(file.about().getOrDefault(key, "")))
            wrong(key + ": must be " + String.join(" or ", values));
    }

    private void message(String key, Message message, Message english) {
        if (!key.matches(KEY)) wrong(key + ": a key has small letters and hyphens");
        arguments(key, message.arguments(), english.arguments());
        quotes(key, message);
        for (var choice : message.choices()) {
            if (choice.type() == Type.PLURAL) plural(key, choice);
            else select(key, choice, english);
        }
        if (key.startsWith(FRONT_END) && !FrontEnd.canSay(message))
            wrong(key + ": the front end takes {names} and one {count, plural, …} around all of the message");
    }

    private void arguments(String key, Map<String, Type> here, Map<String, Type> english) {
        for (var name : english.keySet()) if (!here.containsKey(name)) wrong(key + ": {" + name + "} is missing");
        here.forEach((name, type) -> {
            if (!english.containsKey(name)) wrong(key + ": English has no {" + name + "} here");
            else if (!type.takesWhat(english.get(name)))
                wrong(key + ": {" + name + "} is a " + english.get(name).name().toLowerCase(Locale.ROOT));
        });
    }

    private void quotes(String key, Message message) {
        for (var piece : message.pieces())
            if (piece instanceof Text(var text) && (text.contains("'") || text.contains("\"")))
                wrong(key + ": use the quotation marks and the apostrophe of the language, not ' or \"");
        for (var choice : message.choices()) choice.cases().values().forEach(form -> quotes(key, form));
    }

    private void plural(String key, Choice choice) {
        Map<String, String> rules = PluralRules.of(file.tag()).orElse(Map.of());
        Set<String> needed = new LinkedHashSet<>(rules.keySet());
        needed.removeIf(category -> PluralRules.isForMillions(rules.get(category)));
        needed.add("other");
        for (var category : needed)
            if (!choice.cases().containsKey(category)) wrong(key + ": the plural form “" + category + "” is missing");
        for (var category : choice.cases().keySet())
            if (!category.matches("=\\d+") && !category.equals("other") && !rules.containsKey(category))
                wrong(key + ": the language has no plural form “" + category + "”");
    }

    private void select(String key, Choice choice, Message english) {
        var cases = english.choices().stream()
                .filter(same -> same.name().equals(choice.name()))
                .map(same -> same.cases().keySet())
                .max(Comparator.comparing(Set::size))
                .orElse(choice.cases().keySet());
        if (!choice.cases().keySet().equals(cases))
            wrong(key + ": {" + choice.name() + "} must have the cases " + String.join(", ", cases));
    }

    private void wrong(String what) {
        problems.add("words/" + file.tag() + ".properties: " + what);
    }
}
