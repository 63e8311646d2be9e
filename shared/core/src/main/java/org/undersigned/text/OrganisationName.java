package org.undersigned.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An organisation's name without what its registration adds. */
public final class OrganisationName {
    private static final Set<String> ARTICLES = Set.of(
            "the", "a", "an", "le", "la", "les", "l", "der", "die", "das", "el", "els", "los", "las", "il", "lo", "gli",
            "i", "het", "de", "o", "os", "as");

    /** Between two words, where others write {@code &}; and an article that many leave out. */
    private static final Set<String> JOINING =
            Set.of("the", "and", "und", "et", "y", "e", "en", "och", "og", "и", "та");

    private static final Pattern ELISION = Pattern.compile("(?i)^\\s*l['’ʼ](?=\\p{L})");
    private static final Pattern TAX_CODE = Pattern.compile("(?i)\\b501\\s?\\(c\\)\\s?\\(\\d+\\)");
    private static final String ARABIC_ARTICLE = "ال";
    private static final int MIN_WORD = 3;

    private OrganisationName() {}

    /**
     * Folded, without a leading article, legal forms at either end, words that only join others, and what stands in
     * brackets.
     */
    public static String core(String name) {
        // As NFKC has it, the sign ㈱ is one in brackets too.
        String plain = Characters.isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
        String bare = Brackets.without(TAX_CODE.matcher(plain).replaceAll("501c3"));
        String folded = Folding.fold(ELISION.matcher(bare).replaceFirst(""));
        if (folded.isEmpty()) return Folding.fold(name);
        return withoutJoining(withoutArticle(withoutForms(folded)));
    }

    private static String withoutForms(String folded) {
        String core = folded;
        String before;
        do {
            before = core;
            core = withoutForm(core);
        } while (!core.equals(before));
        return core;
    }

    private static String withoutForm(String name) {
        for (String form : Forms.BEHIND)
            if (name.endsWith(form)) return nameOr(name.substring(0, name.length() - form.length()), name);
        for (String form : Forms.BEFORE) if (name.startsWith(form)) return nameOr(name.substring(form.length()), name);
        return name;
    }

    /** A form behind nothing but an article is a name. */
    private static String nameOr(String rest, String name) {
        String core = rest.strip();
        return core.isEmpty() || ARTICLES.contains(core) ? name : core;
    }

    private static String withoutArticle(String name) {
        int space = name.indexOf(' ');
        if (space > 0 && ARTICLES.contains(name.substring(0, space)))
            return Forms.BEHIND.contains(name.substring(space)) ? name : name.substring(space + 1);
        boolean arabic = name.startsWith(ARABIC_ARTICLE) && name.length() >= ARABIC_ARTICLE.length() + MIN_WORD;
        return arabic ? name.substring(ARABIC_ARTICLE.length()) : name;
    }

    private static String withoutJoining(String name) {
        String[] words = name.split(" ");
        return IntStream.range(0, words.length)
                .filter(i -> i == 0 || i == words.length - 1 || !JOINING.contains(words[i]))
                .mapToObj(i -> words[i])
                .collect(Collectors.joining(" "));
    }

    /** Folded, the longest first; behind or before a space, which Chinese, Japanese and Korean do without. */
    private static final class Forms {
        private static final String NAME = "…";
        private static final List<String> LINES = Lines.of(OrganisationName.class, "legal-forms.txt");
        private static final List<String> BEHIND = longestFirst(LINES.stream()
                .filter(form -> !form.endsWith(NAME))
                .map(Folding::fold)
                .map(form -> Characters.isCjk(form.codePointAt(0)) ? form : " " + form));
        private static final List<String> BEFORE = longestFirst(LINES.stream()
                .filter(form -> form.endsWith(NAME))
                .map(Folding::fold)
                .map(form -> Characters.isCjk(form.codePointBefore(form.length())) ? form : form + " "));

        private static List<String> longestFirst(Stream<String> forms) {
            return forms.distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
    }
}
