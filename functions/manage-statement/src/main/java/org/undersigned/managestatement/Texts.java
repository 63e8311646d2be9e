package org.undersigned.managestatement;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.forms.Field;
import org.undersigned.text.LanguageTag;
import org.undersigned.text.TextRule;

/** The rules for texts by language; the title's languages are the statement's, which all other texts must have. */
record Texts(Set<String> languages) {
    private static final int MAX_LANGUAGES = 50;

    static Texts of(Field title) {
        return new Texts(checkEach(title, TextRule.TITLE).keySet());
    }

    /** Answers what is sound of it, each language with its text, cleaned. */
    Map<String, String> check(Field field, TextRule rule) {
        Map<String, Optional<String>> texts = checkEach(field, rule);
        for (String language : languages)
            if (field.isGiven() && field.isSound() && !texts.containsKey(language))
                field.member(language).error("required", "must be given: the title has this language");
        Map<String, String> sound = new LinkedHashMap<>();
        texts.forEach((language, text) -> text.ifPresent(read -> sound.put(language, read)));
        return sound;
    }

    /** Something other than texts, by some of the statement's languages. */
    Map<String, Field> members(Field field, String things) {
        Map<String, Field> members = field.members(MAX_LANGUAGES, things);
        members.forEach((language, member) -> {
            if (!languages.contains(language)) member.error("language", "must stand under a language of the title");
        });
        return members;
    }

    private static Map<String, Optional<String>> checkEach(Field field, TextRule rule) {
        Set<String> spelled = new HashSet<>();
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        field.members(MAX_LANGUAGES, "texts by language, such as {\"en\": \"…\"}")
                .forEach((language, text) -> {
                    if (!LanguageTag.isValid(language))
                        text.error("language", "must stand under a language tag, such as en or zh-Hant");
                    else if (!spelled.add(LanguageTag.canonical(language)))
                        text.error("repeated", "must stand under each language once, in whichever case");
                    texts.put(language, text.text(rule));
                });
        return texts;
    }
}
