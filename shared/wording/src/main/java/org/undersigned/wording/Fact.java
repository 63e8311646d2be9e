package org.undersigned.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of what is signed: "Category: Community leaders". */
record Fact(String label, String value) {

    static List<Fact> of(Words words, Signing signing) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.statement(), signing.title()));
        facts.add(new Fact(words.category(), signing.category()));
        facts.add(new Fact(signing.organisation() ? words.organisation() : words.name(), fullName(signing)));
        add(facts, words.affiliation(), signing.affiliation());
        add(facts, words.contact(), signing.contact());
        facts.add(new Fact(words.publicList(), signing.listed() ? words.listed() : words.unlisted()));
        return List.copyOf(facts);
    }

    private static void add(List<Fact> facts, String label, Optional<String> value) {
        value.ifPresent(present -> facts.add(new Fact(label, present)));
    }

    private static String fullName(Signing signing) {
        return signing.honorific()
                .map(honorific -> honorific + " " + signing.name())
                .orElse(signing.name());
    }
}
