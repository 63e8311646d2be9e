package org.undersigned.words;

import java.nio.file.Path;

/** Where the files are, seen from this module. */
final class Shipped {
    static final Path WORDS = Path.of(System.getProperty("user.dir"));
    static final Path WEB = WORDS.resolve("../web/words");

    private Shipped() {}
}
