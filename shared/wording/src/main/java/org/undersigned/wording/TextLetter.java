package org.undersigned.wording;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
import java.util.function.Function;

/** A mail as plain text: a paragraph or an address is one line, however long, for the reader's program to wrap. */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(template = """
    {{#letter}}
    {{#opening}}
    {{.}}

    {{/opening}}
    {{#facts}}
    {{label}}{{colon}}{{value}}
    {{/facts}}

    {{#action}}
    {{request}}
    {{address}}

    {{/action}}
    {{#closing}}
    {{.}}

    {{/closing}}
    {{#links}}
    {{label}}
    {{address}}
    {{^@last}}

    {{/@last}}
    {{/links}}
    {{/letter}}
    """)
record TextLetter(Letter letter) {

    private static final TextLetterRenderer RENDERER = new TextLetterRenderer(String::valueOf, Function.identity());

    String text() {
        return RENDERER.execute(this);
    }
}
