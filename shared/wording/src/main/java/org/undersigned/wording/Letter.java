package org.undersigned.wording;

import java.util.List;
import java.util.Optional;

/** What an email says, before it takes the form of plain text or HTML. */
record Letter(
        Language language,
        String subject,
        List<String> opening,
        List<Section> sections,
        List<String> closing,
        Optional<Link> page,
        About about,
        String reason,
        Optional<Link> refusal) {

    /** A signature or request: the facts, where it stands, and what can be done about it. */
    record Section(Optional<String> heading, List<Fact> facts, List<String> notes, List<Action> actions) {

        /** The heading of the sections that follow. */
        static Section under(String heading) {
            return new Section(Optional.of(heading), List.of(), List.of(), List.of());
        }
    }

    /** What the reader can do: a sentence, and a link; what the email is for has a button beside it. */
    record Action(String request, Optional<String> button, String link, String address) {}

    String tag() {
        return language.tag();
    }

    String direction() {
        return language.direction();
    }

    String greeting() {
        return language.messages().greeting();
    }

    /** What stands between a fact's label and its value. */
    String colon() {
        return language.messages().colon();
    }

    Optional<Organiser> organiser() {
        return about.organiser();
    }

    String organiserLabel() {
        return language.messages().organiser();
    }

    Optional<Link> privacy() {
        return about.privacy(language.messages());
    }

    Email email() {
        return new Email(
                subject, new TextLetter(this).text(), new HtmlLetter(this).html(), organiser(), language.tag());
    }
}
