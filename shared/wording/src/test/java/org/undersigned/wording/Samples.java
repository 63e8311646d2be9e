package org.undersigned.wording;

import java.util.List;
import java.util.Optional;

final class Samples {
    static final String PAGE = "https://letters.example/safe-harbour";
    static final About ABOUT = new About(Optional.empty(), Optional.of(PAGE), Optional.empty(), false);
    static final String HOME = "https://rivers.example";
    static final String PRIVACY = "https://rivers.example/privacy";
    static final List<String> TYPED = List.of("<Zoë & Zed>", "Zrof.", "O’Zmith \"Ztd\"", "zecretary");

    private Samples() {}

    static Signing person() {
        return new Signing(
                "A Safe Harbour",
                "Community leaders",
                "Jane Doe",
                Optional.of("Dr."),
                Optional.of("University of Nowhere"),
                Optional.empty(),
                false,
                true,
                ABOUT);
    }

    static Signing organisation() {
        return new Signing(
                "A Safe Harbour",
                "Civil society",
                "Canada Tibet Committee",
                Optional.empty(),
                Optional.empty(),
                Optional.of("Jane Doe, secretary"),
                true,
                false,
                About.NOTHING);
    }

    static Signing chinese(boolean organisation, boolean listed) {
        return new Signing(
                "安全港聯合聲明",
                "社區領袖",
                "陳大文",
                Optional.of("教授"),
                Optional.of("香港會"),
                Optional.of("李小明，秘書"),
                organisation,
                listed,
                ABOUT);
    }

    static Signing titled(String title, String name, boolean organisation) {
        return new Signing(
                title,
                "Category",
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                organisation,
                true,
                About.NOTHING);
    }

    /** Every field that a signer types, each unlike all other texts, with a statement's title beside them. */
    static Signing typed(boolean organisation) {
        return new Signing(
                "A Safe Harbour",
                "Community leaders",
                TYPED.get(0),
                Optional.of(TYPED.get(1)),
                Optional.of(TYPED.get(2)),
                Optional.of(TYPED.get(3)),
                organisation,
                true,
                ABOUT);
    }

    /** The same signature to a statement that says who is behind it. */
    static Signing organised(boolean neutralSubject) {
        var person = person();
        var organiser = new Organiser("River Club", "us@rivers.example", Optional.of(HOME));
        return new Signing(
                person.title(),
                person.category(),
                person.name(),
                person.honorific(),
                person.affiliation(),
                person.contact(),
                false,
                true,
                new About(Optional.of(organiser), Optional.of(PAGE), Optional.of(PRIVACY), neutralSubject));
    }
}
