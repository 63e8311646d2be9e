package org.undersigned.wording;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;

/** An email as HTML: readable without its styles; long addresses stay behind words, the plain text shows them. */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(template = """
    {{#letter}}
    <!doctype html>
    <html lang="{{tag}}" dir="{{direction}}">
    <head>
    <meta charset="utf-8">
    <title>{{subject}}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    </head>
    <body lang="{{tag}}" dir="{{direction}}" style="max-width: 38rem; margin: 0 auto; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif; \
    overflow-wrap: anywhere;">
    <p>{{greeting}}</p>
    {{#opening}}
    <p>{{.}}</p>
    {{/opening}}
    {{#sections}}
    {{#heading}}
    <h2 style="font-size: 1.25rem;">{{.}}</h2>
    {{/heading}}
    {{#facts}}
    {{#@first}}
    <ul style="padding: 0; list-style: none;">
    {{/@first}}
    <li>{{label}}{{colon}}<strong dir="auto">{{value}}</strong></li>
    {{#@last}}
    </ul>
    {{/@last}}
    {{/facts}}
    {{#notes}}
    <p>{{.}}</p>
    {{/notes}}
    {{#actions}}
    <p>{{request}}</p>
    <p>{{#button}}<a href="{{address}}" style="display: inline-block; margin-block-end: .5rem; margin-inline-end: .75rem; padding: .75rem 1.5rem; \
    border-radius: .3rem; background: #23406e; color: #ffffff; font-weight: bold; text-decoration: none;">{{.}}</a> {{/button}}\
    <a href="{{address}}">{{link}}</a></p>
    {{/actions}}
    {{/sections}}
    {{#closing}}
    <p>{{.}}</p>
    {{/closing}}
    {{#page}}
    <p>{{label}}<br><a href="{{address}}" dir="ltr">{{address}}</a></p>
    {{/page}}
    <hr>
    {{#organiser}}
    <p style="font-size: .875rem;">{{organiserLabel}}{{colon}}{{isolated}}<br>\
    <a href="{{mailto}}" dir="ltr">{{emailAddress}}</a>{{#url}}<br><a href="{{.}}" dir="ltr">{{.}}</a>{{/url}}</p>
    {{/organiser}}
    {{#privacy}}
    <p style="font-size: .875rem;">{{label}}{{colon}}<br><a href="{{address}}" dir="ltr">{{address}}</a></p>
    {{/privacy}}
    <p style="font-size: .875rem;">{{reason}}{{#refusal}}<br><a href="{{address}}">{{label}}</a>{{/refusal}}</p>
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
