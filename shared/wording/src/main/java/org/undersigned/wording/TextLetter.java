package org.undersigned.wording;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;

/** An email as plain text: a paragraph or an address is one line, however long, for the reader's program to wrap. */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(template = """
    {{#letter}}
    {{greeting}}

    {{#opening}}
    {{.}}

    {{/opening}}
    {{#sections}}
    {{#heading}}
    {{.}}

    {{/heading}}
    {{#facts}}
    {{label}}{{colon}}{{isolated}}
    {{#@last}}

    {{/@last}}
    {{/facts}}
    {{#notes}}
    {{.}}

    {{/notes}}
    {{#actions}}
    {{request}}
    {{address}}

    {{/actions}}
    {{/sections}}
    {{#closing}}
    {{.}}

    {{/closing}}
    {{#page}}
    {{label}}
    {{address}}

    {{/page}}
    {{#organiser}}
    {{organiserLabel}}{{colon}}{{isolated}}
    {{emailAddress}}
    {{#url}}
    {{.}}
    {{/url}}

    {{/organiser}}
    {{#privacy}}
    {{label}}{{colon}}
    {{address}}

    {{/privacy}}
    {{reason}}
    {{#refusal}}

    {{label}}
    {{address}}
    {{/refusal}}
    {{/letter}}
    """)
record TextLetter(Letter letter) {

    private static final TextLetterRenderer RENDERER = new TextLetterRenderer(String::valueOf, Isolate::plain);

    String text() {
        return RENDERER.execute(this);
    }
}
