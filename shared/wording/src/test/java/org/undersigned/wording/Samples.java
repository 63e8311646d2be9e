package org.undersigned.wording;

import java.util.List;
import java.util.Optional;

final class Samples {
    static final String PAGE = "https://letters.example/safe-harbour";
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
                Optional.of(PAGE));
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
                Optional.empty());
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
                Optional.of(PAGE));
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
                Optional.empty());
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
                Optional.of(PAGE));
    }
}
