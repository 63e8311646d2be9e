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

    private static final TextLetterRenderer LEFT_TO_RIGHT = new TextLetterRenderer(String::valueOf, Isolate::plain);
    private static final TextLetterRenderer RIGHT_TO_LEFT = new TextLetterRenderer(String::valueOf, String::valueOf);

    String text() {
        return (letter.language().direction().equals("rtl") ? RIGHT_TO_LEFT : LEFT_TO_RIGHT).execute(this);
    }
}
