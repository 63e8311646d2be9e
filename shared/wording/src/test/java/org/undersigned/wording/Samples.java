package org.undersigned.wording;

import java.util.Optional;

final class Samples {
    static final String PAGE = "https://letters.example/safe-harbour";

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

    static Signing titled(String title, String name) {
        return new Signing(
                title,
                "Category",
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                Optional.empty());
    }
}
