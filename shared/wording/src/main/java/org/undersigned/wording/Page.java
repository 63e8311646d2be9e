package org.undersigned.wording;

import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
import java.util.List;
import java.util.Optional;

/** The one layout of all pages: a heading, one or more parts, a way back. */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(template = """
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <title>{{title}}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="referrer" content="no-referrer">
    <style>{{{style}}}</style>
    </head>
    <body>
    <main>
    <h1>{{title}}</h1>
    {{#parts}}
    {{#heading}}
    <h2>{{.}}</h2>
    {{/heading}}
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
    {{#form}}
    <form method="post">\
    {{#request}}<input type="hidden" name="request" value="{{.}}">{{/request}}\
    {{#silence}}<label><input type="checkbox" name="silence" value="true"><span>{{.}}</span></label>{{/silence}}\
    <button type="submit" name="{{field}}" value="true">{{label}}</button></form>
    {{/form}}
    {{#notes}}
    <p class="note">{{.}}</p>
    {{/notes}}
    {{/parts}}
    {{#back}}
    <p><a href="{{address}}">{{label}}</a></p>
    {{/back}}
    </main>
    </body>
    </html>
    """)
record Page(String language, String title, List<Part> parts, Optional<Link> back) {

    private static final PageRenderer RENDERER = new PageRenderer(String::valueOf, Html::escape);

    /** What is said, the facts, at most one button, and what else there is to know. */
    record Part(
            Optional<String> heading,
            List<String> paragraphs,
            List<Fact> facts,
            Optional<Form> form,
            List<String> notes) {

        static Part of(String... paragraphs) {
            return new Part(Optional.empty(), List.of(paragraphs), List.of(), Optional.empty(), List.of());
        }

        Part under(String heading) {
            return new Part(Optional.of(heading), paragraphs, facts, form, notes);
        }

        Part with(List<Fact> facts) {
            return new Part(heading, paragraphs, facts, form, notes);
        }

        Part with(Form form) {
            return new Part(heading, paragraphs, facts, Optional.of(form), notes);
        }

        Part noting(String... notes) {
            return new Part(heading, paragraphs, facts, form, List.of(notes));
        }
    }

    /** A button that posts its field as "true" to the page's own address, with a request's id or a box to tick. */
    record Form(String field, String label, Optional<String> request, Optional<String> silence) {

        static Form of(String field, String label) {
            return new Form(field, label, Optional.empty(), Optional.empty());
        }

        Form forRequest(String id) {
            return new Form(field, label, Optional.of(id), silence);
        }

        Form offeringSilence(String label) {
            return new Form(field, this.label, request, Optional.of(label));
        }
    }

    String style() {
        return Style.SHEET;
    }

    String html() {
        return RENDERER.execute(this);
    }
}
