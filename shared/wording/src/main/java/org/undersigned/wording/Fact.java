package org.undersigned.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of what is signed: "Category: Community leaders". */
record Fact(String label, String value) {

    /** Which statement, and what the signer entered. */
    static List<Fact> of(Messages messages, Signing signing) {
        var facts = new ArrayList<>(List.of(new Fact(messages.statement(), signing.title())));
        facts.addAll(entered(messages, signing));
        return List.copyOf(facts);
    }

    /** The same for one that is neither listed nor counted. */
    static List<Fact> ofRejected(Messages messages, Signing signing) {
        var facts = new ArrayList<>(List.of(new Fact(messages.statement(), signing.title())));
        facts.addAll(typed(messages, signing));
        return List.copyOf(facts);
    }

    /** What the signer entered, for lists that are all about one statement. */
    static List<Fact> entered(Messages messages, Signing signing) {
        var facts = new ArrayList<>(typed(messages, signing));
        facts.add(new Fact(messages.publicList(), signing.listed() ? messages.listed() : messages.unlisted()));
        return List.copyOf(facts);
    }

    /** The same without what the public list was to show. */
    static List<Fact> typed(Messages messages, Signing signing) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(messages.category(), signing.category()));
        facts.add(new Fact(signing.organisation() ? messages.organisation() : messages.name(), fullName(signing)));
        add(facts, messages.affiliation(), signing.affiliation());
        add(facts, messages.contact(), signing.contact());
        return List.copyOf(facts);
    }

    /** For plain text; in HTML the element around the value isolates it. */
    String isolated() {
        return Isolate.of(value);
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
