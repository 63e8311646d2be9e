package org.undersigned.wording;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
import java.util.List;
import java.util.Optional;

/** The one layout of all pages: what happens, the facts, at most one button, some notes, a way back. */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(template = """
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <title>{{heading}}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <style>{{{style}}}</style>
    </head>
    <body>
    <main>
    <h1>{{heading}}</h1>
    {{#paragraphs}}
    <p>{{.}}</p>
    {{/paragraphs}}
    {{#facts}}
    {{#@first}}
    <dl>
    {{/@first}}
    <dt>{{label}}</dt>
    <dd dir="auto">{{value}}</dd>
    {{#@last}}
    </dl>
    {{/@last}}
    {{/facts}}
    {{#button}}
    <form method="post"><button type="submit">{{.}}</button></form>
    {{/button}}
    {{#notes}}
    <p class="note">{{.}}</p>
    {{/notes}}
    {{#back}}
    <p><a href="{{address}}">{{label}}</a></p>
    {{/back}}
    </main>
    </body>
    </html>
    """)
record Page(
        String language,
        String heading,
        List<String> paragraphs,
        List<Fact> facts,
        Optional<String> button,
        List<String> notes,
        Optional<Link> back) {

    private static final PageRenderer RENDERER = new PageRenderer(String::valueOf, Html::escape);

    String style() {
        return Style.SHEET;
    }

    String html() {
        return RENDERER.execute(this);
    }
}
