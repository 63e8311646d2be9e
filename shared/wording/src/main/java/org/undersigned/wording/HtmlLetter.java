package org.undersigned.wording;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;

/** A mail as HTML: readable without its styles, every address visible beside its link. */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(template = """
    {{#letter}}
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <title>{{subject}}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    </head>
    <body style="max-width: 38rem; margin: 0 auto; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif; \
    overflow-wrap: anywhere;">
    {{#opening}}
    <p>{{.}}</p>
    {{/opening}}
    <ul style="padding: 0; list-style: none;">
    {{#facts}}
    <li>{{label}}{{colon}}<strong dir="auto">{{value}}</strong></li>
    {{/facts}}
    </ul>
    {{#action}}
    <p>{{request}}</p>
    <p><a href="{{address}}" style="display: inline-block; padding: .75rem 1.5rem; border-radius: .5rem; \
    background: #1d4ed8; color: #ffffff; font-weight: bold;">{{label}}</a></p>
    <p><a href="{{address}}">{{address}}</a></p>
    {{/action}}
    {{#closing}}
    <p>{{.}}</p>
    {{/closing}}
    {{#links}}
    <p>{{label}}<br><a href="{{address}}">{{address}}</a></p>
    {{/links}}
    </body>
    </html>
    {{/letter}}
    """)
record HtmlLetter(Letter letter) {

    private static final HtmlLetterRenderer RENDERER = new HtmlLetterRenderer(String::valueOf, Html::escape);

    String html() {
        return RENDERER.execute(this);
    }
}
