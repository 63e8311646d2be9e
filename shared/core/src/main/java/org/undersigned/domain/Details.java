package org.undersigned.domain;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a signer puts the name to: everything that a confirmation mail shows and a confirmation confirms. */
public record Details(
        String category,
        String name,
        Optional<String> honorific,
        Optional<String> affiliation,
        String sortAs,
        Optional<Contact> contact,
        String language,
        int textVersion,
        boolean listed) {

    /** All its texts together, in bytes of UTF-8: with keys and indexes a row stays under 4 KB. */
    public static final int MAX_BYTES = 2_000;

    /** As the list shows the signer: honorific and name. */
    public String shown() {
        return honorific.map(given -> given + " " + name).orElse(name);
    }

    /** The same, sorted by these words. */
    public Details sortedAs(String words) {
        return new Details(category, name, honorific, affiliation, words, contact, language, textVersion, listed);
    }

    /** The words that a list shows or is sorted by, and its category, by field; without those that are not given. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>(Map.of("category", category, "name", name, "sortAs", sortAs));
        honorific.ifPresent(given -> words.put("honorific", given));
        affiliation.ifPresent(given -> words.put("affiliation", given));
        return words;
    }

    /** Its words that the other has not. */
    public Map<String, String> wordsNotIn(Details other) {
        Map<String, String> words = words();
        words.entrySet().removeAll(other.words().entrySet());
        return words;
    }

    /** Whether it fits into a row. */
    public boolean fits() {
        return bytes() <= MAX_BYTES;
    }

    /** Of all its texts, in UTF-8. */
    public int bytes() {
        return Stream.of(
                        Optional.of(name),
                        honorific,
                        affiliation,
                        Optional.of(sortAs),
                        contact.map(Contact::name),
                        contact.map(Contact::role))
                .flatMap(Optional::stream)
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    public Details withListed(boolean wished) {
        return new Details(category, name, honorific, affiliation, sortAs, contact, language, textVersion, wished);
    }

    /** Without the words that tell who signed. */
    Details erased() {
        return new Details(
                category, "", Optional.empty(), Optional.empty(), "", Optional.empty(), language, textVersion, listed);
    }

    /** Nobody can sign without a name. */
    boolean isErased() {
        return name.isEmpty();
    }

    Details withoutContact() {
        return new Details(
                category, name, honorific, affiliation, sortAs, Optional.empty(), language, textVersion, listed);
    }

    /** Does not print the name: it must not reach a log. */
    @Override
    public String toString() {
        return "Details[" + category + "]";
    }

    /** The person who may sign for an organisation. */
    public record Contact(String name, String role) {
        @Override
        public String toString() {
            return "Contact[hidden]";
        }
    }
}
